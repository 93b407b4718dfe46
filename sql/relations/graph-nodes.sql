-- name: graph-nodes
-- mode: read
-- params: none
-- The nodes of one story; `weight` counts the edges of the story that end in each.
FROM (
    SELECT @src.id AS id, 'STORY' AS kind, @src.title AS label, 0 AS weight
    UNION ALL SELECT f.id, 'FACT', f.text, 1 FROM fact AS f WHERE f.story = @src.key AND f.last_version IS NULL
    UNION ALL SELECT n.id, 'NARRATIVE', n.label, 1 FROM narrative AS n WHERE n.story = @src.key AND n.last_version IS NULL
    UNION ALL SELECT c.id, 'CLAIM', c.text, count(*)
        FROM fact AS f CROSS JOIN claim AS c ON c.key = f.claim
        WHERE f.story = @src.key AND f.last_version IS NULL GROUP BY c.key
    UNION ALL SELECT o.id, 'OUTLET', o.name, count(*)
        FROM (
            SELECT l.outlet AS outlet FROM lists AS l WHERE l.story = @src.key AND l.last_version IS NULL
            UNION ALL SELECT c.outlet FROM fact AS f CROSS JOIN cites AS c ON c.fact = f.key AND c.last_version IS NULL
                WHERE f.story = @src.key AND f.last_version IS NULL
            UNION ALL SELECT p.outlet FROM narrative AS n
                CROSS JOIN provided_by AS p ON p.narrative = n.key AND p.last_version IS NULL
                WHERE n.story = @src.key AND n.last_version IS NULL
            UNION ALL SELECT a.outlet FROM fact AS f CROSS JOIN attributed_to AS a ON a.fact = f.key AND a.last_version IS NULL
                WHERE f.story = @src.key AND f.last_version IS NULL
        ) AS e CROSS JOIN outlet AS o ON o.key = e.outlet GROUP BY o.key
    UNION ALL SELECT p.id, 'PERSON', p.name, a.mention_count
        FROM appears_in AS a CROSS JOIN person AS p ON p.key = a.person WHERE a.story = @src.key
) AS @dst
WHERE TRUE
-- order: @dst.kind, @dst.id
