-- name: person
-- mode: read
-- params: id, name
-- A person by their id, or by their name or any spelling seen; of several, the one in most stories.
FROM person AS @dst
WHERE @dst.story_count > 0
-- filter id: @dst.id = coalesce((SELECT target FROM moved WHERE id = $id), $id)
-- filter name: @dst.key = (SELECT p.key FROM person_alias AS a CROSS JOIN person AS p ON p.key = a.person
--     WHERE a.folded = $name AND p.story_count > 0 ORDER BY p.story_count DESC, p.id LIMIT 1)
