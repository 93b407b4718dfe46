-- name: story-people
-- mode: read
-- params: none
-- The people whom a story's lead, facts or narratives mention, once each.
FROM (SELECT *, NULL AS kind, NULL AS owner, NULL AS number FROM appears_in) AS @e CROSS JOIN person AS @dst ON @dst.key = @e.person
WHERE @e.story = @src.key
-- key n.id: @e.person_id
