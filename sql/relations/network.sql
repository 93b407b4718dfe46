-- name: network
-- mode: read
-- params: around, depth, minWeight, limit
-- What is around some nodes, level by level: `nodes` is a JSON object of ids and weights, `edges` one of weights by
-- source, target (27 characters each) and kind, in the order of kind, source and target, which network-nodes and
-- network-edges read. A relation is two parts of @step, one from either of its ends, which read the heaviest from an
-- index (the weight, then the other's id; what weighs the same everywhere, closest first), and one of `edges`, which looks
-- up each two nodes: so a hub costs what the network has, and not what the hub has. Parts of `edges` stand in the order of
-- their kinds, and their loops run in the order of @t: sorting 20,700 edges took 20 of 80 ms.
-- A step of a recursive query may have no aggregate and no limit, and a scalar subquery may have both: so a level
-- is a row, and what is taken travels in it as JSON, id -> the level that it was taken at. What json_each(json_array(...))
-- gives is computed once and has a name; a WITH is copied for each place that names it, and those are too many here.
FROM (SELECT @found.edges AS edges, (SELECT json_group_object(id, weight) FROM (SELECT id, sum(weight) AS weight FROM (
        SELECT key AS id, 0 AS weight FROM json_each(@found.taken)
        UNION ALL SELECT substr(key, 1, 27), value FROM json_each(@found.edges)
        UNION ALL SELECT substr(key, 28, 27), value FROM json_each(@found.edges)) GROUP BY id)) AS nodes
FROM (SELECT @taken.value AS taken, (WITH @t AS MATERIALIZED (SELECT row_number() OVER (ORDER BY key) AS place, key AS id, CASE substr(key, 1, 3)
        WHEN 'st_' THEN 1 WHEN 'cl_' THEN 3 WHEN 'ou_' THEN 4 WHEN 'pe_' THEN 5 END AS kind, CASE substr(key, 1, 3)
        WHEN 'st_' THEN (SELECT key FROM story WHERE id = i.key) WHEN 'cl_' THEN (SELECT key FROM claim WHERE id = i.key)
        WHEN 'ou_' THEN (SELECT key FROM outlet WHERE id = i.key) WHEN 'pe_' THEN (SELECT key FROM person WHERE id = i.key)
        END AS key FROM json_each(@taken.value) AS i)
    SELECT json_group_object(source || target || kind, weight) FROM (
        SELECT 'APPEARS_IN' AS kind, a.id AS source, o.id AS target, e.mention_count AS weight FROM @t AS a CROSS JOIN @t AS o
            CROSS JOIN appears_in AS e ON e.person = a.key AND e.story = o.key WHERE a.kind = 5 AND o.kind = 1 AND e.mention_count >= $minWeight
        UNION ALL SELECT 'BACKS', a.id, o.id, e.citation_count FROM @t AS a CROSS JOIN @t AS o
            CROSS JOIN backs AS e ON e.outlet = a.key AND e.claim = o.key WHERE a.kind = 4 AND o.kind = 3 AND e.citation_count >= $minWeight
        UNION ALL SELECT 'CITES_PERSON', a.id, o.id, e.fact_count FROM @t AS a CROSS JOIN @t AS o
            CROSS JOIN cites_person AS e ON e.person = a.key AND e.outlet = o.key WHERE a.kind = 5 AND o.kind = 4 AND e.fact_count >= $minWeight
        UNION ALL SELECT 'CONFLICTS_WITH', a.id, o.id, 1 FROM @t AS a CROSS JOIN @t AS o
            CROSS JOIN conflicts_with AS e ON e.claim = a.key AND e.other = o.key WHERE a.kind = 3 AND o.kind = 3 AND o.place > a.place AND 1 >= $minWeight
        UNION ALL SELECT 'COVERED_BY', a.id, o.id, max(1, e.citation_count) FROM @t AS a CROSS JOIN @t AS o
            CROSS JOIN covered_by AS e ON e.story = a.key AND e.outlet = o.key WHERE a.kind = 1 AND o.kind = 4 AND max(1, e.citation_count) >= $minWeight
        UNION ALL SELECT 'CO_BACKED', a.id, o.id, e.claim_count FROM @t AS a CROSS JOIN @t AS o
            CROSS JOIN co_backed AS e ON e.outlet = a.key AND e.other = o.key WHERE a.kind = 4 AND o.kind = 4 AND o.place > a.place AND e.claim_count >= $minWeight
        UNION ALL SELECT 'CO_CITED', a.id, o.id, e.weight FROM @t AS a CROSS JOIN @t AS o
            CROSS JOIN co_cited AS e ON e.outlet = a.key AND e.other = o.key WHERE a.kind = 4 AND o.kind = 4 AND o.place > a.place AND e.weight >= $minWeight
        UNION ALL SELECT 'CO_MENTIONED', a.id, o.id, e.story_count FROM @t AS a CROSS JOIN @t AS o
            CROSS JOIN co_mentioned AS e ON e.person = a.key AND e.other = o.key WHERE a.kind = 5 AND o.kind = 5 AND o.place > a.place AND e.story_count >= $minWeight
        UNION ALL SELECT 'STATES', a.id, o.id, count(*) FROM @t AS a CROSS JOIN @t AS o
            CROSS JOIN fact AS e ON e.story = a.key AND e.claim = o.key AND e.last_version IS NULL
            WHERE a.kind = 1 AND o.kind = 3 GROUP BY a.place, o.place HAVING count(*) >= $minWeight)) AS edges
FROM json_each(json_array((WITH RECURSIVE @level(n, taken) AS (
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
                UNION ALL SELECT * FROM (SELECT other_id, claim_count FROM co_backed
                    WHERE @f.kind = 4 AND outlet = @f.key AND claim_count >= $minWeight ORDER BY claim_count DESC, other_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT other_id, story_count FROM co_mentioned
                    WHERE @f.kind = 5 AND person = @f.key AND story_count >= $minWeight ORDER BY story_count DESC, other_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT claim_id, citation_count FROM backs
                    WHERE @f.kind = 4 AND outlet = @f.key AND citation_count >= $minWeight ORDER BY citation_count DESC, claim_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT outlet_id, citation_count FROM backs
                    WHERE @f.kind = 3 AND claim = @f.key AND citation_count >= $minWeight ORDER BY citation_count DESC, outlet_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT person_id, fact_count FROM cites_person
                    WHERE @f.kind = 4 AND outlet = @f.key AND fact_count >= $minWeight ORDER BY fact_count DESC, person_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT outlet_id, fact_count FROM cites_person
                    WHERE @f.kind = 5 AND person = @f.key AND fact_count >= $minWeight ORDER BY fact_count DESC, outlet_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT story_id, max(1, citation_count) FROM covered_by
                    WHERE @f.kind = 4 AND outlet = @f.key AND citation_count + 0 >= iif($minWeight <= 1, 0, $minWeight)
                    ORDER BY citation_count + 0 DESC, story_id DESC LIMIT $limit)
                UNION ALL SELECT * FROM (SELECT o.id, max(1, c.citation_count) FROM covered_by AS c CROSS JOIN outlet AS o ON o.key = c.outlet
                    WHERE @f.kind = 1 AND c.story = @f.key AND c.citation_count >= iif($minWeight <= 1, 0, $minWeight)
                    ORDER BY c.citation_count DESC, o.id DESC LIMIT $limit)
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
    FROM @level AS @v WHERE @v.n < $depth AND (SELECT count(*) FROM json_each(@v.taken)) < $limit)
SELECT taken FROM @level ORDER BY n DESC LIMIT 1))) AS @taken LIMIT -1) AS @found) AS @dst
WHERE TRUE
