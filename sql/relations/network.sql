-- name: network
-- mode: read
-- params: around, depth, minWeight, limit
-- What is around some nodes, level by level: `nodes` is a JSON object of ids and weights, `edges` one of
-- "KIND source target" and weights (every id has 27 characters), which network-nodes and network-edges read.
-- A relation is two parts of @step, one from either of its ends, which read the heaviest from an index (the weight, then
-- the other's id; what weighs the same everywhere, newest or closest first), and one of @lines: from the end that has few,
-- or, where both may be hubs, for each two nodes: the 45 edges of ten hubs take 10,635 steps of SQLite's machine so,
-- and 68,107 by way of all their neighbours; 10,210 edges of 200 take 1.55 and 1.44 million.
-- A step of a recursive query may have no aggregate and no limit, and a scalar subquery may have both: so a level
-- is a row, and what is taken travels in it as JSON, id -> the level that it was taken at. A table that depends on the
-- row gets no automatic index: so the edges are found outside of it (6 ms against 160 where 200 nodes have 10,210).
FROM (WITH RECURSIVE @level(n, taken) AS (
    SELECT 0, (SELECT json_group_object(@m.id, 0) FROM (SELECT DISTINCT CASE substr(i.value, 1, 3)
            WHEN 'st_' THEN (SELECT id FROM story WHERE id = coalesce((SELECT target FROM moved WHERE id = i.value), i.value))
            WHEN 'cl_' THEN (SELECT id FROM claim WHERE id = coalesce((SELECT target FROM moved WHERE id = i.value), i.value) AND fact_count > 0)
            WHEN 'ou_' THEN (SELECT id FROM outlet WHERE id = coalesce((SELECT target FROM moved WHERE id = i.value), i.value) AND story_count + attribution_count > 0)
            WHEN 'pe_' THEN (SELECT id FROM person WHERE id = coalesce((SELECT target FROM moved WHERE id = i.value), i.value) AND story_count > 0)
            WHEN 'fa_' THEN (SELECT s.id FROM fact AS x CROSS JOIN story AS s ON s.key = x.story WHERE x.id = i.value AND x.last_version IS NULL)
            WHEN 'na_' THEN (SELECT s.id FROM narrative AS x CROSS JOIN story AS s ON s.key = x.story WHERE x.id = i.value AND x.last_version IS NULL)
            WHEN 'fo_' THEN (SELECT s.id FROM forecast AS x CROSS JOIN story AS s ON s.key = x.story WHERE x.id = i.value AND x.last_version IS NULL)
            WHEN 're_' THEN (SELECT s.id FROM revision AS x CROSS JOIN story AS s ON s.key = x.story WHERE x.id = i.value)
            WHEN 'pr_' THEN (SELECT s.id FROM problem AS x CROSS JOIN story AS s ON s.key = x.story WHERE x.id = i.value)
        END AS id FROM json_each($around) AS i) AS @m WHERE @m.id IS NOT NULL)
    UNION ALL SELECT @v.n + 1, (SELECT json_group_object(id, level) FROM (SELECT id, min(level) AS level FROM (
        SELECT key AS id, value AS level, 0 AS weight FROM json_each(@v.taken)
        UNION ALL SELECT @step.key, @v.n + 1, @step.value FROM (SELECT id, CASE substr(id, 1, 3)
                WHEN 'st_' THEN 1 WHEN 'cl_' THEN 3 WHEN 'ou_' THEN 4 WHEN 'pe_' THEN 5 END AS kind, CASE substr(id, 1, 3)
                WHEN 'st_' THEN (SELECT key FROM story WHERE id = @u.id) WHEN 'cl_' THEN (SELECT key FROM claim WHERE id = @u.id)
                WHEN 'ou_' THEN (SELECT key FROM outlet WHERE id = @u.id) WHEN 'pe_' THEN (SELECT key FROM person WHERE id = @u.id) END AS key
                FROM (SELECT key AS id FROM json_each(@v.taken) WHERE value = @v.n) AS @u LIMIT -1) AS @f
            CROSS JOIN json_each((SELECT json_group_object(id, weight) FROM (
                SELECT * FROM (SELECT other_id AS id, weight FROM co_cited
                    WHERE @f.kind = 4 AND outlet = @f.key AND weight >= $minWeight ORDER BY weight DESC, other_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT claim_id, citation_count FROM backs
                    WHERE @f.kind = 4 AND outlet = @f.key AND citation_count >= $minWeight ORDER BY citation_count DESC, claim_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT outlet_id, citation_count FROM backs
                    WHERE @f.kind = 3 AND claim = @f.key AND citation_count >= $minWeight ORDER BY citation_count DESC, outlet_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT person_id, fact_count FROM cites_person
                    WHERE @f.kind = 4 AND outlet = @f.key AND fact_count >= $minWeight ORDER BY fact_count DESC, person_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT outlet_id, fact_count FROM cites_person
                    WHERE @f.kind = 5 AND person = @f.key AND fact_count >= $minWeight ORDER BY fact_count DESC, outlet_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT story_id, 1 FROM covered_by
                    WHERE @f.kind = 4 AND outlet = @f.key AND 1 >= $minWeight ORDER BY published_key DESC, story_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT o.id, 1 FROM covered_by AS c CROSS JOIN outlet AS o ON o.key = c.outlet
                    WHERE @f.kind = 1 AND c.story = @f.key AND 1 >= $minWeight ORDER BY o.id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT story_id, mention_count FROM appears_in
                    WHERE @f.kind = 5 AND person = @f.key AND mention_count >= $minWeight ORDER BY mention_count DESC, story_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT person_id, mention_count FROM appears_in
                    WHERE @f.kind = 1 AND story = @f.key AND mention_count >= $minWeight ORDER BY mention_count DESC, person_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT c.other_id, 1 FROM conflicts_with AS c CROSS JOIN claim AS x ON x.key = c.other AND x.fact_count > 0
                    WHERE @f.kind = 3 AND c.claim = @f.key AND 1 >= $minWeight ORDER BY c.score DESC, c.other_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT s.id, count(*) AS facts FROM fact AS x CROSS JOIN story AS s ON s.key = x.story
                    WHERE @f.kind = 3 AND x.claim = @f.key AND x.last_version IS NULL GROUP BY x.story HAVING facts >= $minWeight
                    ORDER BY facts DESC, s.id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT c.id, count(*) AS facts FROM fact AS x CROSS JOIN claim AS c ON c.key = x.claim
                    WHERE @f.kind = 1 AND x.story = @f.key AND x.last_version IS NULL GROUP BY x.claim HAVING facts >= $minWeight
                    ORDER BY facts DESC, c.id DESC LIMIT $limit)))) AS @step)
        GROUP BY id ORDER BY min(level), max(weight) DESC, id DESC LIMIT $limit))
    FROM @level AS @v WHERE @v.n < $depth AND (SELECT count(*) FROM json_each(@v.taken)) < $limit),
@chosen AS MATERIALIZED (SELECT taken FROM @level ORDER BY n DESC LIMIT 1),
@t AS MATERIALIZED (SELECT key AS id, CASE substr(key, 1, 3)
        WHEN 'st_' THEN (SELECT key << 4 | 1 FROM story WHERE id = i.key) WHEN 'cl_' THEN (SELECT key << 4 | 3 FROM claim WHERE id = i.key)
        WHEN 'ou_' THEN (SELECT key << 4 | 4 FROM outlet WHERE id = i.key) WHEN 'pe_' THEN (SELECT key << 4 | 5 FROM person WHERE id = i.key)
        END AS node FROM json_each((SELECT taken FROM @chosen)) AS i)
SELECT @lines.found AS edges, (SELECT json_group_object(id, weight) FROM (SELECT id, sum(weight) AS weight FROM (
        SELECT id, 0 AS weight FROM @t
        UNION ALL SELECT substr(key, -27, 27), value FROM json_each(@lines.found)
        UNION ALL SELECT substr(key, -55, 27), value FROM json_each(@lines.found)) GROUP BY id)) AS nodes
FROM (SELECT json_group_object(x.kind || ' ' || iif(x.is_back, b.id, x.id) || ' ' || iif(x.is_back, x.id, b.id), x.weight) AS found FROM (
    SELECT 'APPEARS_IN' AS kind, 1 AS is_back, a.id AS id, e.person << 4 | 5 AS other, e.mention_count AS weight
        FROM @t AS a CROSS JOIN appears_in AS e ON e.story = a.node >> 4 AND e.mention_count >= $minWeight WHERE a.node & 15 = 1
    UNION ALL SELECT 'BACKS', 1, a.id, e.outlet << 4 | 4, e.citation_count
        FROM @t AS a CROSS JOIN backs AS e ON e.claim = a.node >> 4 AND e.citation_count >= $minWeight WHERE a.node & 15 = 3
    UNION ALL SELECT 'CITES_PERSON', 0, a.id, o.node, e.fact_count
        FROM @t AS a CROSS JOIN @t AS o ON o.node & 15 = 4
            CROSS JOIN cites_person AS e ON e.person = a.node >> 4 AND e.outlet = o.node >> 4 AND e.fact_count >= $minWeight WHERE a.node & 15 = 5
    UNION ALL SELECT 'CONFLICTS_WITH', 0, a.id, e.other << 4 | 3, 1
        FROM @t AS a CROSS JOIN conflicts_with AS e ON e.claim = a.node >> 4 AND e.other_id > a.id AND 1 >= $minWeight WHERE a.node & 15 = 3
    UNION ALL SELECT 'COVERED_BY', 0, a.id, e.outlet << 4 | 4, 1
        FROM @t AS a CROSS JOIN covered_by AS e ON e.story = a.node >> 4 AND 1 >= $minWeight WHERE a.node & 15 = 1
    UNION ALL SELECT 'CO_CITED', 0, a.id, o.node, e.weight
        FROM @t AS a CROSS JOIN @t AS o ON o.node & 15 = 4 AND o.id > a.id
            CROSS JOIN co_cited AS e ON e.outlet = a.node >> 4 AND e.other = o.node >> 4 AND e.weight >= $minWeight WHERE a.node & 15 = 4
    UNION ALL SELECT 'STATES', 0, a.id, e.claim << 4 | 3, count(*)
        FROM @t AS a CROSS JOIN fact AS e ON e.story = a.node >> 4 AND e.last_version IS NULL
        WHERE a.node & 15 = 1 GROUP BY a.node, e.claim HAVING count(*) >= $minWeight
    LIMIT -1) AS x CROSS JOIN @t AS b ON b.node = x.other LIMIT -1) AS @lines) AS @dst
WHERE TRUE
