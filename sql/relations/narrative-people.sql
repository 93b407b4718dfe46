-- name: narrative-people
-- mode: read
-- params: none
-- The people whom a narrative mentions, once each.
FROM (SELECT *, (SELECT o.story FROM narrative AS o WHERE o.key = owner) AS story FROM mentioned_in) AS @e
    CROSS JOIN person AS @dst ON @dst.key = @e.person
WHERE @e.kind = 'NARRATIVE' AND @e.owner = @src.key
-- key n.id: @e.person_id
