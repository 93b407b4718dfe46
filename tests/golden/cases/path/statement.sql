-- path: p0='pe_abd3ab936ba3761321d0375e', p1='ou_724724c017a8b9dfd8d95eb4', p2=6
SELECT coalesce((
SELECT format('{"length":%s,"nodes":%s,"edges":%s}', json_quote(dst1.length), (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(CASE dst2.kind WHEN 1 THEN (
SELECT format('{"__typename":%s,"id":%s,"title":%s}', '"Story"', json_quote(n3.id), json_quote(n3.title))
FROM story AS n3
WHERE n3.key = dst2.key) WHEN 2 THEN (
SELECT format('{"__typename":%s,"id":%s,"text":%s}', '"Fact"', json_quote(n4.id), json_quote(n4.text))
FROM fact AS n4
WHERE n4.key = dst2.key) WHEN 3 THEN (
SELECT format('{"__typename":%s,"id":%s}', '"Claim"', json_quote(n5.id))
FROM claim AS n5
WHERE n5.key = dst2.key) WHEN 4 THEN (
SELECT format('{"__typename":%s,"id":%s,"name":%s}', '"Outlet"', json_quote(n6.id), json_quote(n6.name))
FROM outlet AS n6
WHERE n6.key = dst2.key) WHEN 5 THEN (
SELECT format('{"__typename":%s,"id":%s,"name":%s}', '"Person"', json_quote(n7.id), json_quote(n7.name))
FROM person AS n7
WHERE n7.key = dst2.key) WHEN 6 THEN (
SELECT format('{"__typename":%s,"id":%s}', '"Narrative"', json_quote(n8.id))
FROM narrative AS n8
WHERE n8.key = dst2.key) WHEN 7 THEN (
SELECT format('{"__typename":%s,"id":%s}', '"Forecast"', json_quote(n9.id))
FROM forecast AS n9
WHERE n9.key = dst2.key) WHEN 8 THEN (
SELECT format('{"__typename":%s,"id":%s}', '"Revision"', json_quote(n10.id))
FROM revision AS n10
WHERE n10.key = dst2.key) WHEN 9 THEN (
SELECT format('{"__typename":%s,"id":%s}', '"Problem"', json_quote(n11.id))
FROM problem AS n11
WHERE n11.key = dst2.key) WHEN 10 THEN (
SELECT format('{"__typename":%s,"id":%s}', '"Decision"', json_quote(n12.id))
FROM decision AS n12
WHERE n12.key = dst2.key) END, 'null') AS j
FROM (
SELECT n2.key AS place, n2.value & 15 AS kind, n2.value >> 4 AS key
FROM json_each(dst1.nodes) AS n2) AS dst2
WHERE TRUE
ORDER BY dst2.place
LIMIT -1)), (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"source":%s,"target":%s,"kind":%s,"weight":%s}', json_quote(dst13.source), json_quote(dst13.target), json_quote(dst13.kind), json_quote(dst13.weight)), 'null') AS j
FROM (WITH pair13 AS (
SELECT a.key AS place, a.value AS here, b.value AS there
FROM json_each(dst1.nodes) AS a
CROSS JOIN json_each(dst1.nodes) AS b ON b.key = a.key + 1
UNION ALL SELECT a.key, b.value, a.value
FROM json_each(dst1.nodes) AS a
CROSS JOIN json_each(dst1.nodes) AS b ON b.key = a.key + 1) SELECT j13.place AS place, s.id AS source, f.id AS target, 'HAS_FACT' AS kind, 1 AS weight
FROM pair13 AS j13
CROSS JOIN fact AS f ON f.key = there >> 4
CROSS JOIN story AS s ON s.key = f.story
WHERE here = s.key << 4 | 1
AND there & 15 = 2
UNION ALL SELECT place, s.id, n.id, 'HAS_NARRATIVE', 1
FROM pair13
CROSS JOIN narrative AS n ON n.key = there >> 4
CROSS JOIN story AS s ON s.key = n.story
WHERE here = s.key << 4 | 1
AND there & 15 = 6
UNION ALL SELECT place, s.id, f.id, 'HAS_FORECAST', 1
FROM pair13
CROSS JOIN forecast AS f ON f.key = there >> 4
CROSS JOIN story AS s ON s.key = f.story
WHERE here = s.key << 4 | 1
AND there & 15 = 7
UNION ALL SELECT place, f.id, c.id, 'STATES', 1
FROM pair13
CROSS JOIN fact AS f ON f.key = here >> 4
CROSS JOIN claim AS c ON c.key = f.claim
WHERE here & 15 = 2
AND there = c.key << 4 | 3
UNION ALL SELECT place, f.id, o.id, 'CITES', count(*)
FROM pair13
CROSS JOIN fact AS f ON f.key = here >> 4
CROSS JOIN cites AS c ON c.fact = f.key
AND c.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = c.outlet
WHERE here & 15 = 2
AND there = o.key << 4 | 4 GROUP BY place
UNION ALL SELECT place, s.id, o.id, 'LISTS', count(*)
FROM pair13
CROSS JOIN story AS s ON s.key = here >> 4
CROSS JOIN lists AS l ON l.story = s.key
AND l.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = l.outlet
WHERE here & 15 = 1
AND there = o.key << 4 | 4 GROUP BY place
UNION ALL SELECT place, n.id, o.id, 'PROVIDED_BY', count(*)
FROM pair13
CROSS JOIN narrative AS n ON n.key = here >> 4
CROSS JOIN provided_by AS p ON p.narrative = n.key
AND p.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = p.outlet
WHERE here & 15 = 6
AND there = o.key << 4 | 4 GROUP BY place
UNION ALL SELECT place, CASE m.kind WHEN 'STORY' THEN (
SELECT id
FROM story
WHERE key = m.owner) WHEN 'FACT' THEN (
SELECT id
FROM fact
WHERE key = m.owner) ELSE (
SELECT id
FROM narrative
WHERE key = m.owner) END, p.id, 'MENTIONS', count(*)
FROM pair13
CROSS JOIN mention AS m ON m.owner = here >> 4
AND m.last_version IS NULL
AND m.kind = CASE here & 15 WHEN 1 THEN 'STORY' WHEN 2 THEN 'FACT' WHEN 6 THEN 'NARRATIVE' END
CROSS JOIN person AS p ON p.key = m.person
WHERE there = p.key << 4 | 5 GROUP BY place
UNION ALL SELECT place, a.id, e.other_id, 'CONFLICTS_WITH', 1
FROM pair13
CROSS JOIN claim AS a ON a.key = here >> 4
CROSS JOIN conflicts_with AS e ON e.claim = a.key
AND e.other_id > a.id
WHERE here & 15 = 3
AND there = e.other << 4 | 3) AS dst13
WHERE TRUE
ORDER BY dst13.place, dst13.kind
LIMIT -1)))
FROM (WITH RECURSIVE both1(a, b) AS MATERIALIZED ( SELECT max(iif(i.key = 'a', node, NULL)), max(iif(i.key = 'b', node, NULL))
FROM ( SELECT i.key, CASE substr(i.value, 1, 3) WHEN 'st_' THEN (
SELECT key << 4 | 1
FROM story
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)) WHEN 'fa_' THEN (
SELECT key << 4 | 2
FROM fact
WHERE id = i.value
AND last_version IS NULL) WHEN 'cl_' THEN (
SELECT key << 4 | 3
FROM claim
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND fact_count > 0) WHEN 'ou_' THEN (
SELECT key << 4 | 4
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count + attribution_count > 0) WHEN 'pe_' THEN (
SELECT key << 4 | 5
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count > 0) WHEN 'na_' THEN (
SELECT key << 4 | 6
FROM narrative
WHERE id = i.value
AND last_version IS NULL) WHEN 'fo_' THEN (
SELECT key << 4 | 7
FROM forecast
WHERE id = i.value
AND last_version IS NULL) WHEN 're_' THEN (
SELECT key << 4 | 8
FROM revision
WHERE id = i.value) WHEN 'pr_' THEN (
SELECT key << 4 | 9
FROM problem
WHERE id = i.value) WHEN 'de_' THEN (
SELECT key << 4 | 10
FROM decision
WHERE id = i.value) END AS node
FROM json_each(json_object('a', :p0, 'b', :p1)) AS i) AS i), search1(i, j, before_l, l, before_r, r, is_left, froms) AS ( SELECT 0, 0, '{}', json_object(CAST(a AS TEXT), 0), '{}', json_object(CAST(b AS TEXT), 0), NULL, '[]'
FROM both1
WHERE a IS NOT NULL
AND b IS NOT NULL
UNION ALL SELECT i + left1.value, j + 1 - left1.value, iif(left1.value, l, before_l), iif(left1.value, grown1.value, l), iif(left1.value, before_r, r), iif(left1.value, r, grown1.value), left1.value, froms1.value
FROM search1 AS s1
CROSS JOIN json_each(json_array((
SELECT sum(CASE n.key & 15 WHEN 3 THEN (
SELECT fact_count
FROM claim
WHERE key = n.key >> 4) WHEN 4 THEN (
SELECT citation_count + story_count
FROM outlet
WHERE key = n.key >> 4) WHEN 5 THEN (
SELECT fact_count + story_count
FROM person
WHERE key = n.key >> 4) ELSE 16 END * iif(n.is_left, 1, -1)) <= 0
FROM (
SELECT CAST(key AS INTEGER) AS key, 1 AS is_left
FROM json_each(s1.l)
UNION ALL SELECT CAST(key AS INTEGER), 0
FROM json_each(s1.r)) AS n))) AS left1
CROSS JOIN json_each(json_array((
SELECT json_group_array(node
ORDER BY rank, id)
FROM (
SELECT node, rank, CASE node & 15 WHEN 1 THEN (
SELECT id
FROM story
WHERE key = node >> 4) WHEN 2 THEN (
SELECT id
FROM fact
WHERE key = node >> 4) WHEN 3 THEN (
SELECT id
FROM claim
WHERE key = node >> 4) WHEN 4 THEN (
SELECT id
FROM outlet
WHERE key = node >> 4) WHEN 5 THEN (
SELECT id
FROM person
WHERE key = node >> 4) WHEN 6 THEN (
SELECT id
FROM narrative
WHERE key = node >> 4) WHEN 7 THEN (
SELECT id
FROM forecast
WHERE key = node >> 4) END AS id
FROM (
SELECT CAST(key AS INTEGER) AS node, iif(left1.value, value, 0) AS rank
FROM json_each(iif(left1.value, s1.l, s1.r))))))) AS froms1
CROSS JOIN json_each(json_array((WITH f1 AS MATERIALIZED (
SELECT key AS rank, value >> 4 AS key, value & 15 AS kind
FROM json_each(froms1.value)) SELECT json_group_object(CAST(node AS TEXT), rank)
FROM (
SELECT node, min(rank) AS rank
FROM ( SELECT CAST(key AS INTEGER) AS node, -1 AS rank
FROM json_each(iif(left1.value, s1.l, s1.r))
UNION ALL SELECT CAST(key AS INTEGER), -1
FROM json_each(iif(left1.value, s1.before_l, s1.before_r))
UNION ALL SELECT x.key << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.key = f.key
WHERE f.kind = 2
UNION ALL SELECT x.key << 4 | 6, f.rank
FROM f1 AS f
CROSS JOIN narrative AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN narrative AS x ON x.key = f.key
WHERE f.kind = 6
UNION ALL SELECT x.key << 4 | 7, f.rank
FROM f1 AS f
CROSS JOIN forecast AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN forecast AS x ON x.key = f.key
WHERE f.kind = 7
UNION ALL SELECT x.claim << 4 | 3, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.key = f.key
WHERE f.kind = 2
UNION ALL SELECT x.key << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.claim = f.key
AND x.last_version IS NULL
WHERE f.kind = 3
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN cites AS x ON x.fact = f.key
AND x.last_version IS NULL
WHERE f.kind = 2
UNION ALL SELECT x.fact << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN cites AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN lists AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN lists AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN provided_by AS x ON x.narrative = f.key
AND x.last_version IS NULL
WHERE f.kind = 6
UNION ALL SELECT x.narrative << 4 | 6, f.rank
FROM f1 AS f
CROSS JOIN provided_by AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.person << 4 | 5, f.rank
FROM f1 AS f
CROSS JOIN mention AS x ON x.owner = f.key
AND x.last_version IS NULL
AND x.kind = CASE f.kind WHEN 1 THEN 'STORY' WHEN 2 THEN 'FACT' ELSE 'NARRATIVE' END
WHERE f.kind IN (1, 2, 6)
UNION ALL SELECT x.owner << 4 | CASE x.kind WHEN 'STORY' THEN 1 WHEN 'FACT' THEN 2 ELSE 6 END, f.rank
FROM f1 AS f
CROSS JOIN mention AS x ON x.person = f.key
AND x.last_version IS NULL
WHERE f.kind = 5
UNION ALL SELECT x.other << 4 | 3, f.rank
FROM f1 AS f
CROSS JOIN conflicts_with AS x ON x.claim = f.key
CROSS JOIN claim AS c ON c.key = x.other
AND c.fact_count > 0
WHERE f.kind = 3) GROUP BY node HAVING min(rank) >= 0)))) AS grown1
WHERE i + j < :p2
AND l <> '{}'
AND r <> '{}'
AND NOT EXISTS (
SELECT key
FROM json_each(s1.l) INTERSECT SELECT key
FROM json_each(s1.r))), steps1 AS MATERIALIZED (
SELECT *
FROM search1), met1 AS MATERIALIZED (
SELECT s.i + s.j AS length, s.i AS place, (
SELECT node
FROM (
SELECT CAST(key AS INTEGER) AS node, max(rank) AS rank
FROM (
SELECT key, value AS rank
FROM json_each(s.l)
UNION ALL SELECT key, -1
FROM json_each(s.r)) GROUP BY key HAVING count(*) = 2)
ORDER BY rank, CASE node & 15 WHEN 1 THEN (
SELECT id
FROM story
WHERE key = node >> 4) WHEN 2 THEN (
SELECT id
FROM fact
WHERE key = node >> 4) WHEN 3 THEN (
SELECT id
FROM claim
WHERE key = node >> 4) WHEN 4 THEN (
SELECT id
FROM outlet
WHERE key = node >> 4) WHEN 5 THEN (
SELECT id
FROM person
WHERE key = node >> 4) WHEN 6 THEN (
SELECT id
FROM narrative
WHERE key = node >> 4) WHEN 7 THEN (
SELECT id
FROM forecast
WHERE key = node >> 4) END
LIMIT 1) AS node
FROM steps1 AS s
ORDER BY length DESC
LIMIT 1), walk1(place, node, length, way) AS ( SELECT place, node, length, 0
FROM met1
WHERE node IS NOT NULL
UNION ALL SELECT w.place - 1, s.froms ->> (s.l ->> CAST(w.node AS TEXT)), w.length, -1
FROM walk1 AS w
CROSS JOIN steps1 AS s ON s.is_left = 1
AND s.i = w.place
WHERE w.way <= 0
UNION ALL SELECT w.place + 1, s.froms ->> (s.r ->> CAST(w.node AS TEXT)), w.length, 1
FROM walk1 AS w
CROSS JOIN steps1 AS s ON s.is_left = 0
AND s.j = w.length - w.place
WHERE w.way >= 0) SELECT max(length) AS length, json_group_array(node
ORDER BY place) AS nodes
FROM walk1 HAVING count(*) > 0) AS dst1
WHERE TRUE
LIMIT 1), 'null');

