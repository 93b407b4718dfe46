-- name: person-outlets
-- mode: read
-- params: none
-- The outlets that facts which mention a person cite.
FROM cites_person AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.outlet
WHERE @e.person = @src.key
-- key n.id: @e.outlet_id
