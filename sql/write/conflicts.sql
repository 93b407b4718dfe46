-- name: make-conflict-tally
-- mode: write
-- rows: none
-- params: none
CREATE TEMP TABLE conflict_tally (claim INTEGER, claims INTEGER)

-- name: clear-conflict-tally
-- mode: write
-- rows: none
-- params: none
DELETE FROM conflict_tally

-- name: tally-conflicts
-- mode: write
-- rows: none
-- params: sign
-- What conflicts with touched claims that are stated: with how many of them each other claim does.
INSERT INTO conflict_tally
SELECT x.other, :sign * count(*)
FROM touched_claim AS t CROSS JOIN claim AS c ON c.key = t.key AND c.fact_count > 0
    CROSS JOIN conflicts_with AS x ON x.claim = t.key
GROUP BY x.other

-- name: settle-conflicts
-- mode: write
-- rows: none
-- params: none
-- Counts of the other side, by difference: who is contradicted by a hub of claims is not counted anew.
UPDATE claim SET conflict_count = conflict_count + t.claims, is_contested = conflict_count + t.claims > 0
FROM (SELECT claim, sum(claims) AS claims FROM conflict_tally GROUP BY claim HAVING sum(claims) <> 0) AS t
WHERE claim.key = t.claim

-- name: settle-conflicts-of-touched
-- mode: write
-- rows: none
-- params: none
UPDATE claim SET (conflict_count, is_contested) =
    (SELECT count(*), count(*) > 0 FROM conflicts_with AS x CROSS JOIN claim AS o ON o.key = x.other
        WHERE x.claim = claim.key AND o.fact_count > 0)
WHERE key IN (SELECT key FROM touched_claim)

-- name: remove-mirrored-disputes
-- mode: write
-- rows: none
-- params: none
DELETE FROM disputes
WHERE (claim, other_claim) IN (SELECT d.other_claim, d.claim FROM touched_claim AS t CROSS JOIN disputes AS d ON d.claim = t.key)

-- name: remove-disputes
-- mode: write
-- rows: none
-- params: none
DELETE FROM disputes WHERE claim IN (SELECT key FROM touched_claim)

-- name: add-disputes
-- mode: write
-- rows: none
-- params: none
INSERT INTO disputes (outlet, other, claim, other_claim, claim_id, other_id, other_claim_id, score, differs)
SELECT a.outlet, b.outlet, a.claim, b.claim, a.claim_id, b.outlet_id, b.claim_id, x.score, x.differs
FROM touched_claim AS t CROSS JOIN conflicts_with AS x ON x.claim = t.key
    CROSS JOIN backs AS a ON a.claim = x.claim CROSS JOIN backs AS b ON b.claim = x.other

-- name: add-mirrored-disputes
-- mode: write
-- rows: none
-- params: none
INSERT OR IGNORE INTO disputes (outlet, other, claim, other_claim, claim_id, other_id, other_claim_id, score, differs)
SELECT d.other, d.outlet, d.other_claim, d.claim, d.other_claim_id, o.id, d.claim_id, d.score, d.differs
FROM touched_claim AS t CROSS JOIN disputes AS d ON d.claim = t.key CROSS JOIN outlet AS o ON o.key = d.outlet
