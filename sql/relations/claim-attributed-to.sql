-- name: claim-attributed-to
-- mode: read
-- params: none
-- ORIGIN_OF, backwards: the outlets that standing facts which state a claim say they have something from.
FROM origin_of AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.outlet
WHERE @e.claim = @src.key
-- key n.id: @e.outlet_id
