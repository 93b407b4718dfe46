-- name: revision-narratives
-- mode: read
-- params: none
-- The narratives that stand in one version of a story, past ones too.
FROM (SELECT n.key AS owner, @src.number AS number, @src.number AS version FROM narrative AS n
    WHERE n.story = @src.story AND n.first_version <= @src.number AND coalesce(n.last_version, @src.number) >= @src.number) AS @e
    CROSS JOIN narrative AS @dst ON @dst.key = @e.owner
WHERE TRUE
