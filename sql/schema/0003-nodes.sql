-- The graph on SQLite. `key` is a row's integer key: edges join on it, and no answer shows it.
-- Every `*_key` text column is a stored sort key: ASCII, never null (docs/data-model.md).
-- A fact, narrative, forecast or edge with `last_version` NULL stands in its story's newest version;
-- questions read only these, through partial indexes, so that history costs them nothing.

CREATE TABLE story (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    lead TEXT,
    address TEXT,
    published_at TEXT,
    recorded_at TEXT NOT NULL,
    layout TEXT NOT NULL,
    is_complete INTEGER NOT NULL,
    version INTEGER NOT NULL,
    event INTEGER NOT NULL,     -- the story that it counts as: the first of those that tell the same, mostly itself
    sort_key TEXT NOT NULL,
    published_key TEXT NOT NULL,
    published_last_key TEXT NOT NULL
) STRICT;
-- Not unique: stories of different given ids may have one address; a look-up takes the smallest id.
CREATE INDEX story_address ON story (address, id) WHERE address IS NOT NULL;
CREATE INDEX story_published ON story (published_key, id);
CREATE INDEX story_published_last ON story (published_last_key, id);
CREATE INDEX story_sort ON story (sort_key, id);

-- The ledger: what was received. The rest of a story's rows are computed from its revisions.
CREATE TABLE revision (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,       -- the id of the story that it told when it came: another one's, where they were merged
    story INTEGER NOT NULL,
    number INTEGER NOT NULL,
    published_at TEXT,
    recorded_at TEXT NOT NULL,
    arrival INTEGER NOT NULL,   -- counts what the store received, over all stories
    digest TEXT NOT NULL,       -- of the brief and its date: the same brief twice is one revision (its id is made of both)
    title TEXT NOT NULL,        -- of the brief, for answers, as the next three
    lead TEXT,
    layout TEXT NOT NULL,
    is_complete INTEGER NOT NULL,
    text TEXT NOT NULL,
    brief TEXT NOT NULL,        -- the brief as read, JSON, without its text
    UNIQUE (story, number)
) STRICT;
CREATE INDEX revision_origin ON revision (origin, number);
-- What came after what: subscriptions read it alone, since a row carries the whole text of a brief.
CREATE INDEX revision_arrival ON revision (arrival, story);

CREATE TABLE claim (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    backer_count INTEGER NOT NULL,
    story_count INTEGER NOT NULL,
    fact_count INTEGER NOT NULL, -- 0: only superseded facts state it; no question sees it
    owner_count INTEGER,
    is_sole_sourced INTEGER NOT NULL,
    conflict_count INTEGER NOT NULL DEFAULT 0,
    is_contested INTEGER NOT NULL DEFAULT 0, -- conflict_count > 0: as a bound value can be compared with it in an index
    first_stated_at TEXT,
    last_stated_at TEXT,
    sole_wire INTEGER,          -- the outlet of kind WIRE on which all of its backing rests, where there is one
    rests_on_owner INTEGER NOT NULL GENERATED ALWAYS AS (owner_count IS 1) VIRTUAL,
    rests_on_wire INTEGER NOT NULL GENERATED ALWAYS AS (sole_wire IS NOT NULL) VIRTUAL,
    min_score REAL NOT NULL,
    first_stated_key TEXT NOT NULL,
    first_stated_last_key TEXT NOT NULL
) STRICT;
CREATE INDEX claim_backers ON claim (backer_count, id) WHERE fact_count > 0;
CREATE INDEX claim_stories ON claim (story_count, id) WHERE fact_count > 0;
CREATE INDEX claim_conflicts ON claim (conflict_count, id) WHERE fact_count > 0;
CREATE INDEX claim_contested ON claim (is_contested, backer_count, id) WHERE fact_count > 0;
CREATE INDEX claim_first ON claim (first_stated_key, id) WHERE fact_count > 0;
CREATE INDEX claim_first_last ON claim (first_stated_last_key, id) WHERE fact_count > 0;

CREATE INDEX claim_owner ON claim (rests_on_owner, backer_count, id) WHERE fact_count > 0;
CREATE INDEX claim_wire ON claim (rests_on_wire, backer_count, id) WHERE fact_count > 0;

CREATE TABLE fact (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    story INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    last_version INTEGER,
    wording INTEGER NOT NULL,
    claim INTEGER NOT NULL,     -- STATES, with its score, method and review: the wording's, copied for the indexes
    score REAL NOT NULL,
    method TEXT NOT NULL,
    is_reviewed INTEGER NOT NULL,
    published_key TEXT NOT NULL,
    published_last_key TEXT NOT NULL,
    UNIQUE (id, first_version)
) STRICT;
CREATE INDEX fact_story ON fact (story, position, id) WHERE last_version IS NULL;
CREATE INDEX fact_claim ON fact (claim, published_key, id) WHERE last_version IS NULL;
CREATE INDEX fact_claim_last ON fact (claim, published_last_key, id) WHERE last_version IS NULL;
CREATE INDEX fact_story_all ON fact (story);
CREATE INDEX fact_claim_past ON fact (claim) WHERE last_version IS NOT NULL;
CREATE INDEX fact_wording ON fact (wording, published_last_key, id);

CREATE TABLE narrative (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    story INTEGER NOT NULL,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    stance TEXT,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    last_version INTEGER,
    published_key TEXT NOT NULL,
    published_last_key TEXT NOT NULL,
    UNIQUE (id, first_version)
) STRICT;
CREATE INDEX narrative_story ON narrative (story, position, id) WHERE last_version IS NULL;
CREATE INDEX narrative_published ON narrative (published_key, id) WHERE last_version IS NULL;
CREATE INDEX narrative_published_last ON narrative (published_last_key, id) WHERE last_version IS NULL;
CREATE INDEX narrative_stance ON narrative (stance, published_key, id) WHERE last_version IS NULL;
CREATE INDEX narrative_story_all ON narrative (story);

