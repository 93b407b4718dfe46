-- name: outlet-co-cited
-- mode: read
-- params: minWeight
-- CO_CITED: the outlets that facts cite together with an outlet; the weight counts these facts.
FROM co_cited AS @e CROSS JOIN outlet AS @dst ON @dst.key = @e.other
WHERE @e.outlet = @src.key
-- filter minWeight: @e.weight >= $minWeight
-- key n.id: @e.other_id
