-- ATTRIBUTED_TO: whom the text of a fact itself says that it has something from; offsets are into that text.
CREATE TABLE attributed_to (
    fact INTEGER NOT NULL,
    first_version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    outlet INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    start_utf16 INTEGER NOT NULL,
    end_utf16 INTEGER NOT NULL,
    last_version INTEGER,
    published_key TEXT NOT NULL,
    fact_id TEXT NOT NULL,
    PRIMARY KEY (fact, position, first_version)
) STRICT, WITHOUT ROWID;
CREATE INDEX attributed_to_any ON attributed_to (outlet, fact);
CREATE INDEX attributed_to_outlet ON attributed_to (outlet, published_key, fact_id, fact) WHERE last_version IS NULL;
CREATE INDEX attributed_to_kind ON attributed_to (outlet, kind, published_key, fact_id, fact) WHERE last_version IS NULL;

-- ORIGIN_OF, a stored relation: outlets that standing facts which state a claim say they have something from.
CREATE TABLE origin_of (
    outlet INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    outlet_id TEXT NOT NULL,
    fact_count INTEGER NOT NULL,
    story_count INTEGER NOT NULL,
    first_at TEXT,
    is_first INTEGER NOT NULL,  -- a fact says that the outlet was the first to report it
    PRIMARY KEY (claim, outlet)
) STRICT, WITHOUT ROWID;
CREATE INDEX origin_of_outlet ON origin_of (outlet, claim);
