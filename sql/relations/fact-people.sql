-- name: fact-people
-- mode: read
-- params: none
-- The people whom a fact mentions, once each.
FROM (SELECT *, (SELECT o.story FROM fact AS o WHERE o.key = owner) AS story FROM mentioned_in) AS @e
    CROSS JOIN person AS @dst ON @dst.key = @e.person
WHERE @e.kind = 'FACT' AND @e.owner = @src.key
-- key n.id: @e.person_id
