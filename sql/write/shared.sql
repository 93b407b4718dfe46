-- name: make-backs-before
-- mode: write
-- rows: none
-- params: none
-- Who backed the touched claims before they are looked at anew.
CREATE TEMP TABLE backs_before (claim INTEGER, outlet INTEGER, backer_count INTEGER, PRIMARY KEY (claim, outlet)) WITHOUT ROWID

-- name: clear-backs-before
-- mode: write
-- rows: none
-- params: none
DELETE FROM backs_before

-- name: make-co-backing-tally
-- mode: write
-- rows: none
-- params: none
CREATE TEMP TABLE co_backing_tally (outlet INTEGER, other INTEGER, claims INTEGER)

-- name: clear-co-backing-tally
-- mode: write
-- rows: none
-- params: none
DELETE FROM co_backing_tally

-- name: keep-backs-before
-- mode: write
-- rows: none
-- params: none
INSERT INTO backs_before (claim, outlet, backer_count)
SELECT b.claim, b.outlet, b.backer_count FROM touched_claim AS t CROSS JOIN backs AS b ON b.claim = t.key

-- name: tally-joined-backers
-- mode: write
-- rows: none
-- params: none
-- An outlet that backs a claim now and did not before makes a pair with each that backs it now. Only those who
-- joined are paired: a claim with 300 backers has 90,000 pairs.
INSERT INTO co_backing_tally (outlet, other, claims)
WITH joined AS MATERIALIZED (
    SELECT b.claim, b.outlet FROM touched_claim AS t CROSS JOIN backs AS b ON b.claim = t.key
    WHERE NOT EXISTS (SELECT 1 FROM backs_before AS k WHERE k.claim = b.claim AND k.outlet = b.outlet))
SELECT j.outlet, b.outlet, 1 FROM joined AS j CROSS JOIN backs AS b ON b.claim = j.claim AND b.outlet <> j.outlet
UNION ALL
SELECT b.outlet, j.outlet, 1 FROM joined AS j CROSS JOIN backs AS b ON b.claim = j.claim
WHERE EXISTS (SELECT 1 FROM backs_before AS k WHERE k.claim = b.claim AND k.outlet = b.outlet)

-- name: tally-left-backers
-- mode: write
-- rows: none
-- params: none
-- The same for those who backed a claim before and do not now.
INSERT INTO co_backing_tally (outlet, other, claims)
WITH gone AS MATERIALIZED (
    SELECT k.claim, k.outlet FROM backs_before AS k
    WHERE NOT EXISTS (SELECT 1 FROM backs AS b WHERE b.claim = k.claim AND b.outlet = k.outlet))
SELECT g.outlet, k.outlet, -1 FROM gone AS g CROSS JOIN backs_before AS k ON k.claim = g.claim AND k.outlet <> g.outlet
UNION ALL
SELECT k.outlet, g.outlet, -1 FROM gone AS g CROSS JOIN backs_before AS k ON k.claim = g.claim
WHERE EXISTS (SELECT 1 FROM backs AS b WHERE b.claim = k.claim AND b.outlet = k.outlet)

-- name: settle-co-backing
-- mode: write
-- rows: none
-- params: none
INSERT INTO co_backed (outlet, other, other_id, claim_count)
SELECT t.outlet, t.other, o.id, t.claims
FROM (SELECT outlet, other, sum(claims) AS claims FROM co_backing_tally GROUP BY outlet, other HAVING sum(claims) <> 0) AS t
    CROSS JOIN outlet AS o ON o.key = t.other
WHERE TRUE
ON CONFLICT (outlet, other) DO UPDATE SET claim_count = claim_count + excluded.claim_count

-- name: remove-empty-co-backing
-- mode: write
-- rows: none
-- params: none
DELETE FROM co_backed WHERE claim_count = 0 AND (outlet, other) IN (SELECT outlet, other FROM co_backing_tally WHERE claims < 0)

-- name: settle-sole-claims
-- mode: write
-- rows: none
-- params: none
-- How many claims only this outlet backs: those of the touched claims now, less those before.
UPDATE outlet SET sole_claim_count = sole_claim_count + t.claims
FROM (SELECT outlet, sum(sole) AS claims
    FROM (SELECT k.outlet AS outlet, -1 AS sole FROM backs_before AS k WHERE k.backer_count = 1
        UNION ALL SELECT b.outlet, 1 FROM touched_claim AS c CROSS JOIN backs AS b ON b.claim = c.key WHERE b.backer_count = 1)
    GROUP BY outlet HAVING sum(sole) <> 0) AS t
WHERE outlet.key = t.outlet
