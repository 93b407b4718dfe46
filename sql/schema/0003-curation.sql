-- What people decided (graph.decisions): a log, in which nothing is ever deleted.
CREATE TABLE decision (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT,
    subjects TEXT NOT NULL,     -- JSON array of ids
    effects TEXT NOT NULL,      -- JSON object
    is_undone INTEGER NOT NULL,
    undone_at TEXT,
    undone_by TEXT
) STRICT;
CREATE INDEX decision_at ON decision (at, id);
CREATE INDEX decision_kind ON decision (kind, at, id);
-- Ids that stand for others: of stories, outlets and people that were merged, and of wordings that state a claim
-- with another id.
CREATE TABLE moved (id TEXT PRIMARY KEY, target TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Outlets and people that a story names and that stand in it for others, by what was decided.
CREATE TABLE renamed (
    id TEXT NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (id, story)
) STRICT, WITHOUT ROWID;
CREATE INDEX renamed_story ON renamed (story);