-- back: p0='ou_724724c017a8b9dfd8d95eb4', p1='pe_abd3ab936ba3761321d0375e', p2=6
SELECT coalesce((
SELECT format('{"nodes":%s,"edges":%s}', (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(CASE dst2.kind WHEN 1 THEN (
SELECT format('{"id":%s}', json_quote(n3.id))
FROM story AS n3
WHERE n3.key = dst2.key) WHEN 2 THEN (
SELECT format('{"id":%s}', json_quote(n4.id))
FROM fact AS n4
WHERE n4.key = dst2.key) WHEN 3 THEN (
SELECT format('{"id":%s}', json_quote(n5.id))
FROM claim AS n5
WHERE n5.key = dst2.key) WHEN 4 THEN (
SELECT format('{"id":%s}', json_quote(n6.id))
FROM outlet AS n6
WHERE n6.key = dst2.key) WHEN 5 THEN (
SELECT format('{"id":%s}', json_quote(n7.id))
FROM person AS n7
WHERE n7.key = dst2.key) WHEN 6 THEN (
SELECT format('{"id":%s}', json_quote(n8.id))
FROM narrative AS n8
WHERE n8.key = dst2.key) WHEN 7 THEN (
SELECT format('{"id":%s}', json_quote(n9.id))
FROM forecast AS n9
WHERE n9.key = dst2.key) WHEN 8 THEN (
SELECT format('{"id":%s}', json_quote(n10.id))
FROM revision AS n10
WHERE n10.key = dst2.key) WHEN 9 THEN (
SELECT format('{"id":%s}', json_quote(n11.id))
FROM problem AS n11
WHERE n11.key = dst2.key) WHEN 10 THEN (
SELECT format('{"id":%s}', json_quote(n12.id))
FROM decision AS n12
WHERE n12.key = dst2.key) END, 'null') AS j
FROM (
SELECT n2.key AS place, n2.value & 15 AS kind, n2.value >> 4 AS key
FROM json_each(dst1.nodes) AS n2) AS dst2
WHERE TRUE
ORDER BY dst2.place
LIMIT -1)), (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"kind":%s}', json_quote(dst13.kind)), 'null') AS j
FROM (WITH pair13 AS (
SELECT a.key AS place, a.value AS here, b.value AS there
FROM json_each(dst1.nodes) AS a
CROSS JOIN json_each(dst1.nodes) AS b ON b.key = a.key + 1
UNION ALL SELECT a.key, b.value, a.value
FROM json_each(dst1.nodes) AS a
CROSS JOIN json_each(dst1.nodes) AS b ON b.key = a.key + 1) SELECT j13.place AS place, s.id AS source, f.id AS target, 'HAS_FACT' AS kind, 1 AS weight
FROM pair13 AS j13
CROSS JOIN fact AS f ON f.key = there >> 4
CROSS JOIN story AS s ON s.key = f.story
WHERE here = s.key << 4 | 1
AND there & 15 = 2
UNION ALL SELECT place, s.id, n.id, 'HAS_NARRATIVE', 1
FROM pair13
CROSS JOIN narrative AS n ON n.key = there >> 4
CROSS JOIN story AS s ON s.key = n.story
WHERE here = s.key << 4 | 1
AND there & 15 = 6
UNION ALL SELECT place, s.id, f.id, 'HAS_FORECAST', 1
FROM pair13
CROSS JOIN forecast AS f ON f.key = there >> 4
CROSS JOIN story AS s ON s.key = f.story
WHERE here = s.key << 4 | 1
AND there & 15 = 7
UNION ALL SELECT place, f.id, c.id, 'STATES', 1
FROM pair13
CROSS JOIN fact AS f ON f.key = here >> 4
CROSS JOIN claim AS c ON c.key = f.claim
WHERE here & 15 = 2
AND there = c.key << 4 | 3
UNION ALL SELECT place, f.id, o.id, 'CITES', count(*)
FROM pair13
CROSS JOIN fact AS f ON f.key = here >> 4
CROSS JOIN cites AS c ON c.fact = f.key
AND c.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = c.outlet
WHERE here & 15 = 2
AND there = o.key << 4 | 4 GROUP BY place
UNION ALL SELECT place, s.id, o.id, 'LISTS', count(*)
FROM pair13
CROSS JOIN story AS s ON s.key = here >> 4
CROSS JOIN lists AS l ON l.story = s.key
AND l.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = l.outlet
WHERE here & 15 = 1
AND there = o.key << 4 | 4 GROUP BY place
UNION ALL SELECT place, n.id, o.id, 'PROVIDED_BY', count(*)
FROM pair13
CROSS JOIN narrative AS n ON n.key = here >> 4
CROSS JOIN provided_by AS p ON p.narrative = n.key
AND p.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = p.outlet
WHERE here & 15 = 6
AND there = o.key << 4 | 4 GROUP BY place
UNION ALL SELECT place, CASE m.kind WHEN 'STORY' THEN (
SELECT id
FROM story
WHERE key = m.owner) WHEN 'FACT' THEN (
SELECT id
FROM fact
WHERE key = m.owner) ELSE (
SELECT id
FROM narrative
WHERE key = m.owner) END, p.id, 'MENTIONS', count(*)
FROM pair13
CROSS JOIN mention AS m ON m.owner = here >> 4
AND m.last_version IS NULL
AND m.kind = CASE here & 15 WHEN 1 THEN 'STORY' WHEN 2 THEN 'FACT' WHEN 6 THEN 'NARRATIVE' END
CROSS JOIN person AS p ON p.key = m.person
WHERE there = p.key << 4 | 5 GROUP BY place
UNION ALL SELECT place, a.id, e.other_id, 'CONFLICTS_WITH', 1
FROM pair13
CROSS JOIN claim AS a ON a.key = here >> 4
CROSS JOIN conflicts_with AS e ON e.claim = a.key
AND e.other_id > a.id
WHERE here & 15 = 3
AND there = e.other << 4 | 3) AS dst13
WHERE TRUE
ORDER BY dst13.place, dst13.kind
LIMIT -1)))
FROM (WITH RECURSIVE both1(a, b) AS MATERIALIZED ( SELECT max(iif(i.key = 'a', node, NULL)), max(iif(i.key = 'b', node, NULL))
FROM ( SELECT i.key, CASE substr(i.value, 1, 3) WHEN 'st_' THEN (
SELECT key << 4 | 1
FROM story
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)) WHEN 'fa_' THEN (
SELECT key << 4 | 2
FROM fact
WHERE id = i.value
AND last_version IS NULL) WHEN 'cl_' THEN (
SELECT key << 4 | 3
FROM claim
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND fact_count > 0) WHEN 'ou_' THEN (
SELECT key << 4 | 4
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count + attribution_count > 0) WHEN 'pe_' THEN (
SELECT key << 4 | 5
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count > 0) WHEN 'na_' THEN (
SELECT key << 4 | 6
FROM narrative
WHERE id = i.value
AND last_version IS NULL) WHEN 'fo_' THEN (
SELECT key << 4 | 7
FROM forecast
WHERE id = i.value
AND last_version IS NULL) WHEN 're_' THEN (
SELECT key << 4 | 8
FROM revision
WHERE id = i.value) WHEN 'pr_' THEN (
SELECT key << 4 | 9
FROM problem
WHERE id = i.value) WHEN 'de_' THEN (
SELECT key << 4 | 10
FROM decision
WHERE id = i.value) END AS node
FROM json_each(json_object('a', :p0, 'b', :p1)) AS i) AS i), search1(i, j, before_l, l, before_r, r, is_left, froms) AS ( SELECT 0, 0, '{}', json_object(CAST(a AS TEXT), 0), '{}', json_object(CAST(b AS TEXT), 0), NULL, '[]'
FROM both1
WHERE a IS NOT NULL
AND b IS NOT NULL
UNION ALL SELECT i + left1.value, j + 1 - left1.value, iif(left1.value, l, before_l), iif(left1.value, grown1.value, l), iif(left1.value, before_r, r), iif(left1.value, r, grown1.value), left1.value, froms1.value
FROM search1 AS s1
CROSS JOIN json_each(json_array((
SELECT sum(CASE n.key & 15 WHEN 3 THEN (
SELECT fact_count
FROM claim
WHERE key = n.key >> 4) WHEN 4 THEN (
SELECT citation_count + story_count
FROM outlet
WHERE key = n.key >> 4) WHEN 5 THEN (
SELECT fact_count + story_count
FROM person
WHERE key = n.key >> 4) ELSE 16 END * iif(n.is_left, 1, -1)) <= 0
FROM (
SELECT CAST(key AS INTEGER) AS key, 1 AS is_left
FROM json_each(s1.l)
UNION ALL SELECT CAST(key AS INTEGER), 0
FROM json_each(s1.r)) AS n))) AS left1
CROSS JOIN json_each(json_array((
SELECT json_group_array(node
ORDER BY rank, id)
FROM (
SELECT node, rank, CASE node & 15 WHEN 1 THEN (
SELECT id
FROM story
WHERE key = node >> 4) WHEN 2 THEN (
SELECT id
FROM fact
WHERE key = node >> 4) WHEN 3 THEN (
SELECT id
FROM claim
WHERE key = node >> 4) WHEN 4 THEN (
SELECT id
FROM outlet
WHERE key = node >> 4) WHEN 5 THEN (
SELECT id
FROM person
WHERE key = node >> 4) WHEN 6 THEN (
SELECT id
FROM narrative
WHERE key = node >> 4) WHEN 7 THEN (
SELECT id
FROM forecast
WHERE key = node >> 4) END AS id
FROM (
SELECT CAST(key AS INTEGER) AS node, iif(left1.value, value, 0) AS rank
FROM json_each(iif(left1.value, s1.l, s1.r))))))) AS froms1
CROSS JOIN json_each(json_array((WITH f1 AS MATERIALIZED (
SELECT key AS rank, value >> 4 AS key, value & 15 AS kind
FROM json_each(froms1.value)) SELECT json_group_object(CAST(node AS TEXT), rank)
FROM (
SELECT node, min(rank) AS rank
FROM ( SELECT CAST(key AS INTEGER) AS node, -1 AS rank
FROM json_each(iif(left1.value, s1.l, s1.r))
UNION ALL SELECT CAST(key AS INTEGER), -1
FROM json_each(iif(left1.value, s1.before_l, s1.before_r))
UNION ALL SELECT x.key << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.key = f.key
WHERE f.kind = 2
UNION ALL SELECT x.key << 4 | 6, f.rank
FROM f1 AS f
CROSS JOIN narrative AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN narrative AS x ON x.key = f.key
WHERE f.kind = 6
UNION ALL SELECT x.key << 4 | 7, f.rank
FROM f1 AS f
CROSS JOIN forecast AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN forecast AS x ON x.key = f.key
WHERE f.kind = 7
UNION ALL SELECT x.claim << 4 | 3, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.key = f.key
WHERE f.kind = 2
UNION ALL SELECT x.key << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.claim = f.key
AND x.last_version IS NULL
WHERE f.kind = 3
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN cites AS x ON x.fact = f.key
AND x.last_version IS NULL
WHERE f.kind = 2
UNION ALL SELECT x.fact << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN cites AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN lists AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN lists AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN provided_by AS x ON x.narrative = f.key
AND x.last_version IS NULL
WHERE f.kind = 6
UNION ALL SELECT x.narrative << 4 | 6, f.rank
FROM f1 AS f
CROSS JOIN provided_by AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.person << 4 | 5, f.rank
FROM f1 AS f
CROSS JOIN mention AS x ON x.owner = f.key
AND x.last_version IS NULL
AND x.kind = CASE f.kind WHEN 1 THEN 'STORY' WHEN 2 THEN 'FACT' ELSE 'NARRATIVE' END
WHERE f.kind IN (1, 2, 6)
UNION ALL SELECT x.owner << 4 | CASE x.kind WHEN 'STORY' THEN 1 WHEN 'FACT' THEN 2 ELSE 6 END, f.rank
FROM f1 AS f
CROSS JOIN mention AS x ON x.person = f.key
AND x.last_version IS NULL
WHERE f.kind = 5
UNION ALL SELECT x.other << 4 | 3, f.rank
FROM f1 AS f
CROSS JOIN conflicts_with AS x ON x.claim = f.key
CROSS JOIN claim AS c ON c.key = x.other
AND c.fact_count > 0
WHERE f.kind = 3) GROUP BY node HAVING min(rank) >= 0)))) AS grown1
WHERE i + j < :p2
AND l <> '{}'
AND r <> '{}'
AND NOT EXISTS (
SELECT key
FROM json_each(s1.l) INTERSECT SELECT key
FROM json_each(s1.r))), steps1 AS MATERIALIZED (
SELECT *
FROM search1), met1 AS MATERIALIZED (
SELECT s.i + s.j AS length, s.i AS place, (
SELECT node
FROM (
SELECT CAST(key AS INTEGER) AS node, max(rank) AS rank
FROM (
SELECT key, value AS rank
FROM json_each(s.l)
UNION ALL SELECT key, -1
FROM json_each(s.r)) GROUP BY key HAVING count(*) = 2)
ORDER BY rank, CASE node & 15 WHEN 1 THEN (
SELECT id
FROM story
WHERE key = node >> 4) WHEN 2 THEN (
SELECT id
FROM fact
WHERE key = node >> 4) WHEN 3 THEN (
SELECT id
FROM claim
WHERE key = node >> 4) WHEN 4 THEN (
SELECT id
FROM outlet
WHERE key = node >> 4) WHEN 5 THEN (
SELECT id
FROM person
WHERE key = node >> 4) WHEN 6 THEN (
SELECT id
FROM narrative
WHERE key = node >> 4) WHEN 7 THEN (
SELECT id
FROM forecast
WHERE key = node >> 4) END
LIMIT 1) AS node
FROM steps1 AS s
ORDER BY length DESC
LIMIT 1), walk1(place, node, length, way) AS ( SELECT place, node, length, 0
FROM met1
WHERE node IS NOT NULL
UNION ALL SELECT w.place - 1, s.froms ->> (s.l ->> CAST(w.node AS TEXT)), w.length, -1
FROM walk1 AS w
CROSS JOIN steps1 AS s ON s.is_left = 1
AND s.i = w.place
WHERE w.way <= 0
UNION ALL SELECT w.place + 1, s.froms ->> (s.r ->> CAST(w.node AS TEXT)), w.length, 1
FROM walk1 AS w
CROSS JOIN steps1 AS s ON s.is_left = 0
AND s.j = w.length - w.place
WHERE w.way >= 0) SELECT max(length) AS length, json_group_array(node
ORDER BY place) AS nodes
FROM walk1 HAVING count(*) > 0) AS dst1
WHERE TRUE
LIMIT 1), 'null');

