-- name: comparison-only-a
-- mode: read
-- params: none
-- BACKS: the claims that the first outlet of a comparison backs and the other does not, most backed first.
FROM backs AS @e CROSS JOIN claim AS @dst ON @dst.key = @e.claim
WHERE @e.outlet = @src.outlet AND NOT EXISTS (SELECT 1 FROM backs AS @o WHERE @o.claim = @e.claim AND @o.outlet = @src.other)
-- key n.backerCount: @e.backer_count
-- key n.id: @e.claim_id
-- count: @src.only_a_count
