-- name: outlet-stances
-- mode: read
-- params: stance
-- OUTLET_STANCE: the stances of the narratives that an outlet provides, month by month, in the order of its key.
FROM outlet_stance AS @dst
WHERE @dst.outlet = @src.key
-- filter stance: @dst.stance = $stance
