-- name: outlet-sole-backed
-- mode: read
-- params: none
-- BACKS: the claims that only this outlet backs, from an index of such edges alone.
FROM backs AS @e CROSS JOIN claim AS @dst ON @dst.key = @e.claim
WHERE @e.outlet = @src.key AND @e.backer_count = 1
-- key n.id: @e.claim_id
-- count: @src.sole_claim_count
