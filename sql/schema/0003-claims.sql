-- Where claims come from, and which stories are one event (graph.linking, graph.events).

-- What facts say, case, kinds of marks and spacing aside: what claims are found from. `text` is the least of the
-- texts that it is written with; `claim`, `score`, `method` and `basis` (the wording it was compared with) are what
-- linking made of it.
CREATE TABLE wording (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    claim INTEGER NOT NULL,
    score REAL NOT NULL,
    method TEXT NOT NULL,
    basis INTEGER
) STRICT;
CREATE INDEX wording_claim ON wording (claim);
-- The index of candidates: what wordings must have in common to be compared.
CREATE TABLE wording_key (
    value INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    PRIMARY KEY (value, wording)
) STRICT, WITHOUT ROWID;
-- Wordings that may be one claim, and those that are alike and contradict each other; each pair both ways round.
CREATE TABLE pair (
    wording INTEGER NOT NULL,
    other INTEGER NOT NULL,
    score REAL NOT NULL,
    differs TEXT,               -- NULL: accepted; else a conflict, JSON array of what differs
    PRIMARY KEY (wording, other)
) STRICT, WITHOUT ROWID;

-- Stories that tell the same, fact by fact, under several addresses; each pair both ways round.
CREATE TABLE twin (
    story INTEGER NOT NULL,
    other INTEGER NOT NULL,
    PRIMARY KEY (story, other)
) STRICT, WITHOUT ROWID;
