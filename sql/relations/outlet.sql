-- name: outlet
-- mode: read
-- params: id, name
-- An outlet by its id, or by its name or any spelling seen; of several, the one in most stories.
FROM outlet AS @dst
WHERE @dst.story_count + @dst.attribution_count > 0
-- filter id: @dst.id = coalesce((SELECT target FROM moved WHERE id = $id), $id)
-- filter name: @dst.key = (SELECT o.key FROM outlet_alias AS a CROSS JOIN outlet AS o ON o.key = a.outlet
--     WHERE a.folded = $name AND o.story_count + o.attribution_count > 0 ORDER BY o.story_count DESC, o.id LIMIT 1)
