-- name: path
-- mode: read
-- params: from, to, maxHops
-- The shortest path between two nodes; of several, the one whose ids are the smallest, compared from `from`. `nodes` is
-- a JSON array, which path-nodes and path-edges read; a node is 16 times its key, and the number of its kind.
-- It is searched for level by level from both ends: a row of @search is what was done so far, and each step grows the
-- side that costs less (by the counters of what it would read) by all its neighbours, until the two meet. A level is a
-- JSON object, node -> by which node it was come to, as that one's place in `froms`. On the left, nodes of a level
-- stand in the order of the smallest paths to them; on the right, each was come to by the neighbour with the smallest id.
-- An edge is two lines of the longest SELECT, one each way.
FROM (WITH RECURSIVE @both(a, b) AS MATERIALIZED (
    SELECT max(iif(i.key = 'a', node, NULL)), max(iif(i.key = 'b', node, NULL)) FROM (
        SELECT i.key, CASE substr(i.value, 1, 3)
            WHEN 'st_' THEN (SELECT key << 4 | 1 FROM story WHERE id = coalesce((SELECT target FROM moved WHERE id = i.value), i.value))
            WHEN 'fa_' THEN (SELECT key << 4 | 2 FROM fact WHERE id = i.value AND last_version IS NULL)
            WHEN 'cl_' THEN (SELECT key << 4 | 3 FROM claim WHERE id = coalesce((SELECT target FROM moved WHERE id = i.value), i.value) AND fact_count > 0)
            WHEN 'ou_' THEN (SELECT key << 4 | 4 FROM outlet WHERE id = coalesce((SELECT target FROM moved WHERE id = i.value), i.value) AND story_count + attribution_count > 0)
            WHEN 'pe_' THEN (SELECT key << 4 | 5 FROM person WHERE id = coalesce((SELECT target FROM moved WHERE id = i.value), i.value) AND story_count > 0)
            WHEN 'na_' THEN (SELECT key << 4 | 6 FROM narrative WHERE id = i.value AND last_version IS NULL)
            WHEN 'fo_' THEN (SELECT key << 4 | 7 FROM forecast WHERE id = i.value AND last_version IS NULL)
            WHEN 're_' THEN (SELECT key << 4 | 8 FROM revision WHERE id = i.value)
            WHEN 'pr_' THEN (SELECT key << 4 | 9 FROM problem WHERE id = i.value)
            WHEN 'de_' THEN (SELECT key << 4 | 10 FROM decision WHERE id = i.value) END AS node
        FROM json_each(json_object('a', $from, 'b', $to)) AS i) AS i),
@search(i, j, before_l, l, before_r, r, is_left, froms) AS (
    SELECT 0, 0, '{}', json_object(CAST(a AS TEXT), 0), '{}', json_object(CAST(b AS TEXT), 0), NULL, '[]' FROM @both WHERE a IS NOT NULL AND b IS NOT NULL
    UNION ALL SELECT i + @left.value, j + 1 - @left.value, iif(@left.value, l, before_l), iif(@left.value, @grown.value, l),
        iif(@left.value, before_r, r), iif(@left.value, r, @grown.value), @left.value, @froms.value
    FROM @search AS @s
    CROSS JOIN json_each(json_array((SELECT sum(CASE n.key & 15
            WHEN 3 THEN (SELECT fact_count FROM claim WHERE key = n.key >> 4)
            WHEN 4 THEN (SELECT citation_count + story_count FROM outlet WHERE key = n.key >> 4)
            WHEN 5 THEN (SELECT fact_count + story_count FROM person WHERE key = n.key >> 4) ELSE 16 END * iif(n.is_left, 1, -1)) <= 0
        FROM (SELECT CAST(key AS INTEGER) AS key, 1 AS is_left FROM json_each(@s.l)
            UNION ALL SELECT CAST(key AS INTEGER), 0 FROM json_each(@s.r)) AS n))) AS @left
    CROSS JOIN json_each(json_array((SELECT json_group_array(node ORDER BY rank, id) FROM (SELECT node, rank, CASE node & 15
            WHEN 1 THEN (SELECT id FROM story WHERE key = node >> 4) WHEN 2 THEN (SELECT id FROM fact WHERE key = node >> 4)
            WHEN 3 THEN (SELECT id FROM claim WHERE key = node >> 4) WHEN 4 THEN (SELECT id FROM outlet WHERE key = node >> 4)
            WHEN 5 THEN (SELECT id FROM person WHERE key = node >> 4) WHEN 6 THEN (SELECT id FROM narrative WHERE key = node >> 4)
            WHEN 7 THEN (SELECT id FROM forecast WHERE key = node >> 4) END AS id
        FROM (SELECT CAST(key AS INTEGER) AS node, iif(@left.value, value, 0) AS rank FROM json_each(iif(@left.value, @s.l, @s.r))))))) AS @froms
    CROSS JOIN json_each(json_array((WITH @f AS MATERIALIZED (SELECT key AS rank, value >> 4 AS key, value & 15 AS kind FROM json_each(@froms.value))
        SELECT json_group_object(CAST(node AS TEXT), rank) FROM (SELECT node, min(rank) AS rank FROM (
            SELECT CAST(key AS INTEGER) AS node, -1 AS rank FROM json_each(iif(@left.value, @s.l, @s.r))
            UNION ALL SELECT CAST(key AS INTEGER), -1 FROM json_each(iif(@left.value, @s.before_l, @s.before_r))
            UNION ALL SELECT x.key << 4 | 2, f.rank FROM @f AS f CROSS JOIN fact AS x ON x.story = f.key AND x.last_version IS NULL WHERE f.kind = 1
            UNION ALL SELECT x.story << 4 | 1, f.rank FROM @f AS f CROSS JOIN fact AS x ON x.key = f.key WHERE f.kind = 2
            UNION ALL SELECT x.key << 4 | 6, f.rank FROM @f AS f CROSS JOIN narrative AS x ON x.story = f.key AND x.last_version IS NULL WHERE f.kind = 1
            UNION ALL SELECT x.story << 4 | 1, f.rank FROM @f AS f CROSS JOIN narrative AS x ON x.key = f.key WHERE f.kind = 6
            UNION ALL SELECT x.key << 4 | 7, f.rank FROM @f AS f CROSS JOIN forecast AS x ON x.story = f.key AND x.last_version IS NULL WHERE f.kind = 1
            UNION ALL SELECT x.story << 4 | 1, f.rank FROM @f AS f CROSS JOIN forecast AS x ON x.key = f.key WHERE f.kind = 7
            UNION ALL SELECT x.claim << 4 | 3, f.rank FROM @f AS f CROSS JOIN fact AS x ON x.key = f.key WHERE f.kind = 2
            UNION ALL SELECT x.key << 4 | 2, f.rank FROM @f AS f CROSS JOIN fact AS x ON x.claim = f.key AND x.last_version IS NULL WHERE f.kind = 3
            UNION ALL SELECT x.outlet << 4 | 4, f.rank FROM @f AS f CROSS JOIN cites AS x ON x.fact = f.key AND x.last_version IS NULL WHERE f.kind = 2
            UNION ALL SELECT x.fact << 4 | 2, f.rank FROM @f AS f CROSS JOIN cites AS x ON x.outlet = f.key AND x.last_version IS NULL WHERE f.kind = 4
            UNION ALL SELECT x.outlet << 4 | 4, f.rank FROM @f AS f CROSS JOIN lists AS x ON x.story = f.key AND x.last_version IS NULL WHERE f.kind = 1
            UNION ALL SELECT x.story << 4 | 1, f.rank FROM @f AS f CROSS JOIN lists AS x ON x.outlet = f.key AND x.last_version IS NULL WHERE f.kind = 4
            UNION ALL SELECT x.outlet << 4 | 4, f.rank FROM @f AS f CROSS JOIN provided_by AS x ON x.narrative = f.key AND x.last_version IS NULL WHERE f.kind = 6
            UNION ALL SELECT x.narrative << 4 | 6, f.rank FROM @f AS f CROSS JOIN provided_by AS x ON x.outlet = f.key AND x.last_version IS NULL WHERE f.kind = 4
            UNION ALL SELECT x.person << 4 | 5, f.rank FROM @f AS f CROSS JOIN mention AS x ON x.owner = f.key AND x.last_version IS NULL
                AND x.kind = CASE f.kind WHEN 1 THEN 'STORY' WHEN 2 THEN 'FACT' ELSE 'NARRATIVE' END WHERE f.kind IN (1, 2, 6)
            UNION ALL SELECT x.owner << 4 | CASE x.kind WHEN 'STORY' THEN 1 WHEN 'FACT' THEN 2 ELSE 6 END, f.rank
                FROM @f AS f CROSS JOIN mention AS x ON x.person = f.key AND x.last_version IS NULL WHERE f.kind = 5
            UNION ALL SELECT x.other << 4 | 3, f.rank FROM @f AS f CROSS JOIN conflicts_with AS x ON x.claim = f.key
                CROSS JOIN claim AS c ON c.key = x.other AND c.fact_count > 0 WHERE f.kind = 3)
        GROUP BY node HAVING min(rank) >= 0)))) AS @grown
    WHERE i + j < $maxHops AND l <> '{}' AND r <> '{}'
        AND NOT EXISTS (SELECT key FROM json_each(@s.l) INTERSECT SELECT key FROM json_each(@s.r))),
@steps AS MATERIALIZED (SELECT * FROM @search),
@met AS MATERIALIZED (SELECT s.i + s.j AS length, s.i AS place, (SELECT node FROM (SELECT CAST(key AS INTEGER) AS node, max(rank) AS rank
        FROM (SELECT key, value AS rank FROM json_each(s.l) UNION ALL SELECT key, -1 FROM json_each(s.r)) GROUP BY key HAVING count(*) = 2)
        ORDER BY rank, CASE node & 15
            WHEN 1 THEN (SELECT id FROM story WHERE key = node >> 4) WHEN 2 THEN (SELECT id FROM fact WHERE key = node >> 4)
            WHEN 3 THEN (SELECT id FROM claim WHERE key = node >> 4) WHEN 4 THEN (SELECT id FROM outlet WHERE key = node >> 4)
            WHEN 5 THEN (SELECT id FROM person WHERE key = node >> 4) WHEN 6 THEN (SELECT id FROM narrative WHERE key = node >> 4)
            WHEN 7 THEN (SELECT id FROM forecast WHERE key = node >> 4) END LIMIT 1) AS node
    FROM @steps AS s ORDER BY length DESC LIMIT 1),
@walk(place, node, length, way) AS (
    SELECT place, node, length, 0 FROM @met WHERE node IS NOT NULL
    UNION ALL SELECT w.place - 1, s.froms ->> (s.l ->> CAST(w.node AS TEXT)), w.length, -1
        FROM @walk AS w CROSS JOIN @steps AS s ON s.is_left = 1 AND s.i = w.place WHERE w.way <= 0
    UNION ALL SELECT w.place + 1, s.froms ->> (s.r ->> CAST(w.node AS TEXT)), w.length, 1
        FROM @walk AS w CROSS JOIN @steps AS s ON s.is_left = 0 AND s.j = w.length - w.place WHERE w.way >= 0)
SELECT max(length) AS length, json_group_array(node ORDER BY place) AS nodes FROM @walk HAVING count(*) > 0) AS @dst
WHERE TRUE