-- short: p0='pe_abd3ab936ba3761321d0375e', p1='ou_724724c017a8b9dfd8d95eb4', p2=2
SELECT coalesce((
SELECT format('{"length":%s}', json_quote(dst1.length))
FROM (WITH RECURSIVE both1(a, b) AS MATERIALIZED ( SELECT max(iif(i.key = 'a', node, NULL)), max(iif(i.key = 'b', node, NULL))
FROM ( SELECT i.key, CASE substr(i.value, 1, 3) WHEN 'st_' THEN (
SELECT key << 4 | 1
FROM story
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)) WHEN 'fa_' THEN (
SELECT key << 4 | 2
FROM fact
WHERE id = i.value
AND last_version IS NULL) WHEN 'cl_' THEN (
SELECT key << 4 | 3
FROM claim
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND fact_count > 0) WHEN 'ou_' THEN (
SELECT key << 4 | 4
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count + attribution_count > 0) WHEN 'pe_' THEN (
SELECT key << 4 | 5
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count > 0) WHEN 'na_' THEN (
SELECT key << 4 | 6
FROM narrative
WHERE id = i.value
AND last_version IS NULL) WHEN 'fo_' THEN (
SELECT key << 4 | 7
FROM forecast
WHERE id = i.value
AND last_version IS NULL) WHEN 're_' THEN (
SELECT key << 4 | 8
FROM revision
WHERE id = i.value) WHEN 'pr_' THEN (
SELECT key << 4 | 9
FROM problem
WHERE id = i.value) WHEN 'de_' THEN (
SELECT key << 4 | 10
FROM decision
WHERE id = i.value) END AS node
FROM json_each(json_object('a', :p0, 'b', :p1)) AS i) AS i), search1(i, j, before_l, l, before_r, r, is_left, froms) AS ( SELECT 0, 0, '{}', json_object(CAST(a AS TEXT), 0), '{}', json_object(CAST(b AS TEXT), 0), NULL, '[]'
FROM both1
WHERE a IS NOT NULL
AND b IS NOT NULL
UNION ALL SELECT i + left1.value, j + 1 - left1.value, iif(left1.value, l, before_l), iif(left1.value, grown1.value, l), iif(left1.value, before_r, r), iif(left1.value, r, grown1.value), left1.value, froms1.value
FROM search1 AS s1
CROSS JOIN json_each(json_array((
SELECT sum(CASE n.key & 15 WHEN 3 THEN (
SELECT fact_count
FROM claim
WHERE key = n.key >> 4) WHEN 4 THEN (
SELECT citation_count + story_count
FROM outlet
WHERE key = n.key >> 4) WHEN 5 THEN (
SELECT fact_count + story_count
FROM person
WHERE key = n.key >> 4) ELSE 16 END * iif(n.is_left, 1, -1)) <= 0
FROM (
SELECT CAST(key AS INTEGER) AS key, 1 AS is_left
FROM json_each(s1.l)
UNION ALL SELECT CAST(key AS INTEGER), 0
FROM json_each(s1.r)) AS n))) AS left1
CROSS JOIN json_each(json_array((
SELECT json_group_array(node
ORDER BY rank, id)
FROM (
SELECT node, rank, CASE node & 15 WHEN 1 THEN (
SELECT id
FROM story
WHERE key = node >> 4) WHEN 2 THEN (
SELECT id
FROM fact
WHERE key = node >> 4) WHEN 3 THEN (
SELECT id
FROM claim
WHERE key = node >> 4) WHEN 4 THEN (
SELECT id
FROM outlet
WHERE key = node >> 4) WHEN 5 THEN (
SELECT id
FROM person
WHERE key = node >> 4) WHEN 6 THEN (
SELECT id
FROM narrative
WHERE key = node >> 4) WHEN 7 THEN (
SELECT id
FROM forecast
WHERE key = node >> 4) END AS id
FROM (
SELECT CAST(key AS INTEGER) AS node, iif(left1.value, value, 0) AS rank
FROM json_each(iif(left1.value, s1.l, s1.r))))))) AS froms1
CROSS JOIN json_each(json_array((WITH f1 AS MATERIALIZED (
SELECT key AS rank, value >> 4 AS key, value & 15 AS kind
FROM json_each(froms1.value)) SELECT json_group_object(CAST(node AS TEXT), rank)
FROM (
SELECT node, min(rank) AS rank
FROM ( SELECT CAST(key AS INTEGER) AS node, -1 AS rank
FROM json_each(iif(left1.value, s1.l, s1.r))
UNION ALL SELECT CAST(key AS INTEGER), -1
FROM json_each(iif(left1.value, s1.before_l, s1.before_r))
UNION ALL SELECT x.key << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.key = f.key
WHERE f.kind = 2
UNION ALL SELECT x.key << 4 | 6, f.rank
FROM f1 AS f
CROSS JOIN narrative AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN narrative AS x ON x.key = f.key
WHERE f.kind = 6
UNION ALL SELECT x.key << 4 | 7, f.rank
FROM f1 AS f
CROSS JOIN forecast AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN forecast AS x ON x.key = f.key
WHERE f.kind = 7
UNION ALL SELECT x.claim << 4 | 3, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.key = f.key
WHERE f.kind = 2
UNION ALL SELECT x.key << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.claim = f.key
AND x.last_version IS NULL
WHERE f.kind = 3
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN cites AS x ON x.fact = f.key
AND x.last_version IS NULL
WHERE f.kind = 2
UNION ALL SELECT x.fact << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN cites AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN lists AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN lists AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN provided_by AS x ON x.narrative = f.key
AND x.last_version IS NULL
WHERE f.kind = 6
UNION ALL SELECT x.narrative << 4 | 6, f.rank
FROM f1 AS f
CROSS JOIN provided_by AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.person << 4 | 5, f.rank
FROM f1 AS f
CROSS JOIN mention AS x ON x.owner = f.key
AND x.last_version IS NULL
AND x.kind = CASE f.kind WHEN 1 THEN 'STORY' WHEN 2 THEN 'FACT' ELSE 'NARRATIVE' END
WHERE f.kind IN (1, 2, 6)
UNION ALL SELECT x.owner << 4 | CASE x.kind WHEN 'STORY' THEN 1 WHEN 'FACT' THEN 2 ELSE 6 END, f.rank
FROM f1 AS f
CROSS JOIN mention AS x ON x.person = f.key
AND x.last_version IS NULL
WHERE f.kind = 5
UNION ALL SELECT x.other << 4 | 3, f.rank
FROM f1 AS f
CROSS JOIN conflicts_with AS x ON x.claim = f.key
CROSS JOIN claim AS c ON c.key = x.other
AND c.fact_count > 0
WHERE f.kind = 3) GROUP BY node HAVING min(rank) >= 0)))) AS grown1
WHERE i + j < :p2
AND l <> '{}'
AND r <> '{}'
AND NOT EXISTS (
SELECT key
FROM json_each(s1.l) INTERSECT SELECT key
FROM json_each(s1.r))), steps1 AS MATERIALIZED (
SELECT *
FROM search1), met1 AS MATERIALIZED (
SELECT s.i + s.j AS length, s.i AS place, (
SELECT node
FROM (
SELECT CAST(key AS INTEGER) AS node, max(rank) AS rank
FROM (
SELECT key, value AS rank
FROM json_each(s.l)
UNION ALL SELECT key, -1
FROM json_each(s.r)) GROUP BY key HAVING count(*) = 2)
ORDER BY rank, CASE node & 15 WHEN 1 THEN (
SELECT id
FROM story
WHERE key = node >> 4) WHEN 2 THEN (
SELECT id
FROM fact
WHERE key = node >> 4) WHEN 3 THEN (
SELECT id
FROM claim
WHERE key = node >> 4) WHEN 4 THEN (
SELECT id
FROM outlet
WHERE key = node >> 4) WHEN 5 THEN (
SELECT id
FROM person
WHERE key = node >> 4) WHEN 6 THEN (
SELECT id
FROM narrative
WHERE key = node >> 4) WHEN 7 THEN (
SELECT id
FROM forecast
WHERE key = node >> 4) END
LIMIT 1) AS node
FROM steps1 AS s
ORDER BY length DESC
LIMIT 1), walk1(place, node, length, way) AS ( SELECT place, node, length, 0
FROM met1
WHERE node IS NOT NULL
UNION ALL SELECT w.place - 1, s.froms ->> (s.l ->> CAST(w.node AS TEXT)), w.length, -1
FROM walk1 AS w
CROSS JOIN steps1 AS s ON s.is_left = 1
AND s.i = w.place
WHERE w.way <= 0
UNION ALL SELECT w.place + 1, s.froms ->> (s.r ->> CAST(w.node AS TEXT)), w.length, 1
FROM walk1 AS w
CROSS JOIN steps1 AS s ON s.is_left = 0
AND s.j = w.length - w.place
WHERE w.way >= 0) SELECT max(length) AS length, json_group_array(node
ORDER BY place) AS nodes
FROM walk1 HAVING count(*) > 0) AS dst1
WHERE TRUE
LIMIT 1), 'null');

