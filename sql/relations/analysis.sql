-- name: analysis
-- mode: read
-- params: none
-- The last analysis, and whether the graph was changed since.
FROM (SELECT @a.*, @a.changes <> coalesce((SELECT CAST(@m.value AS INTEGER) FROM meta AS @m WHERE @m.name = 'changes'), 0) AS is_stale
    FROM analysis AS @a) AS @dst
WHERE TRUE
