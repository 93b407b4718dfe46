-- name: revision-facts
-- mode: read
-- params: none
-- The facts that stand in one version of a story, past ones too.
FROM (SELECT f.key AS owner, @src.number AS number, @src.number AS version FROM fact AS f
    WHERE f.story = @src.story AND f.first_version <= @src.number AND coalesce(f.last_version, @src.number) >= @src.number) AS @e
    CROSS JOIN fact AS @dst ON @dst.key = @e.owner
WHERE TRUE