-- twice: p0='fa_0977163dd77e9b8c6baaeaeb', p1='ou_724724c017a8b9dfd8d95eb4', p2=6
SELECT coalesce((
SELECT format('{"length":%s,"edges":%s}', json_quote(dst1.length), (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"kind":%s,"weight":%s}', json_quote(dst2.kind), json_quote(dst2.weight)), 'null') AS j
FROM (WITH pair2 AS (
SELECT a.key AS place, a.value AS here, b.value AS there
FROM json_each(dst1.nodes) AS a
CROSS JOIN json_each(dst1.nodes) AS b ON b.key = a.key + 1
UNION ALL SELECT a.key, b.value, a.value
FROM json_each(dst1.nodes) AS a
CROSS JOIN json_each(dst1.nodes) AS b ON b.key = a.key + 1) SELECT j2.place AS place, s.id AS source, f.id AS target, 'HAS_FACT' AS kind, 1 AS weight
FROM pair2 AS j2
CROSS JOIN fact AS f ON f.key = there >> 4
CROSS JOIN story AS s ON s.key = f.story
WHERE here = s.key << 4 | 1
AND there & 15 = 2
UNION ALL SELECT place, s.id, n.id, 'HAS_NARRATIVE', 1
FROM pair2
CROSS JOIN narrative AS n ON n.key = there >> 4
CROSS JOIN story AS s ON s.key = n.story
WHERE here = s.key << 4 | 1
AND there & 15 = 6
UNION ALL SELECT place, s.id, f.id, 'HAS_FORECAST', 1
FROM pair2
CROSS JOIN forecast AS f ON f.key = there >> 4
CROSS JOIN story AS s ON s.key = f.story
WHERE here = s.key << 4 | 1
AND there & 15 = 7
UNION ALL SELECT place, f.id, c.id, 'STATES', 1
FROM pair2
CROSS JOIN fact AS f ON f.key = here >> 4
CROSS JOIN claim AS c ON c.key = f.claim
WHERE here & 15 = 2
AND there = c.key << 4 | 3
UNION ALL SELECT place, f.id, o.id, 'CITES', count(*)
FROM pair2
CROSS JOIN fact AS f ON f.key = here >> 4
CROSS JOIN cites AS c ON c.fact = f.key
AND c.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = c.outlet
WHERE here & 15 = 2
AND there = o.key << 4 | 4 GROUP BY place
UNION ALL SELECT place, s.id, o.id, 'LISTS', count(*)
FROM pair2
CROSS JOIN story AS s ON s.key = here >> 4
CROSS JOIN lists AS l ON l.story = s.key
AND l.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = l.outlet
WHERE here & 15 = 1
AND there = o.key << 4 | 4 GROUP BY place
UNION ALL SELECT place, n.id, o.id, 'PROVIDED_BY', count(*)
FROM pair2
CROSS JOIN narrative AS n ON n.key = here >> 4
CROSS JOIN provided_by AS p ON p.narrative = n.key
AND p.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = p.outlet
WHERE here & 15 = 6
AND there = o.key << 4 | 4 GROUP BY place
UNION ALL SELECT place, CASE m.kind WHEN 'STORY' THEN (
SELECT id
FROM story
WHERE key = m.owner) WHEN 'FACT' THEN (
SELECT id
FROM fact
WHERE key = m.owner) ELSE (
SELECT id
FROM narrative
WHERE key = m.owner) END, p.id, 'MENTIONS', count(*)
FROM pair2
CROSS JOIN mention AS m ON m.owner = here >> 4
AND m.last_version IS NULL
AND m.kind = CASE here & 15 WHEN 1 THEN 'STORY' WHEN 2 THEN 'FACT' WHEN 6 THEN 'NARRATIVE' END
CROSS JOIN person AS p ON p.key = m.person
WHERE there = p.key << 4 | 5 GROUP BY place
UNION ALL SELECT place, a.id, e.other_id, 'CONFLICTS_WITH', 1
FROM pair2
CROSS JOIN claim AS a ON a.key = here >> 4
CROSS JOIN conflicts_with AS e ON e.claim = a.key
AND e.other_id > a.id
WHERE here & 15 = 3
AND there = e.other << 4 | 3) AS dst2
WHERE TRUE
ORDER BY dst2.place, dst2.kind
LIMIT -1)))
FROM (WITH RECURSIVE both1(a, b) AS MATERIALIZED ( SELECT max(iif(i.key = 'a', node, NULL)), max(iif(i.key = 'b', node, NULL))
FROM ( SELECT i.key, CASE substr(i.value, 1, 3) WHEN 'st_' THEN (
SELECT key << 4 | 1
FROM story
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)) WHEN 'fa_' THEN (
SELECT key << 4 | 2
FROM fact
WHERE id = i.value
AND last_version IS NULL) WHEN 'cl_' THEN (
SELECT key << 4 | 3
FROM claim
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND fact_count > 0) WHEN 'ou_' THEN (
SELECT key << 4 | 4
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count + attribution_count > 0) WHEN 'pe_' THEN (
SELECT key << 4 | 5
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count > 0) WHEN 'na_' THEN (
SELECT key << 4 | 6
FROM narrative
WHERE id = i.value
AND last_version IS NULL) WHEN 'fo_' THEN (
SELECT key << 4 | 7
FROM forecast
WHERE id = i.value
AND last_version IS NULL) WHEN 're_' THEN (
SELECT key << 4 | 8
FROM revision
WHERE id = i.value) WHEN 'pr_' THEN (
SELECT key << 4 | 9
FROM problem
WHERE id = i.value) WHEN 'de_' THEN (
SELECT key << 4 | 10
FROM decision
WHERE id = i.value) END AS node
FROM json_each(json_object('a', :p0, 'b', :p1)) AS i) AS i), search1(i, j, before_l, l, before_r, r, is_left, froms) AS ( SELECT 0, 0, '{}', json_object(CAST(a AS TEXT), 0), '{}', json_object(CAST(b AS TEXT), 0), NULL, '[]'
FROM both1
WHERE a IS NOT NULL
AND b IS NOT NULL
UNION ALL SELECT i + left1.value, j + 1 - left1.value, iif(left1.value, l, before_l), iif(left1.value, grown1.value, l), iif(left1.value, before_r, r), iif(left1.value, r, grown1.value), left1.value, froms1.value
FROM search1 AS s1
CROSS JOIN json_each(json_array((
SELECT sum(CASE n.key & 15 WHEN 3 THEN (
SELECT fact_count
FROM claim
WHERE key = n.key >> 4) WHEN 4 THEN (
SELECT citation_count + story_count
FROM outlet
WHERE key = n.key >> 4) WHEN 5 THEN (
SELECT fact_count + story_count
FROM person
WHERE key = n.key >> 4) ELSE 16 END * iif(n.is_left, 1, -1)) <= 0
FROM (
SELECT CAST(key AS INTEGER) AS key, 1 AS is_left
FROM json_each(s1.l)
UNION ALL SELECT CAST(key AS INTEGER), 0
FROM json_each(s1.r)) AS n))) AS left1
CROSS JOIN json_each(json_array((
SELECT json_group_array(node
ORDER BY rank, id)
FROM (
SELECT node, rank, CASE node & 15 WHEN 1 THEN (
SELECT id
FROM story
WHERE key = node >> 4) WHEN 2 THEN (
SELECT id
FROM fact
WHERE key = node >> 4) WHEN 3 THEN (
SELECT id
FROM claim
WHERE key = node >> 4) WHEN 4 THEN (
SELECT id
FROM outlet
WHERE key = node >> 4) WHEN 5 THEN (
SELECT id
FROM person
WHERE key = node >> 4) WHEN 6 THEN (
SELECT id
FROM narrative
WHERE key = node >> 4) WHEN 7 THEN (
SELECT id
FROM forecast
WHERE key = node >> 4) END AS id
FROM (
SELECT CAST(key AS INTEGER) AS node, iif(left1.value, value, 0) AS rank
FROM json_each(iif(left1.value, s1.l, s1.r))))))) AS froms1
CROSS JOIN json_each(json_array((WITH f1 AS MATERIALIZED (
SELECT key AS rank, value >> 4 AS key, value & 15 AS kind
FROM json_each(froms1.value)) SELECT json_group_object(CAST(node AS TEXT), rank)
FROM (
SELECT node, min(rank) AS rank
FROM ( SELECT CAST(key AS INTEGER) AS node, -1 AS rank
FROM json_each(iif(left1.value, s1.l, s1.r))
UNION ALL SELECT CAST(key AS INTEGER), -1
FROM json_each(iif(left1.value, s1.before_l, s1.before_r))
UNION ALL SELECT x.key << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.key = f.key
WHERE f.kind = 2
UNION ALL SELECT x.key << 4 | 6, f.rank
FROM f1 AS f
CROSS JOIN narrative AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN narrative AS x ON x.key = f.key
WHERE f.kind = 6
UNION ALL SELECT x.key << 4 | 7, f.rank
FROM f1 AS f
CROSS JOIN forecast AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN forecast AS x ON x.key = f.key
WHERE f.kind = 7
UNION ALL SELECT x.claim << 4 | 3, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.key = f.key
WHERE f.kind = 2
UNION ALL SELECT x.key << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.claim = f.key
AND x.last_version IS NULL
WHERE f.kind = 3
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN cites AS x ON x.fact = f.key
AND x.last_version IS NULL
WHERE f.kind = 2
UNION ALL SELECT x.fact << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN cites AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN lists AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN lists AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN provided_by AS x ON x.narrative = f.key
AND x.last_version IS NULL
WHERE f.kind = 6
UNION ALL SELECT x.narrative << 4 | 6, f.rank
FROM f1 AS f
CROSS JOIN provided_by AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.person << 4 | 5, f.rank
FROM f1 AS f
CROSS JOIN mention AS x ON x.owner = f.key
AND x.last_version IS NULL
AND x.kind = CASE f.kind WHEN 1 THEN 'STORY' WHEN 2 THEN 'FACT' ELSE 'NARRATIVE' END
WHERE f.kind IN (1, 2, 6)
UNION ALL SELECT x.owner << 4 | CASE x.kind WHEN 'STORY' THEN 1 WHEN 'FACT' THEN 2 ELSE 6 END, f.rank
FROM f1 AS f
CROSS JOIN mention AS x ON x.person = f.key
AND x.last_version IS NULL
WHERE f.kind = 5
UNION ALL SELECT x.other << 4 | 3, f.rank
FROM f1 AS f
CROSS JOIN conflicts_with AS x ON x.claim = f.key
CROSS JOIN claim AS c ON c.key = x.other
AND c.fact_count > 0
WHERE f.kind = 3) GROUP BY node HAVING min(rank) >= 0)))) AS grown1
WHERE i + j < :p2
AND l <> '{}'
AND r <> '{}'
AND NOT EXISTS (
SELECT key
FROM json_each(s1.l) INTERSECT SELECT key
FROM json_each(s1.r))), steps1 AS MATERIALIZED (
SELECT *
FROM search1), met1 AS MATERIALIZED (
SELECT s.i + s.j AS length, s.i AS place, (
SELECT node
FROM (
SELECT CAST(key AS INTEGER) AS node, max(rank) AS rank
FROM (
SELECT key, value AS rank
FROM json_each(s.l)
UNION ALL SELECT key, -1
FROM json_each(s.r)) GROUP BY key HAVING count(*) = 2)
ORDER BY rank, CASE node & 15 WHEN 1 THEN (
SELECT id
FROM story
WHERE key = node >> 4) WHEN 2 THEN (
SELECT id
FROM fact
WHERE key = node >> 4) WHEN 3 THEN (
SELECT id
FROM claim
WHERE key = node >> 4) WHEN 4 THEN (
SELECT id
FROM outlet
WHERE key = node >> 4) WHEN 5 THEN (
SELECT id
FROM person
WHERE key = node >> 4) WHEN 6 THEN (
SELECT id
FROM narrative
WHERE key = node >> 4) WHEN 7 THEN (
SELECT id
FROM forecast
WHERE key = node >> 4) END
LIMIT 1) AS node
FROM steps1 AS s
ORDER BY length DESC
LIMIT 1), walk1(place, node, length, way) AS ( SELECT place, node, length, 0
FROM met1
WHERE node IS NOT NULL
UNION ALL SELECT w.place - 1, s.froms ->> (s.l ->> CAST(w.node AS TEXT)), w.length, -1
FROM walk1 AS w
CROSS JOIN steps1 AS s ON s.is_left = 1
AND s.i = w.place
WHERE w.way <= 0
UNION ALL SELECT w.place + 1, s.froms ->> (s.r ->> CAST(w.node AS TEXT)), w.length, 1
FROM walk1 AS w
CROSS JOIN steps1 AS s ON s.is_left = 0
AND s.j = w.length - w.place
WHERE w.way >= 0) SELECT max(length) AS length, json_group_array(node
ORDER BY place) AS nodes
FROM walk1 HAVING count(*) > 0) AS dst1
WHERE TRUE
LIMIT 1), 'null');

