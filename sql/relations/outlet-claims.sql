-- name: outlet-claims
-- mode: read
-- params: none
-- BACKS: the claims that an outlet backs, with counts and dates.
FROM backs AS @e CROSS JOIN claim AS @dst ON @dst.key = @e.claim
WHERE @e.outlet = @src.key
-- key n.id: @e.claim_id
-- count: @src.claim_count