CREATE TABLE forecast (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    story INTEGER NOT NULL,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    probability REAL NOT NULL,
    source TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    last_version INTEGER,
    question_key TEXT NOT NULL, -- what forecasts of one question have in common: a hash of it, normalised
    published_key TEXT NOT NULL,
    published_last_key TEXT NOT NULL,
    UNIQUE (id, first_version)
) STRICT;
CREATE INDEX forecast_published ON forecast (published_key, id) WHERE last_version IS NULL;
CREATE INDEX forecast_published_last ON forecast (published_last_key, id) WHERE last_version IS NULL;
CREATE INDEX forecast_probability ON forecast (probability, id) WHERE last_version IS NULL;
CREATE INDEX forecast_source ON forecast (source, published_key, id) WHERE last_version IS NULL;
CREATE INDEX forecast_question ON forecast (question_key, published_last_key, id) WHERE last_version IS NULL;
CREATE INDEX forecast_story ON forecast (story, position, id) WHERE last_version IS NULL;
CREATE INDEX forecast_story_all ON forecast (story);

-- Of a story's newest version.
CREATE TABLE problem (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    story INTEGER NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    is_closed INTEGER NOT NULL, -- someone has dealt with it
    published_key TEXT NOT NULL
) STRICT;
CREATE INDEX problem_story ON problem (story, position, id);
CREATE INDEX problem_published ON problem (published_key, position, id);
CREATE INDEX problem_code ON problem (code, published_key, position, id);
-- Not partial: what `is_closed` is compared with is bound, and a bound value proves no index's condition.
CREATE INDEX problem_closed ON problem (is_closed, published_key, position, id);
CREATE INDEX problem_code_closed ON problem (code, is_closed, published_key, position, id);

-- A person is visible to questions while `story_count` is above 0, an outlet while that and `attribution_count`
-- together are: else only superseded versions name it.
CREATE TABLE outlet (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT,
    country TEXT,
    domain TEXT,
    owner TEXT,
    aliases TEXT NOT NULL,      -- JSON array, sorted
    sort_key TEXT NOT NULL,
    claim_count INTEGER NOT NULL,
    story_count INTEGER NOT NULL,
    citation_count INTEGER NOT NULL,
    fact_count INTEGER NOT NULL,        -- facts that cite it
    advocacy_count INTEGER NOT NULL,    -- stories that cite it and carry a narrative of it
    attribution_count INTEGER NOT NULL, -- facts that say they have something from it
    sole_claim_count INTEGER NOT NULL DEFAULT 0, -- claims that only it backs
    page_rank REAL,             -- these three as of the last analysis (0003-measures.sql), NULL until there is one
    betweenness REAL,
    community INTEGER,
    page_rank_key REAL NOT NULL AS (coalesce(page_rank, -1.0)),
    betweenness_key REAL NOT NULL AS (coalesce(betweenness, -1.0))
) STRICT;
CREATE INDEX outlet_sort ON outlet (sort_key, id) WHERE story_count + attribution_count > 0;
CREATE INDEX outlet_claims ON outlet (claim_count, id) WHERE story_count + attribution_count > 0;
CREATE INDEX outlet_stories ON outlet (story_count, id) WHERE story_count + attribution_count > 0;
CREATE INDEX outlet_citations ON outlet (citation_count, id) WHERE story_count + attribution_count > 0;
CREATE INDEX outlet_page_rank ON outlet (page_rank_key, id) WHERE story_count + attribution_count > 0;
CREATE INDEX outlet_betweenness ON outlet (betweenness_key, id) WHERE story_count + attribution_count > 0;
CREATE INDEX outlet_community ON outlet (community, page_rank_key, id) WHERE story_count + attribution_count > 0;

CREATE TABLE person (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    fact_count INTEGER NOT NULL,
    story_count INTEGER NOT NULL
) STRICT;
CREATE INDEX person_sort ON person (sort_key, id) WHERE story_count > 0;
CREATE INDEX person_facts ON person (fact_count, id) WHERE story_count > 0;
CREATE INDEX person_stories ON person (story_count, id) WHERE story_count > 0;

-- Every spelling of an outlet or a person: how many edges are written with it (`uses`), and how many go to
-- someone whose full name it is (`named`: an outlet's name in the registry, a person's name in full).
-- A look-up by name finds both; `aliases` lists what is in use.
CREATE TABLE outlet_alias (
    folded TEXT NOT NULL,
    outlet INTEGER NOT NULL,
    alias TEXT NOT NULL,
    uses INTEGER NOT NULL,
    named INTEGER NOT NULL,
    PRIMARY KEY (outlet, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX outlet_alias_folded ON outlet_alias (folded, outlet);
CREATE TABLE person_alias (
    folded TEXT NOT NULL,
    person INTEGER NOT NULL,
    alias TEXT NOT NULL,
    uses INTEGER NOT NULL,
    named INTEGER NOT NULL,
    PRIMARY KEY (person, alias)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_alias_folded ON person_alias (folded, person);

-- What one story adds to these two, so that it can be taken away again without resolving its words anew.
CREATE TABLE spelling (
    story INTEGER NOT NULL,
    kind TEXT NOT NULL,         -- OUTLET or PERSON
    node INTEGER NOT NULL,
    alias TEXT NOT NULL,
    uses INTEGER NOT NULL,
    named INTEGER NOT NULL,
    PRIMARY KEY (story, kind, node, alias)
) STRICT, WITHOUT ROWID;