-- here: p0='pe_abd3ab936ba3761321d0375e', p1=1
SELECT coalesce((
SELECT format('{"length":%s,"nodes":%s,"edges":%s}', json_quote(dst1.length), (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(CASE dst2.kind WHEN 1 THEN (
SELECT format('{"id":%s}', json_quote(n3.id))
FROM story AS n3
WHERE n3.key = dst2.key) WHEN 2 THEN (
SELECT format('{"id":%s}', json_quote(n4.id))
FROM fact AS n4
WHERE n4.key = dst2.key) WHEN 3 THEN (
SELECT format('{"id":%s}', json_quote(n5.id))
FROM claim AS n5
WHERE n5.key = dst2.key) WHEN 4 THEN (
SELECT format('{"id":%s}', json_quote(n6.id))
FROM outlet AS n6
WHERE n6.key = dst2.key) WHEN 5 THEN (
SELECT format('{"id":%s}', json_quote(n7.id))
FROM person AS n7
WHERE n7.key = dst2.key) WHEN 6 THEN (
SELECT format('{"id":%s}', json_quote(n8.id))
FROM narrative AS n8
WHERE n8.key = dst2.key) WHEN 7 THEN (
SELECT format('{"id":%s}', json_quote(n9.id))
FROM forecast AS n9
WHERE n9.key = dst2.key) WHEN 8 THEN (
SELECT format('{"id":%s}', json_quote(n10.id))
FROM revision AS n10
WHERE n10.key = dst2.key) WHEN 9 THEN (
SELECT format('{"id":%s}', json_quote(n11.id))
FROM problem AS n11
WHERE n11.key = dst2.key) WHEN 10 THEN (
SELECT format('{"id":%s}', json_quote(n12.id))
FROM decision AS n12
WHERE n12.key = dst2.key) END, 'null') AS j
FROM (
SELECT n2.key AS place, n2.value & 15 AS kind, n2.value >> 4 AS key
FROM json_each(dst1.nodes) AS n2) AS dst2
WHERE TRUE
ORDER BY dst2.place
LIMIT -1)), (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"kind":%s}', json_quote(dst13.kind)), 'null') AS j
FROM (WITH pair13 AS (
SELECT a.key AS place, a.value AS here, b.value AS there
FROM json_each(dst1.nodes) AS a
CROSS JOIN json_each(dst1.nodes) AS b ON b.key = a.key + 1
UNION ALL SELECT a.key, b.value, a.value
FROM json_each(dst1.nodes) AS a
CROSS JOIN json_each(dst1.nodes) AS b ON b.key = a.key + 1) SELECT j13.place AS place, s.id AS source, f.id AS target, 'HAS_FACT' AS kind, 1 AS weight
FROM pair13 AS j13
CROSS JOIN fact AS f ON f.key = there >> 4
CROSS JOIN story AS s ON s.key = f.story
WHERE here = s.key << 4 | 1
AND there & 15 = 2
UNION ALL SELECT place, s.id, n.id, 'HAS_NARRATIVE', 1
FROM pair13
CROSS JOIN narrative AS n ON n.key = there >> 4
CROSS JOIN story AS s ON s.key = n.story
WHERE here = s.key << 4 | 1
AND there & 15 = 6
UNION ALL SELECT place, s.id, f.id, 'HAS_FORECAST', 1
FROM pair13
CROSS JOIN forecast AS f ON f.key = there >> 4
CROSS JOIN story AS s ON s.key = f.story
WHERE here = s.key << 4 | 1
AND there & 15 = 7
UNION ALL SELECT place, f.id, c.id, 'STATES', 1
FROM pair13
CROSS JOIN fact AS f ON f.key = here >> 4
CROSS JOIN claim AS c ON c.key = f.claim
WHERE here & 15 = 2
AND there = c.key << 4 | 3
UNION ALL SELECT place, f.id, o.id, 'CITES', count(*)
FROM pair13
CROSS JOIN fact AS f ON f.key = here >> 4
CROSS JOIN cites AS c ON c.fact = f.key
AND c.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = c.outlet
WHERE here & 15 = 2
AND there = o.key << 4 | 4 GROUP BY place
UNION ALL SELECT place, s.id, o.id, 'LISTS', count(*)
FROM pair13
CROSS JOIN story AS s ON s.key = here >> 4
CROSS JOIN lists AS l ON l.story = s.key
AND l.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = l.outlet
WHERE here & 15 = 1
AND there = o.key << 4 | 4 GROUP BY place
UNION ALL SELECT place, n.id, o.id, 'PROVIDED_BY', count(*)
FROM pair13
CROSS JOIN narrative AS n ON n.key = here >> 4
CROSS JOIN provided_by AS p ON p.narrative = n.key
AND p.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = p.outlet
WHERE here & 15 = 6
AND there = o.key << 4 | 4 GROUP BY place
UNION ALL SELECT place, CASE m.kind WHEN 'STORY' THEN (
SELECT id
FROM story
WHERE key = m.owner) WHEN 'FACT' THEN (
SELECT id
FROM fact
WHERE key = m.owner) ELSE (
SELECT id
FROM narrative
WHERE key = m.owner) END, p.id, 'MENTIONS', count(*)
FROM pair13
CROSS JOIN mention AS m ON m.owner = here >> 4
AND m.last_version IS NULL
AND m.kind = CASE here & 15 WHEN 1 THEN 'STORY' WHEN 2 THEN 'FACT' WHEN 6 THEN 'NARRATIVE' END
CROSS JOIN person AS p ON p.key = m.person
WHERE there = p.key << 4 | 5 GROUP BY place
UNION ALL SELECT place, a.id, e.other_id, 'CONFLICTS_WITH', 1
FROM pair13
CROSS JOIN claim AS a ON a.key = here >> 4
CROSS JOIN conflicts_with AS e ON e.claim = a.key
AND e.other_id > a.id
WHERE here & 15 = 3
AND there = e.other << 4 | 3) AS dst13
WHERE TRUE
ORDER BY dst13.place, dst13.kind
LIMIT -1)))
FROM (WITH RECURSIVE both1(a, b) AS MATERIALIZED ( SELECT max(iif(i.key = 'a', node, NULL)), max(iif(i.key = 'b', node, NULL))
FROM ( SELECT i.key, CASE substr(i.value, 1, 3) WHEN 'st_' THEN (
SELECT key << 4 | 1
FROM story
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)) WHEN 'fa_' THEN (
SELECT key << 4 | 2
FROM fact
WHERE id = i.value
AND last_version IS NULL) WHEN 'cl_' THEN (
SELECT key << 4 | 3
FROM claim
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND fact_count > 0) WHEN 'ou_' THEN (
SELECT key << 4 | 4
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count + attribution_count > 0) WHEN 'pe_' THEN (
SELECT key << 4 | 5
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count > 0) WHEN 'na_' THEN (
SELECT key << 4 | 6
FROM narrative
WHERE id = i.value
AND last_version IS NULL) WHEN 'fo_' THEN (
SELECT key << 4 | 7
FROM forecast
WHERE id = i.value
AND last_version IS NULL) WHEN 're_' THEN (
SELECT key << 4 | 8
FROM revision
WHERE id = i.value) WHEN 'pr_' THEN (
SELECT key << 4 | 9
FROM problem
WHERE id = i.value) WHEN 'de_' THEN (
SELECT key << 4 | 10
FROM decision
WHERE id = i.value) END AS node
FROM json_each(json_object('a', :p0, 'b', :p0)) AS i) AS i), search1(i, j, before_l, l, before_r, r, is_left, froms) AS ( SELECT 0, 0, '{}', json_object(CAST(a AS TEXT), 0), '{}', json_object(CAST(b AS TEXT), 0), NULL, '[]'
FROM both1
WHERE a IS NOT NULL
AND b IS NOT NULL
UNION ALL SELECT i + left1.value, j + 1 - left1.value, iif(left1.value, l, before_l), iif(left1.value, grown1.value, l), iif(left1.value, before_r, r), iif(left1.value, r, grown1.value), left1.value, froms1.value
FROM search1 AS s1
CROSS JOIN json_each(json_array((
SELECT sum(CASE n.key & 15 WHEN 3 THEN (
SELECT fact_count
FROM claim
WHERE key = n.key >> 4) WHEN 4 THEN (
SELECT citation_count + story_count
FROM outlet
WHERE key = n.key >> 4) WHEN 5 THEN (
SELECT fact_count + story_count
FROM person
WHERE key = n.key >> 4) ELSE 16 END * iif(n.is_left, 1, -1)) <= 0
FROM (
SELECT CAST(key AS INTEGER) AS key, 1 AS is_left
FROM json_each(s1.l)
UNION ALL SELECT CAST(key AS INTEGER), 0
FROM json_each(s1.r)) AS n))) AS left1
CROSS JOIN json_each(json_array((
SELECT json_group_array(node
ORDER BY rank, id)
FROM (
SELECT node, rank, CASE node & 15 WHEN 1 THEN (
SELECT id
FROM story
WHERE key = node >> 4) WHEN 2 THEN (
SELECT id
FROM fact
WHERE key = node >> 4) WHEN 3 THEN (
SELECT id
FROM claim
WHERE key = node >> 4) WHEN 4 THEN (
SELECT id
FROM outlet
WHERE key = node >> 4) WHEN 5 THEN (
SELECT id
FROM person
WHERE key = node >> 4) WHEN 6 THEN (
SELECT id
FROM narrative
WHERE key = node >> 4) WHEN 7 THEN (
SELECT id
FROM forecast
WHERE key = node >> 4) END AS id
FROM (
SELECT CAST(key AS INTEGER) AS node, iif(left1.value, value, 0) AS rank
FROM json_each(iif(left1.value, s1.l, s1.r))))))) AS froms1
CROSS JOIN json_each(json_array((WITH f1 AS MATERIALIZED (
SELECT key AS rank, value >> 4 AS key, value & 15 AS kind
FROM json_each(froms1.value)) SELECT json_group_object(CAST(node AS TEXT), rank)
FROM (
SELECT node, min(rank) AS rank
FROM ( SELECT CAST(key AS INTEGER) AS node, -1 AS rank
FROM json_each(iif(left1.value, s1.l, s1.r))
UNION ALL SELECT CAST(key AS INTEGER), -1
FROM json_each(iif(left1.value, s1.before_l, s1.before_r))
UNION ALL SELECT x.key << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.key = f.key
WHERE f.kind = 2
UNION ALL SELECT x.key << 4 | 6, f.rank
FROM f1 AS f
CROSS JOIN narrative AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN narrative AS x ON x.key = f.key
WHERE f.kind = 6
UNION ALL SELECT x.key << 4 | 7, f.rank
FROM f1 AS f
CROSS JOIN forecast AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN forecast AS x ON x.key = f.key
WHERE f.kind = 7
UNION ALL SELECT x.claim << 4 | 3, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.key = f.key
WHERE f.kind = 2
UNION ALL SELECT x.key << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.claim = f.key
AND x.last_version IS NULL
WHERE f.kind = 3
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN cites AS x ON x.fact = f.key
AND x.last_version IS NULL
WHERE f.kind = 2
UNION ALL SELECT x.fact << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN cites AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN lists AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN lists AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN provided_by AS x ON x.narrative = f.key
AND x.last_version IS NULL
WHERE f.kind = 6
UNION ALL SELECT x.narrative << 4 | 6, f.rank
FROM f1 AS f
CROSS JOIN provided_by AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.person << 4 | 5, f.rank
FROM f1 AS f
CROSS JOIN mention AS x ON x.owner = f.key
AND x.last_version IS NULL
AND x.kind = CASE f.kind WHEN 1 THEN 'STORY' WHEN 2 THEN 'FACT' ELSE 'NARRATIVE' END
WHERE f.kind IN (1, 2, 6)
UNION ALL SELECT x.owner << 4 | CASE x.kind WHEN 'STORY' THEN 1 WHEN 'FACT' THEN 2 ELSE 6 END, f.rank
FROM f1 AS f
CROSS JOIN mention AS x ON x.person = f.key
AND x.last_version IS NULL
WHERE f.kind = 5
UNION ALL SELECT x.other << 4 | 3, f.rank
FROM f1 AS f
CROSS JOIN conflicts_with AS x ON x.claim = f.key
CROSS JOIN claim AS c ON c.key = x.other
AND c.fact_count > 0
WHERE f.kind = 3) GROUP BY node HAVING min(rank) >= 0)))) AS grown1
WHERE i + j < :p1
AND l <> '{}'
AND r <> '{}'
AND NOT EXISTS (
SELECT key
FROM json_each(s1.l) INTERSECT SELECT key
FROM json_each(s1.r))), steps1 AS MATERIALIZED (
SELECT *
FROM search1), met1 AS MATERIALIZED (
SELECT s.i + s.j AS length, s.i AS place, (
SELECT node
FROM (
SELECT CAST(key AS INTEGER) AS node, max(rank) AS rank
FROM (
SELECT key, value AS rank
FROM json_each(s.l)
UNION ALL SELECT key, -1
FROM json_each(s.r)) GROUP BY key HAVING count(*) = 2)
ORDER BY rank, CASE node & 15 WHEN 1 THEN (
SELECT id
FROM story
WHERE key = node >> 4) WHEN 2 THEN (
SELECT id
FROM fact
WHERE key = node >> 4) WHEN 3 THEN (
SELECT id
FROM claim
WHERE key = node >> 4) WHEN 4 THEN (
SELECT id
FROM outlet
WHERE key = node >> 4) WHEN 5 THEN (
SELECT id
FROM person
WHERE key = node >> 4) WHEN 6 THEN (
SELECT id
FROM narrative
WHERE key = node >> 4) WHEN 7 THEN (
SELECT id
FROM forecast
WHERE key = node >> 4) END
LIMIT 1) AS node
FROM steps1 AS s
ORDER BY length DESC
LIMIT 1), walk1(place, node, length, way) AS ( SELECT place, node, length, 0
FROM met1
WHERE node IS NOT NULL
UNION ALL SELECT w.place - 1, s.froms ->> (s.l ->> CAST(w.node AS TEXT)), w.length, -1
FROM walk1 AS w
CROSS JOIN steps1 AS s ON s.is_left = 1
AND s.i = w.place
WHERE w.way <= 0
UNION ALL SELECT w.place + 1, s.froms ->> (s.r ->> CAST(w.node AS TEXT)), w.length, 1
FROM walk1 AS w
CROSS JOIN steps1 AS s ON s.is_left = 0
AND s.j = w.length - w.place
WHERE w.way >= 0) SELECT max(length) AS length, json_group_array(node
ORDER BY place) AS nodes
FROM walk1 HAVING count(*) > 0) AS dst1
WHERE TRUE
LIMIT 1), 'null');

