-- Edges. `position` counts from 1 within the owner and version.
CREATE TABLE lists (
    story INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    outlet INTEGER NOT NULL,
    marker TEXT,
    label TEXT NOT NULL,
    url TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    last_version INTEGER,
    PRIMARY KEY (story, position, first_version)
) STRICT, WITHOUT ROWID;
CREATE INDEX lists_outlet ON lists (outlet, story);

CREATE TABLE cites (
    fact INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    outlet INTEGER NOT NULL,
    marker TEXT,
    label TEXT NOT NULL,
    url TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    last_version INTEGER,
    published_key TEXT NOT NULL,
    fact_id TEXT NOT NULL,
    PRIMARY KEY (fact, position, first_version)
) STRICT, WITHOUT ROWID;
CREATE INDEX cites_outlet ON cites (outlet, published_key, fact_id, fact) WHERE last_version IS NULL;
CREATE INDEX cites_outlet_past ON cites (outlet, fact) WHERE last_version IS NOT NULL;

CREATE TABLE provided_by (
    narrative INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    outlet INTEGER NOT NULL,
    label TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    last_version INTEGER,
    published_key TEXT NOT NULL,
    narrative_id TEXT NOT NULL,
    stance_id TEXT,             -- of the narrative's stance; null for a lettered side
    PRIMARY KEY (narrative, position, first_version)
) STRICT, WITHOUT ROWID;
CREATE INDEX provided_by_outlet ON provided_by (outlet, published_key, narrative_id, narrative);
CREATE INDEX provided_by_stance ON provided_by (outlet, stance_id, published_key, narrative_id, narrative)
    WHERE last_version IS NULL AND stance_id IS NOT NULL;

-- One row a mention. `kind` says what `owner` is a key of: FACT, NARRATIVE or STORY (its lead).
CREATE TABLE mention (
    story INTEGER NOT NULL,
    kind TEXT NOT NULL,
    owner INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    position INTEGER NOT NULL,  -- within the owner
    rank INTEGER NOT NULL,      -- within the story: lead, facts, narratives
    person INTEGER NOT NULL,
    text TEXT NOT NULL,
    role TEXT,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    last_version INTEGER,
    PRIMARY KEY (kind, owner, position, first_version)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_story ON mention (story, rank);
CREATE INDEX mention_person ON mention (person, kind, owner);
