-- name: story-as-of
-- mode: read
-- params: at, clock
-- The version of a story that stood at an instant, by either clock: of those that were there, the greatest.
FROM revision AS @dst
WHERE @dst.key = (SELECT r.key FROM revision AS r
    WHERE r.story = @src.key AND CASE $clock WHEN 'PUBLISHED' THEN coalesce(r.published_at, r.recorded_at) ELSE r.recorded_at END <= $at
    ORDER BY r.number DESC LIMIT 1)
