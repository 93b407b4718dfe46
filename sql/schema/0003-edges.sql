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
    PRIMARY KEY (fact, position, first_version)
) STRICT, WITHOUT ROWID;
CREATE INDEX cites_outlet ON cites (outlet, fact);

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
    PRIMARY KEY (narrative, position, first_version)
) STRICT, WITHOUT ROWID;
CREATE INDEX provided_by_outlet ON provided_by (outlet, published_key, narrative_id, narrative);

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
