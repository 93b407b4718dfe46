-- name: comparison-only-b
-- mode: read
-- params: none
-- BACKS: the claims that the second outlet of a comparison backs and the other does not, most backed first.
FROM backs AS @e CROSS JOIN claim AS @dst ON @dst.key = @e.claim
WHERE @e.outlet = @src.other AND NOT EXISTS (SELECT 1 FROM backs AS @o WHERE @o.claim = @e.claim AND @o.outlet = @src.outlet)
-- key n.backerCount: @e.backer_count
-- key n.id: @e.claim_id
-- count: @src.only_b_count
