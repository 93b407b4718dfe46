-- DISPUTES: `outlet` backs `claim`, `other` backs `other_claim`, and the two claims conflict, with the score and the
-- difference of CONFLICTS_WITH. Each both ways round; an outlet that backs both claims disputes with itself.
CREATE TABLE disputes (
    outlet INTEGER NOT NULL,
    other INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    other_claim INTEGER NOT NULL,
    claim_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    other_claim_id TEXT NOT NULL,
    score REAL NOT NULL,
    differs TEXT NOT NULL,      -- JSON array, sorted
    PRIMARY KEY (claim, other_claim, outlet, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX disputes_outlet ON disputes (outlet, score, claim_id, other_claim_id, other_id);
CREATE INDEX disputes_between ON disputes (outlet, other, score, claim_id, other_claim_id, other_id);
