-- name: path-edges
-- mode: read
-- params: none
-- The edges between the nodes of a path that follow each other, one row for each two and kind; `weight` counts them.
FROM (WITH @pair AS (SELECT a.key AS place, a.value AS here, b.value AS there
        FROM json_each(@src.nodes) AS a CROSS JOIN json_each(@src.nodes) AS b ON b.key = a.key + 1
    UNION ALL SELECT a.key, b.value, a.value
        FROM json_each(@src.nodes) AS a CROSS JOIN json_each(@src.nodes) AS b ON b.key = a.key + 1)
    SELECT @j.place AS place, s.id AS source, f.id AS target, 'HAS_FACT' AS kind, 1 AS weight
        FROM @pair AS @j CROSS JOIN fact AS f ON f.key = there >> 4 CROSS JOIN story AS s ON s.key = f.story
        WHERE here = s.key << 4 | 1 AND there & 15 = 2
    UNION ALL SELECT place, s.id, n.id, 'HAS_NARRATIVE', 1
        FROM @pair CROSS JOIN narrative AS n ON n.key = there >> 4 CROSS JOIN story AS s ON s.key = n.story
        WHERE here = s.key << 4 | 1 AND there & 15 = 6
    UNION ALL SELECT place, s.id, f.id, 'HAS_FORECAST', 1
        FROM @pair CROSS JOIN forecast AS f ON f.key = there >> 4 CROSS JOIN story AS s ON s.key = f.story
        WHERE here = s.key << 4 | 1 AND there & 15 = 7
    UNION ALL SELECT place, f.id, c.id, 'STATES', 1
        FROM @pair CROSS JOIN fact AS f ON f.key = here >> 4 CROSS JOIN claim AS c ON c.key = f.claim
        WHERE here & 15 = 2 AND there = c.key << 4 | 3
    UNION ALL SELECT place, f.id, o.id, 'CITES', count(*)
        FROM @pair CROSS JOIN fact AS f ON f.key = here >> 4
            CROSS JOIN cites AS c ON c.fact = f.key AND c.last_version IS NULL CROSS JOIN outlet AS o ON o.key = c.outlet
        WHERE here & 15 = 2 AND there = o.key << 4 | 4 GROUP BY place
    UNION ALL SELECT place, s.id, o.id, 'LISTS', count(*)
        FROM @pair CROSS JOIN story AS s ON s.key = here >> 4
            CROSS JOIN lists AS l ON l.story = s.key AND l.last_version IS NULL CROSS JOIN outlet AS o ON o.key = l.outlet
        WHERE here & 15 = 1 AND there = o.key << 4 | 4 GROUP BY place
    UNION ALL SELECT place, n.id, o.id, 'PROVIDED_BY', count(*)
        FROM @pair CROSS JOIN narrative AS n ON n.key = here >> 4
            CROSS JOIN provided_by AS p ON p.narrative = n.key AND p.last_version IS NULL CROSS JOIN outlet AS o ON o.key = p.outlet
        WHERE here & 15 = 6 AND there = o.key << 4 | 4 GROUP BY place
    UNION ALL SELECT place, CASE m.kind WHEN 'STORY' THEN (SELECT id FROM story WHERE key = m.owner)
            WHEN 'FACT' THEN (SELECT id FROM fact WHERE key = m.owner) ELSE (SELECT id FROM narrative WHERE key = m.owner) END,
            p.id, 'MENTIONS', count(*)
        FROM @pair CROSS JOIN mention AS m ON m.owner = here >> 4 AND m.last_version IS NULL
            AND m.kind = CASE here & 15 WHEN 1 THEN 'STORY' WHEN 2 THEN 'FACT' WHEN 6 THEN 'NARRATIVE' END
            CROSS JOIN person AS p ON p.key = m.person
        WHERE there = p.key << 4 | 5 GROUP BY place
    UNION ALL SELECT place, a.id, e.other_id, 'CONFLICTS_WITH', 1
        FROM @pair CROSS JOIN claim AS a ON a.key = here >> 4 CROSS JOIN conflicts_with AS e ON e.claim = a.key AND e.other_id > a.id
        WHERE here & 15 = 3 AND there = e.other << 4 | 3) AS @dst
WHERE TRUE
-- order: @dst.place, @dst.kind
