-- name: graph-edges
-- mode: read
-- params: none
-- The edges of one story, one row for each two nodes and kind; `weight` counts them.
FROM (
    SELECT @src.id AS source, f.id AS target, 'HAS_FACT' AS kind, 1 AS weight
        FROM fact AS f WHERE f.story = @src.key AND f.last_version IS NULL
    UNION ALL SELECT @src.id, n.id, 'HAS_NARRATIVE', 1
        FROM narrative AS n WHERE n.story = @src.key AND n.last_version IS NULL
    UNION ALL SELECT @src.id, o.id, 'LISTS', count(*)
        FROM lists AS l CROSS JOIN outlet AS o ON o.key = l.outlet
        WHERE l.story = @src.key AND l.last_version IS NULL GROUP BY o.id
    UNION ALL SELECT f.id, c.id, 'STATES', 1
        FROM fact AS f CROSS JOIN claim AS c ON c.key = f.claim WHERE f.story = @src.key AND f.last_version IS NULL
    UNION ALL SELECT f.id, o.id, 'CITES', count(*)
        FROM fact AS f CROSS JOIN cites AS c ON c.fact = f.key AND c.last_version IS NULL CROSS JOIN outlet AS o ON o.key = c.outlet
        WHERE f.story = @src.key AND f.last_version IS NULL GROUP BY f.id, o.id
    UNION ALL SELECT f.id, o.id, 'ATTRIBUTED_TO', count(*)
        FROM fact AS f CROSS JOIN attributed_to AS a ON a.fact = f.key AND a.last_version IS NULL
            CROSS JOIN outlet AS o ON o.key = a.outlet
        WHERE f.story = @src.key AND f.last_version IS NULL GROUP BY f.id, o.id
    UNION ALL SELECT n.id, o.id, 'PROVIDED_BY', count(*)
        FROM narrative AS n CROSS JOIN provided_by AS p ON p.narrative = n.key AND p.last_version IS NULL
            CROSS JOIN outlet AS o ON o.key = p.outlet
        WHERE n.story = @src.key AND n.last_version IS NULL GROUP BY n.id, o.id
    UNION ALL SELECT CASE m.kind WHEN 'FACT' THEN (SELECT id FROM fact WHERE key = m.owner)
            WHEN 'NARRATIVE' THEN (SELECT id FROM narrative WHERE key = m.owner) ELSE @src.id END, p.id, 'MENTIONS', count(*)
        FROM mention AS m CROSS JOIN person AS p ON p.key = m.person
        WHERE m.story = @src.key AND m.last_version IS NULL GROUP BY m.kind, m.owner, p.id
) AS @dst
WHERE TRUE
-- order: @dst.kind, @dst.source, @dst.target
