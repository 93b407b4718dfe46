-- What outlets back together, and what one alone backs.
CREATE INDEX backs_outlet_backers ON backs (outlet, backer_count, claim_id, claim);
CREATE INDEX backs_sole ON backs (outlet, story_count, claim_id, claim) WHERE backer_count = 1;
CREATE INDEX claim_sole ON claim (is_sole_sourced, backer_count, id) WHERE fact_count > 0;

-- CO_BACKED: outlets that back the same claims, and how many; each pair both ways round.
CREATE TABLE co_backed (
    outlet INTEGER NOT NULL,
    other INTEGER NOT NULL,
    other_id TEXT NOT NULL,
    claim_count INTEGER NOT NULL,
    PRIMARY KEY (outlet, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX co_backed_claims ON co_backed (outlet, claim_count, other_id, other);
