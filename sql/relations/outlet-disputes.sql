-- name: outlet-disputes
-- mode: read
-- params: with
-- DISPUTES: the claims that an outlet backs, with each conflicting claim and each outlet that backs that one.
FROM disputes AS @e CROSS JOIN claim AS @dst ON @dst.key = @e.claim
WHERE @e.outlet = @src.key
-- filter with: @e.other = (SELECT key FROM outlet WHERE id = coalesce((SELECT target FROM moved WHERE id = $with), $with))
-- key n.id: @e.claim_id