-- nowhere: p0='pe_abd3ab936ba3761321d0375e', p1='fa_unknown', p2=6
SELECT coalesce((
SELECT format('{"length":%s}', json_quote(dst1.length))
FROM (WITH RECURSIVE both1(a, b) AS MATERIALIZED ( SELECT max(iif(i.key = 'a', node, NULL)), max(iif(i.key = 'b', node, NULL))
FROM ( SELECT i.key, CASE substr(i.value, 1, 3) WHEN 'st_' THEN (
SELECT key << 4 | 1
FROM story
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)) WHEN 'fa_' THEN (
SELECT key << 4 | 2
FROM fact
WHERE id = i.value
AND last_version IS NULL) WHEN 'cl_' THEN (
SELECT key << 4 | 3
FROM claim
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND fact_count > 0) WHEN 'ou_' THEN (
SELECT key << 4 | 4
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count + attribution_count > 0) WHEN 'pe_' THEN (
SELECT key << 4 | 5
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count > 0) WHEN 'na_' THEN (
SELECT key << 4 | 6
FROM narrative
WHERE id = i.value
AND last_version IS NULL) WHEN 'fo_' THEN (
SELECT key << 4 | 7
FROM forecast
WHERE id = i.value
AND last_version IS NULL) WHEN 're_' THEN (
SELECT key << 4 | 8
FROM revision
WHERE id = i.value) WHEN 'pr_' THEN (
SELECT key << 4 | 9
FROM problem
WHERE id = i.value) WHEN 'de_' THEN (
SELECT key << 4 | 10
FROM decision
WHERE id = i.value) END AS node
FROM json_each(json_object('a', :p0, 'b', :p1)) AS i) AS i), search1(i, j, before_l, l, before_r, r, is_left, froms) AS ( SELECT 0, 0, '{}', json_object(CAST(a AS TEXT), 0), '{}', json_object(CAST(b AS TEXT), 0), NULL, '[]'
FROM both1
WHERE a IS NOT NULL
AND b IS NOT NULL
UNION ALL SELECT i + left1.value, j + 1 - left1.value, iif(left1.value, l, before_l), iif(left1.value, grown1.value, l), iif(left1.value, before_r, r), iif(left1.value, r, grown1.value), left1.value, froms1.value
FROM search1 AS s1
CROSS JOIN json_each(json_array((
SELECT sum(CASE n.key & 15 WHEN 3 THEN (
SELECT fact_count
FROM claim
WHERE key = n.key >> 4) WHEN 4 THEN (
SELECT citation_count + story_count
FROM outlet
WHERE key = n.key >> 4) WHEN 5 THEN (
SELECT fact_count + story_count
FROM person
WHERE key = n.key >> 4) ELSE 16 END * iif(n.is_left, 1, -1)) <= 0
FROM (
SELECT CAST(key AS INTEGER) AS key, 1 AS is_left
FROM json_each(s1.l)
UNION ALL SELECT CAST(key AS INTEGER), 0
FROM json_each(s1.r)) AS n))) AS left1
CROSS JOIN json_each(json_array((
SELECT json_group_array(node
ORDER BY rank, id)
FROM (
SELECT node, rank, CASE node & 15 WHEN 1 THEN (
SELECT id
FROM story
WHERE key = node >> 4) WHEN 2 THEN (
SELECT id
FROM fact
WHERE key = node >> 4) WHEN 3 THEN (
SELECT id
FROM claim
WHERE key = node >> 4) WHEN 4 THEN (
SELECT id
FROM outlet
WHERE key = node >> 4) WHEN 5 THEN (
SELECT id
FROM person
WHERE key = node >> 4) WHEN 6 THEN (
SELECT id
FROM narrative
WHERE key = node >> 4) WHEN 7 THEN (
SELECT id
FROM forecast
WHERE key = node >> 4) END AS id
FROM (
SELECT CAST(key AS INTEGER) AS node, iif(left1.value, value, 0) AS rank
FROM json_each(iif(left1.value, s1.l, s1.r))))))) AS froms1
CROSS JOIN json_each(json_array((WITH f1 AS MATERIALIZED (
SELECT key AS rank, value >> 4 AS key, value & 15 AS kind
FROM json_each(froms1.value)) SELECT json_group_object(CAST(node AS TEXT), rank)
FROM (
SELECT node, min(rank) AS rank
FROM ( SELECT CAST(key AS INTEGER) AS node, -1 AS rank
FROM json_each(iif(left1.value, s1.l, s1.r))
UNION ALL SELECT CAST(key AS INTEGER), -1
FROM json_each(iif(left1.value, s1.before_l, s1.before_r))
UNION ALL SELECT x.key << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.key = f.key
WHERE f.kind = 2
UNION ALL SELECT x.key << 4 | 6, f.rank
FROM f1 AS f
CROSS JOIN narrative AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN narrative AS x ON x.key = f.key
WHERE f.kind = 6
UNION ALL SELECT x.key << 4 | 7, f.rank
FROM f1 AS f
CROSS JOIN forecast AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN forecast AS x ON x.key = f.key
WHERE f.kind = 7
UNION ALL SELECT x.claim << 4 | 3, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.key = f.key
WHERE f.kind = 2
UNION ALL SELECT x.key << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN fact AS x ON x.claim = f.key
AND x.last_version IS NULL
WHERE f.kind = 3
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN cites AS x ON x.fact = f.key
AND x.last_version IS NULL
WHERE f.kind = 2
UNION ALL SELECT x.fact << 4 | 2, f.rank
FROM f1 AS f
CROSS JOIN cites AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN lists AS x ON x.story = f.key
AND x.last_version IS NULL
WHERE f.kind = 1
UNION ALL SELECT x.story << 4 | 1, f.rank
FROM f1 AS f
CROSS JOIN lists AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.outlet << 4 | 4, f.rank
FROM f1 AS f
CROSS JOIN provided_by AS x ON x.narrative = f.key
AND x.last_version IS NULL
WHERE f.kind = 6
UNION ALL SELECT x.narrative << 4 | 6, f.rank
FROM f1 AS f
CROSS JOIN provided_by AS x ON x.outlet = f.key
AND x.last_version IS NULL
WHERE f.kind = 4
UNION ALL SELECT x.person << 4 | 5, f.rank
FROM f1 AS f
CROSS JOIN mention AS x ON x.owner = f.key
AND x.last_version IS NULL
AND x.kind = CASE f.kind WHEN 1 THEN 'STORY' WHEN 2 THEN 'FACT' ELSE 'NARRATIVE' END
WHERE f.kind IN (1, 2, 6)
UNION ALL SELECT x.owner << 4 | CASE x.kind WHEN 'STORY' THEN 1 WHEN 'FACT' THEN 2 ELSE 6 END, f.rank
FROM f1 AS f
CROSS JOIN mention AS x ON x.person = f.key
AND x.last_version IS NULL
WHERE f.kind = 5
UNION ALL SELECT x.other << 4 | 3, f.rank
FROM f1 AS f
CROSS JOIN conflicts_with AS x ON x.claim = f.key
CROSS JOIN claim AS c ON c.key = x.other
AND c.fact_count > 0
WHERE f.kind = 3) GROUP BY node HAVING min(rank) >= 0)))) AS grown1
WHERE i + j < :p2
AND l <> '{}'
AND r <> '{}'
AND NOT EXISTS (
SELECT key
FROM json_each(s1.l) INTERSECT SELECT key
FROM json_each(s1.r))), steps1 AS MATERIALIZED (
SELECT *
FROM search1), met1 AS MATERIALIZED (
SELECT s.i + s.j AS length, s.i AS place, (
SELECT node
FROM (
SELECT CAST(key AS INTEGER) AS node, max(rank) AS rank
FROM (
SELECT key, value AS rank
FROM json_each(s.l)
UNION ALL SELECT key, -1
FROM json_each(s.r)) GROUP BY key HAVING count(*) = 2)
ORDER BY rank, CASE node & 15 WHEN 1 THEN (
SELECT id
FROM story
WHERE key = node >> 4) WHEN 2 THEN (
SELECT id
FROM fact
WHERE key = node >> 4) WHEN 3 THEN (
SELECT id
FROM claim
WHERE key = node >> 4) WHEN 4 THEN (
SELECT id
FROM outlet
WHERE key = node >> 4) WHEN 5 THEN (
SELECT id
FROM person
WHERE key = node >> 4) WHEN 6 THEN (
SELECT id
FROM narrative
WHERE key = node >> 4) WHEN 7 THEN (
SELECT id
FROM forecast
WHERE key = node >> 4) END
LIMIT 1) AS node
FROM steps1 AS s
ORDER BY length DESC
LIMIT 1), walk1(place, node, length, way) AS ( SELECT place, node, length, 0
FROM met1
WHERE node IS NOT NULL
UNION ALL SELECT w.place - 1, s.froms ->> (s.l ->> CAST(w.node AS TEXT)), w.length, -1
FROM walk1 AS w
CROSS JOIN steps1 AS s ON s.is_left = 1
AND s.i = w.place
WHERE w.way <= 0
UNION ALL SELECT w.place + 1, s.froms ->> (s.r ->> CAST(w.node AS TEXT)), w.length, 1
FROM walk1 AS w
CROSS JOIN steps1 AS s ON s.is_left = 0
AND s.j = w.length - w.place
WHERE w.way >= 0) SELECT max(length) AS length, json_group_array(node
ORDER BY place) AS nodes
FROM walk1 HAVING count(*) > 0) AS dst1
WHERE TRUE
LIMIT 1), 'null');
