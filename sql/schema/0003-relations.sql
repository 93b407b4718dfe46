-- Stored relations: what would make a hub slow to compute. They cover standing edges only, and the
-- transaction that changes an edge keeps them right (tests: incremental equals recomputed).
CREATE TABLE backs (
    outlet INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    claim_id TEXT NOT NULL,
    outlet_id TEXT NOT NULL,
    citation_count INTEGER NOT NULL,
    fact_count INTEGER NOT NULL,
    story_count INTEGER NOT NULL,
    first_at TEXT,
    last_at TEXT,
    backer_count INTEGER NOT NULL, -- the claim's, copied for the indexes
    PRIMARY KEY (claim, outlet)
) STRICT, WITHOUT ROWID;
CREATE INDEX backs_outlet ON backs (outlet, story_count, claim_id, claim);
CREATE INDEX backs_outlet_citations ON backs (outlet, citation_count, claim_id, claim);

CREATE TABLE covered_by (
    outlet INTEGER NOT NULL,
    story INTEGER NOT NULL,
    published_key TEXT NOT NULL,
    story_id TEXT NOT NULL,
    citation_count INTEGER NOT NULL,    -- citations of the outlet by the story's facts
    narrative_count INTEGER NOT NULL,   -- narratives of the story that credit it; both are 0 where it is only listed
    PRIMARY KEY (story, outlet)
) STRICT, WITHOUT ROWID;
CREATE INDEX covered_by_outlet ON covered_by (outlet, published_key, story_id, story);
CREATE INDEX covered_by_witness ON covered_by (outlet, published_key, story_id, story)
    WHERE citation_count > 0 AND narrative_count > 0;

CREATE TABLE co_cited (
    outlet INTEGER NOT NULL,
    other INTEGER NOT NULL,
    other_id TEXT NOT NULL,
    weight INTEGER NOT NULL,
    PRIMARY KEY (outlet, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX co_cited_weight ON co_cited (outlet, weight, other_id, other);

CREATE TABLE appears_in (
    person INTEGER NOT NULL,
    story INTEGER NOT NULL,
    mention_count INTEGER NOT NULL,
    role TEXT,
    published_key TEXT NOT NULL,
    story_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (story, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX appears_in_person ON appears_in (person, published_key, story_id, story);

-- One row a (person, fact) or (person, narrative): mentions counted once an owner.
CREATE TABLE mentioned_in (
    person INTEGER NOT NULL,
    kind TEXT NOT NULL,
    owner INTEGER NOT NULL,
    mention_count INTEGER NOT NULL,
    role TEXT,
    published_key TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (kind, owner, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentioned_in_person ON mentioned_in (person, kind, published_key, owner_id, owner);

CREATE TABLE cites_person (
    person INTEGER NOT NULL,
    outlet INTEGER NOT NULL,
    outlet_id TEXT NOT NULL,
    fact_count INTEGER NOT NULL,
    story_count INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (person, outlet)
) STRICT, WITHOUT ROWID;
CREATE INDEX cites_person_count ON cites_person (person, fact_count, outlet_id, outlet);

-- CONFLICTS_WITH: claims of which two wordings are alike and contradict each other; the closest two count.
CREATE TABLE conflicts_with (
    claim INTEGER NOT NULL,
    other INTEGER NOT NULL,
    other_id TEXT NOT NULL,
    score REAL NOT NULL,
    differs TEXT NOT NULL,      -- JSON array, sorted
    PRIMARY KEY (claim, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflicts_with_score ON conflicts_with (claim, score, other_id, other);
