-- name: fact-basis
-- mode: read
-- params: none
-- The earliest standing fact of the wording that a fact's own wording was compared with.
FROM fact AS @dst
WHERE @dst.key = (SELECT f.key FROM wording AS w CROSS JOIN fact AS f ON f.wording = w.basis AND f.last_version IS NULL
    WHERE w.key = @src.wording ORDER BY f.published_last_key, f.id LIMIT 1)
