-- seven: p0=2, p1='["ou_ae333da373baf7ae34794e43"]', p2=200, p3=1
SELECT coalesce((
SELECT format('{"nodes":%s,"edges":%s}', (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"id":%s,"kind":%s,"label":%s,"weight":%s}', json_quote(dst2.id), json_quote(dst2.kind), json_quote(dst2.label), json_quote(dst2.weight)), 'null') AS j
FROM (
SELECT n2.key AS id, n2.value AS weight, CASE substr(n2.key, 1, 3) WHEN 'st_' THEN 'STORY' WHEN 'cl_' THEN 'CLAIM' WHEN 'ou_' THEN 'OUTLET' ELSE 'PERSON' END AS kind, CASE substr(n2.key, 1, 3) WHEN 'st_' THEN (
SELECT title
FROM story
WHERE id = n2.key) WHEN 'cl_' THEN (
SELECT text
FROM claim
WHERE id = n2.key) WHEN 'ou_' THEN (
SELECT name
FROM outlet
WHERE id = n2.key) ELSE (
SELECT name
FROM person
WHERE id = n2.key) END AS label
FROM json_each(dst1.nodes) AS n2) AS dst2
WHERE TRUE
ORDER BY dst2.kind, dst2.id
LIMIT -1)), (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"source":%s,"target":%s,"kind":%s,"weight":%s}', json_quote(dst3.source), json_quote(dst3.target), json_quote(dst3.kind), json_quote(dst3.weight)), 'null') AS j
FROM (
SELECT substr(n3.key, 1, 27) AS source, substr(n3.key, 28, 27) AS target, substr(n3.key, 55) AS kind, n3.value AS weight
FROM json_each(dst1.edges) AS n3) AS dst3
WHERE TRUE
LIMIT -1)))
FROM (
SELECT found1.edges AS edges, (
SELECT json_group_object(id, weight)
FROM (
SELECT id, sum(weight) AS weight
FROM ( SELECT key AS id, 0 AS weight
FROM json_each(found1.taken)
UNION ALL SELECT substr(key, 1, 27), value
FROM json_each(found1.edges)
UNION ALL SELECT substr(key, 28, 27), value
FROM json_each(found1.edges)) GROUP BY id)) AS nodes
FROM (
SELECT taken1.value AS taken, (WITH t1 AS MATERIALIZED (
SELECT row_number() OVER (ORDER BY key) AS place, key AS id, CASE substr(key, 1, 3) WHEN 'st_' THEN 1 WHEN 'cl_' THEN 3 WHEN 'ou_' THEN 4 WHEN 'pe_' THEN 5 END AS kind, CASE substr(key, 1, 3) WHEN 'st_' THEN (
SELECT key
FROM story
WHERE id = i.key) WHEN 'cl_' THEN (
SELECT key
FROM claim
WHERE id = i.key) WHEN 'ou_' THEN (
SELECT key
FROM outlet
WHERE id = i.key) WHEN 'pe_' THEN (
SELECT key
FROM person
WHERE id = i.key) END AS key
FROM json_each(taken1.value) AS i) SELECT json_group_object(source || target || kind, weight)
FROM ( SELECT 'APPEARS_IN' AS kind, a.id AS source, o.id AS target, e.mention_count AS weight
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN appears_in AS e ON e.person = a.key
AND e.story = o.key
WHERE a.kind = 5
AND o.kind = 1
AND e.mention_count >= :p0
UNION ALL SELECT 'BACKS', a.id, o.id, e.citation_count
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN backs AS e ON e.outlet = a.key
AND e.claim = o.key
WHERE a.kind = 4
AND o.kind = 3
AND e.citation_count >= :p0
UNION ALL SELECT 'CITES_PERSON', a.id, o.id, e.fact_count
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN cites_person AS e ON e.person = a.key
AND e.outlet = o.key
WHERE a.kind = 5
AND o.kind = 4
AND e.fact_count >= :p0
UNION ALL SELECT 'CONFLICTS_WITH', a.id, o.id, 1
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN conflicts_with AS e ON e.claim = a.key
AND e.other = o.key
WHERE a.kind = 3
AND o.kind = 3
AND o.place > a.place
AND 1 >= :p0
UNION ALL SELECT 'COVERED_BY', a.id, o.id, max(1, e.citation_count)
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN covered_by AS e ON e.story = a.key
AND e.outlet = o.key
WHERE a.kind = 1
AND o.kind = 4
AND max(1, e.citation_count) >= :p0
UNION ALL SELECT 'CO_BACKED', a.id, o.id, e.claim_count
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN co_backed AS e ON e.outlet = a.key
AND e.other = o.key
WHERE a.kind = 4
AND o.kind = 4
AND o.place > a.place
AND e.claim_count >= :p0
UNION ALL SELECT 'CO_CITED', a.id, o.id, e.weight
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN co_cited AS e ON e.outlet = a.key
AND e.other = o.key
WHERE a.kind = 4
AND o.kind = 4
AND o.place > a.place
AND e.weight >= :p0
UNION ALL SELECT 'CO_MENTIONED', a.id, o.id, e.story_count
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN co_mentioned AS e ON e.person = a.key
AND e.other = o.key
WHERE a.kind = 5
AND o.kind = 5
AND o.place > a.place
AND e.story_count >= :p0
UNION ALL SELECT 'STATES', a.id, o.id, count(*)
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN fact AS e ON e.story = a.key
AND e.claim = o.key
AND e.last_version IS NULL
WHERE a.kind = 1
AND o.kind = 3 GROUP BY a.place, o.place HAVING count(*) >= :p0)) AS edges
FROM json_each(json_array((WITH RECURSIVE level1(n, taken) AS ( SELECT 0, (
SELECT json_group_object(m1.id, 0)
FROM (
SELECT DISTINCT CASE substr(i.value, 1, 3) WHEN 'st_' THEN (
SELECT id
FROM story
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)) WHEN 'cl_' THEN (
SELECT id
FROM claim
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND fact_count > 0) WHEN 'ou_' THEN (
SELECT id
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count + attribution_count > 0) WHEN 'pe_' THEN (
SELECT id
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count > 0) WHEN 'fa_' THEN (
SELECT s.id
FROM fact AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value
AND x.last_version IS NULL) WHEN 'na_' THEN (
SELECT s.id
FROM narrative AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value
AND x.last_version IS NULL) WHEN 'fo_' THEN (
SELECT s.id
FROM forecast AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value
AND x.last_version IS NULL) WHEN 're_' THEN (
SELECT s.id
FROM revision AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value) WHEN 'pr_' THEN (
SELECT s.id
FROM problem AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value) END AS id
FROM json_each(:p1) AS i) AS m1
WHERE m1.id IS NOT NULL)
UNION ALL SELECT v1.n + 1, (
SELECT json_group_object(id, level)
FROM (
SELECT id, min(level) AS level
FROM ( SELECT key AS id, value AS level, 0 AS weight
FROM json_each(v1.taken)
UNION ALL SELECT step1.key, v1.n + 1, step1.value
FROM (
SELECT id, CASE substr(id, 1, 3) WHEN 'st_' THEN 1 WHEN 'cl_' THEN 3 WHEN 'ou_' THEN 4 WHEN 'pe_' THEN 5 END AS kind, CASE substr(id, 1, 3) WHEN 'st_' THEN (
SELECT key
FROM story
WHERE id = u1.id) WHEN 'cl_' THEN (
SELECT key
FROM claim
WHERE id = u1.id) WHEN 'ou_' THEN (
SELECT key
FROM outlet
WHERE id = u1.id) WHEN 'pe_' THEN (
SELECT key
FROM person
WHERE id = u1.id) END AS key
FROM (
SELECT key AS id
FROM json_each(v1.taken)
WHERE value = v1.n) AS u1
LIMIT -1) AS f1
CROSS JOIN json_each((
SELECT json_group_object(id, weight)
FROM ( SELECT *
FROM (
SELECT other_id AS id, weight
FROM co_cited
WHERE f1.kind = 4
AND outlet = f1.key
AND weight >= :p0
ORDER BY weight DESC, other_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT other_id, claim_count
FROM co_backed
WHERE f1.kind = 4
AND outlet = f1.key
AND claim_count >= :p0
ORDER BY claim_count DESC, other_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT other_id, story_count
FROM co_mentioned
WHERE f1.kind = 5
AND person = f1.key
AND story_count >= :p0
ORDER BY story_count DESC, other_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT claim_id, citation_count
FROM backs
WHERE f1.kind = 4
AND outlet = f1.key
AND citation_count >= :p0
ORDER BY citation_count DESC, claim_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT outlet_id, citation_count
FROM backs
WHERE f1.kind = 3
AND claim = f1.key
AND citation_count >= :p0
ORDER BY citation_count DESC, outlet_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT person_id, fact_count
FROM cites_person
WHERE f1.kind = 4
AND outlet = f1.key
AND fact_count >= :p0
ORDER BY fact_count DESC, person_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT outlet_id, fact_count
FROM cites_person
WHERE f1.kind = 5
AND person = f1.key
AND fact_count >= :p0
ORDER BY fact_count DESC, outlet_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT story_id, max(1, citation_count)
FROM covered_by
WHERE f1.kind = 4
AND outlet = f1.key
AND citation_count + 0 >= iif(:p0 <= 1, 0, :p0)
ORDER BY citation_count + 0 DESC, story_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT o.id, max(1, c.citation_count)
FROM covered_by AS c
CROSS JOIN outlet AS o ON o.key = c.outlet
WHERE f1.kind = 1
AND c.story = f1.key
AND c.citation_count >= iif(:p0 <= 1, 0, :p0)
ORDER BY c.citation_count DESC, o.id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT story_id, mention_count
FROM appears_in
WHERE f1.kind = 5
AND person = f1.key
AND mention_count >= :p0
ORDER BY mention_count DESC, story_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT person_id, mention_count
FROM appears_in
WHERE f1.kind = 1
AND story = f1.key
AND mention_count >= :p0
ORDER BY mention_count DESC, person_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT c.other_id, 1
FROM conflicts_with AS c
CROSS JOIN claim AS x ON x.key = c.other
AND x.fact_count > 0
WHERE f1.kind = 3
AND c.claim = f1.key
AND 1 >= :p0
ORDER BY c.score DESC, c.other_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT s.id, count(*) AS facts
FROM fact AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE f1.kind = 3
AND x.claim = f1.key
AND x.last_version IS NULL GROUP BY x.story HAVING facts >= :p0
ORDER BY facts DESC, s.id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT c.id, count(*) AS facts
FROM fact AS x
CROSS JOIN claim AS c ON c.key = x.claim
WHERE f1.kind = 1
AND x.story = f1.key
AND x.last_version IS NULL GROUP BY x.claim HAVING facts >= :p0
ORDER BY facts DESC, c.id DESC
LIMIT :p2)))) AS step1) GROUP BY id
ORDER BY min(level), max(weight) DESC, id DESC
LIMIT :p2))
FROM level1 AS v1
WHERE v1.n < :p3
AND (
SELECT count(*)
FROM json_each(v1.taken)) < :p2) SELECT taken
FROM level1
ORDER BY n DESC
LIMIT 1))) AS taken1
LIMIT -1) AS found1) AS dst1
WHERE TRUE
LIMIT 1), 'null');

-- two: p0=2, p1='["ou_ae333da373baf7ae34794e43"]', p2=2, p3=1
SELECT coalesce((
SELECT format('{"nodes":%s,"edges":%s}', (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"label":%s,"weight":%s}', json_quote(dst2.label), json_quote(dst2.weight)), 'null') AS j
FROM (
SELECT n2.key AS id, n2.value AS weight, CASE substr(n2.key, 1, 3) WHEN 'st_' THEN 'STORY' WHEN 'cl_' THEN 'CLAIM' WHEN 'ou_' THEN 'OUTLET' ELSE 'PERSON' END AS kind, CASE substr(n2.key, 1, 3) WHEN 'st_' THEN (
SELECT title
FROM story
WHERE id = n2.key) WHEN 'cl_' THEN (
SELECT text
FROM claim
WHERE id = n2.key) WHEN 'ou_' THEN (
SELECT name
FROM outlet
WHERE id = n2.key) ELSE (
SELECT name
FROM person
WHERE id = n2.key) END AS label
FROM json_each(dst1.nodes) AS n2) AS dst2
WHERE TRUE
ORDER BY dst2.kind, dst2.id
LIMIT -1)), (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"kind":%s}', json_quote(dst3.kind)), 'null') AS j
FROM (
SELECT substr(n3.key, 1, 27) AS source, substr(n3.key, 28, 27) AS target, substr(n3.key, 55) AS kind, n3.value AS weight
FROM json_each(dst1.edges) AS n3) AS dst3
WHERE TRUE
LIMIT -1)))
FROM (
SELECT found1.edges AS edges, (
SELECT json_group_object(id, weight)
FROM (
SELECT id, sum(weight) AS weight
FROM ( SELECT key AS id, 0 AS weight
FROM json_each(found1.taken)
UNION ALL SELECT substr(key, 1, 27), value
FROM json_each(found1.edges)
UNION ALL SELECT substr(key, 28, 27), value
FROM json_each(found1.edges)) GROUP BY id)) AS nodes
FROM (
SELECT taken1.value AS taken, (WITH t1 AS MATERIALIZED (
SELECT row_number() OVER (ORDER BY key) AS place, key AS id, CASE substr(key, 1, 3) WHEN 'st_' THEN 1 WHEN 'cl_' THEN 3 WHEN 'ou_' THEN 4 WHEN 'pe_' THEN 5 END AS kind, CASE substr(key, 1, 3) WHEN 'st_' THEN (
SELECT key
FROM story
WHERE id = i.key) WHEN 'cl_' THEN (
SELECT key
FROM claim
WHERE id = i.key) WHEN 'ou_' THEN (
SELECT key
FROM outlet
WHERE id = i.key) WHEN 'pe_' THEN (
SELECT key
FROM person
WHERE id = i.key) END AS key
FROM json_each(taken1.value) AS i) SELECT json_group_object(source || target || kind, weight)
FROM ( SELECT 'APPEARS_IN' AS kind, a.id AS source, o.id AS target, e.mention_count AS weight
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN appears_in AS e ON e.person = a.key
AND e.story = o.key
WHERE a.kind = 5
AND o.kind = 1
AND e.mention_count >= :p0
UNION ALL SELECT 'BACKS', a.id, o.id, e.citation_count
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN backs AS e ON e.outlet = a.key
AND e.claim = o.key
WHERE a.kind = 4
AND o.kind = 3
AND e.citation_count >= :p0
UNION ALL SELECT 'CITES_PERSON', a.id, o.id, e.fact_count
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN cites_person AS e ON e.person = a.key
AND e.outlet = o.key
WHERE a.kind = 5
AND o.kind = 4
AND e.fact_count >= :p0
UNION ALL SELECT 'CONFLICTS_WITH', a.id, o.id, 1
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN conflicts_with AS e ON e.claim = a.key
AND e.other = o.key
WHERE a.kind = 3
AND o.kind = 3
AND o.place > a.place
AND 1 >= :p0
UNION ALL SELECT 'COVERED_BY', a.id, o.id, max(1, e.citation_count)
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN covered_by AS e ON e.story = a.key
AND e.outlet = o.key
WHERE a.kind = 1
AND o.kind = 4
AND max(1, e.citation_count) >= :p0
UNION ALL SELECT 'CO_BACKED', a.id, o.id, e.claim_count
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN co_backed AS e ON e.outlet = a.key
AND e.other = o.key
WHERE a.kind = 4
AND o.kind = 4
AND o.place > a.place
AND e.claim_count >= :p0
UNION ALL SELECT 'CO_CITED', a.id, o.id, e.weight
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN co_cited AS e ON e.outlet = a.key
AND e.other = o.key
WHERE a.kind = 4
AND o.kind = 4
AND o.place > a.place
AND e.weight >= :p0
UNION ALL SELECT 'CO_MENTIONED', a.id, o.id, e.story_count
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN co_mentioned AS e ON e.person = a.key
AND e.other = o.key
WHERE a.kind = 5
AND o.kind = 5
AND o.place > a.place
AND e.story_count >= :p0
UNION ALL SELECT 'STATES', a.id, o.id, count(*)
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN fact AS e ON e.story = a.key
AND e.claim = o.key
AND e.last_version IS NULL
WHERE a.kind = 1
AND o.kind = 3 GROUP BY a.place, o.place HAVING count(*) >= :p0)) AS edges
FROM json_each(json_array((WITH RECURSIVE level1(n, taken) AS ( SELECT 0, (
SELECT json_group_object(m1.id, 0)
FROM (
SELECT DISTINCT CASE substr(i.value, 1, 3) WHEN 'st_' THEN (
SELECT id
FROM story
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)) WHEN 'cl_' THEN (
SELECT id
FROM claim
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND fact_count > 0) WHEN 'ou_' THEN (
SELECT id
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count + attribution_count > 0) WHEN 'pe_' THEN (
SELECT id
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count > 0) WHEN 'fa_' THEN (
SELECT s.id
FROM fact AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value
AND x.last_version IS NULL) WHEN 'na_' THEN (
SELECT s.id
FROM narrative AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value
AND x.last_version IS NULL) WHEN 'fo_' THEN (
SELECT s.id
FROM forecast AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value
AND x.last_version IS NULL) WHEN 're_' THEN (
SELECT s.id
FROM revision AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value) WHEN 'pr_' THEN (
SELECT s.id
FROM problem AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value) END AS id
FROM json_each(:p1) AS i) AS m1
WHERE m1.id IS NOT NULL)
UNION ALL SELECT v1.n + 1, (
SELECT json_group_object(id, level)
FROM (
SELECT id, min(level) AS level
FROM ( SELECT key AS id, value AS level, 0 AS weight
FROM json_each(v1.taken)
UNION ALL SELECT step1.key, v1.n + 1, step1.value
FROM (
SELECT id, CASE substr(id, 1, 3) WHEN 'st_' THEN 1 WHEN 'cl_' THEN 3 WHEN 'ou_' THEN 4 WHEN 'pe_' THEN 5 END AS kind, CASE substr(id, 1, 3) WHEN 'st_' THEN (
SELECT key
FROM story
WHERE id = u1.id) WHEN 'cl_' THEN (
SELECT key
FROM claim
WHERE id = u1.id) WHEN 'ou_' THEN (
SELECT key
FROM outlet
WHERE id = u1.id) WHEN 'pe_' THEN (
SELECT key
FROM person
WHERE id = u1.id) END AS key
FROM (
SELECT key AS id
FROM json_each(v1.taken)
WHERE value = v1.n) AS u1
LIMIT -1) AS f1
CROSS JOIN json_each((
SELECT json_group_object(id, weight)
FROM ( SELECT *
FROM (
SELECT other_id AS id, weight
FROM co_cited
WHERE f1.kind = 4
AND outlet = f1.key
AND weight >= :p0
ORDER BY weight DESC, other_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT other_id, claim_count
FROM co_backed
WHERE f1.kind = 4
AND outlet = f1.key
AND claim_count >= :p0
ORDER BY claim_count DESC, other_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT other_id, story_count
FROM co_mentioned
WHERE f1.kind = 5
AND person = f1.key
AND story_count >= :p0
ORDER BY story_count DESC, other_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT claim_id, citation_count
FROM backs
WHERE f1.kind = 4
AND outlet = f1.key
AND citation_count >= :p0
ORDER BY citation_count DESC, claim_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT outlet_id, citation_count
FROM backs
WHERE f1.kind = 3
AND claim = f1.key
AND citation_count >= :p0
ORDER BY citation_count DESC, outlet_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT person_id, fact_count
FROM cites_person
WHERE f1.kind = 4
AND outlet = f1.key
AND fact_count >= :p0
ORDER BY fact_count DESC, person_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT outlet_id, fact_count
FROM cites_person
WHERE f1.kind = 5
AND person = f1.key
AND fact_count >= :p0
ORDER BY fact_count DESC, outlet_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT story_id, max(1, citation_count)
FROM covered_by
WHERE f1.kind = 4
AND outlet = f1.key
AND citation_count + 0 >= iif(:p0 <= 1, 0, :p0)
ORDER BY citation_count + 0 DESC, story_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT o.id, max(1, c.citation_count)
FROM covered_by AS c
CROSS JOIN outlet AS o ON o.key = c.outlet
WHERE f1.kind = 1
AND c.story = f1.key
AND c.citation_count >= iif(:p0 <= 1, 0, :p0)
ORDER BY c.citation_count DESC, o.id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT story_id, mention_count
FROM appears_in
WHERE f1.kind = 5
AND person = f1.key
AND mention_count >= :p0
ORDER BY mention_count DESC, story_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT person_id, mention_count
FROM appears_in
WHERE f1.kind = 1
AND story = f1.key
AND mention_count >= :p0
ORDER BY mention_count DESC, person_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT c.other_id, 1
FROM conflicts_with AS c
CROSS JOIN claim AS x ON x.key = c.other
AND x.fact_count > 0
WHERE f1.kind = 3
AND c.claim = f1.key
AND 1 >= :p0
ORDER BY c.score DESC, c.other_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT s.id, count(*) AS facts
FROM fact AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE f1.kind = 3
AND x.claim = f1.key
AND x.last_version IS NULL GROUP BY x.story HAVING facts >= :p0
ORDER BY facts DESC, s.id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT c.id, count(*) AS facts
FROM fact AS x
CROSS JOIN claim AS c ON c.key = x.claim
WHERE f1.kind = 1
AND x.story = f1.key
AND x.last_version IS NULL GROUP BY x.claim HAVING facts >= :p0
ORDER BY facts DESC, c.id DESC
LIMIT :p2)))) AS step1) GROUP BY id
ORDER BY min(level), max(weight) DESC, id DESC
LIMIT :p2))
FROM level1 AS v1
WHERE v1.n < :p3
AND (
SELECT count(*)
FROM json_each(v1.taken)) < :p2) SELECT taken
FROM level1
ORDER BY n DESC
LIMIT 1))) AS taken1
LIMIT -1) AS found1) AS dst1
WHERE TRUE
LIMIT 1), 'null');

-- apart: p0=1, p1='["fa_0977163dd77e9b8c6baaeaeb", "st_91bcfa0f71aad21bde2f5f9f", "de_8f60fda48ed857c7fece5d06", "ou_unknown"]', p2=1
SELECT coalesce((
SELECT format('{"nodes":%s,"edges":%s}', (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"kind":%s,"label":%s,"weight":%s}', json_quote(dst2.kind), json_quote(dst2.label), json_quote(dst2.weight)), 'null') AS j
FROM (
SELECT n2.key AS id, n2.value AS weight, CASE substr(n2.key, 1, 3) WHEN 'st_' THEN 'STORY' WHEN 'cl_' THEN 'CLAIM' WHEN 'ou_' THEN 'OUTLET' ELSE 'PERSON' END AS kind, CASE substr(n2.key, 1, 3) WHEN 'st_' THEN (
SELECT title
FROM story
WHERE id = n2.key) WHEN 'cl_' THEN (
SELECT text
FROM claim
WHERE id = n2.key) WHEN 'ou_' THEN (
SELECT name
FROM outlet
WHERE id = n2.key) ELSE (
SELECT name
FROM person
WHERE id = n2.key) END AS label
FROM json_each(dst1.nodes) AS n2) AS dst2
WHERE TRUE
ORDER BY dst2.kind, dst2.id
LIMIT -1)), (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"kind":%s}', json_quote(dst3.kind)), 'null') AS j
FROM (
SELECT substr(n3.key, 1, 27) AS source, substr(n3.key, 28, 27) AS target, substr(n3.key, 55) AS kind, n3.value AS weight
FROM json_each(dst1.edges) AS n3) AS dst3
WHERE TRUE
LIMIT -1)))
FROM (
SELECT found1.edges AS edges, (
SELECT json_group_object(id, weight)
FROM (
SELECT id, sum(weight) AS weight
FROM ( SELECT key AS id, 0 AS weight
FROM json_each(found1.taken)
UNION ALL SELECT substr(key, 1, 27), value
FROM json_each(found1.edges)
UNION ALL SELECT substr(key, 28, 27), value
FROM json_each(found1.edges)) GROUP BY id)) AS nodes
FROM (
SELECT taken1.value AS taken, (WITH t1 AS MATERIALIZED (
SELECT row_number() OVER (ORDER BY key) AS place, key AS id, CASE substr(key, 1, 3) WHEN 'st_' THEN 1 WHEN 'cl_' THEN 3 WHEN 'ou_' THEN 4 WHEN 'pe_' THEN 5 END AS kind, CASE substr(key, 1, 3) WHEN 'st_' THEN (
SELECT key
FROM story
WHERE id = i.key) WHEN 'cl_' THEN (
SELECT key
FROM claim
WHERE id = i.key) WHEN 'ou_' THEN (
SELECT key
FROM outlet
WHERE id = i.key) WHEN 'pe_' THEN (
SELECT key
FROM person
WHERE id = i.key) END AS key
FROM json_each(taken1.value) AS i) SELECT json_group_object(source || target || kind, weight)
FROM ( SELECT 'APPEARS_IN' AS kind, a.id AS source, o.id AS target, e.mention_count AS weight
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN appears_in AS e ON e.person = a.key
AND e.story = o.key
WHERE a.kind = 5
AND o.kind = 1
AND e.mention_count >= :p0
UNION ALL SELECT 'BACKS', a.id, o.id, e.citation_count
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN backs AS e ON e.outlet = a.key
AND e.claim = o.key
WHERE a.kind = 4
AND o.kind = 3
AND e.citation_count >= :p0
UNION ALL SELECT 'CITES_PERSON', a.id, o.id, e.fact_count
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN cites_person AS e ON e.person = a.key
AND e.outlet = o.key
WHERE a.kind = 5
AND o.kind = 4
AND e.fact_count >= :p0
UNION ALL SELECT 'CONFLICTS_WITH', a.id, o.id, 1
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN conflicts_with AS e ON e.claim = a.key
AND e.other = o.key
WHERE a.kind = 3
AND o.kind = 3
AND o.place > a.place
AND 1 >= :p0
UNION ALL SELECT 'COVERED_BY', a.id, o.id, max(1, e.citation_count)
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN covered_by AS e ON e.story = a.key
AND e.outlet = o.key
WHERE a.kind = 1
AND o.kind = 4
AND max(1, e.citation_count) >= :p0
UNION ALL SELECT 'CO_BACKED', a.id, o.id, e.claim_count
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN co_backed AS e ON e.outlet = a.key
AND e.other = o.key
WHERE a.kind = 4
AND o.kind = 4
AND o.place > a.place
AND e.claim_count >= :p0
UNION ALL SELECT 'CO_CITED', a.id, o.id, e.weight
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN co_cited AS e ON e.outlet = a.key
AND e.other = o.key
WHERE a.kind = 4
AND o.kind = 4
AND o.place > a.place
AND e.weight >= :p0
UNION ALL SELECT 'CO_MENTIONED', a.id, o.id, e.story_count
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN co_mentioned AS e ON e.person = a.key
AND e.other = o.key
WHERE a.kind = 5
AND o.kind = 5
AND o.place > a.place
AND e.story_count >= :p0
UNION ALL SELECT 'STATES', a.id, o.id, count(*)
FROM t1 AS a
CROSS JOIN t1 AS o
CROSS JOIN fact AS e ON e.story = a.key
AND e.claim = o.key
AND e.last_version IS NULL
WHERE a.kind = 1
AND o.kind = 3 GROUP BY a.place, o.place HAVING count(*) >= :p0)) AS edges
FROM json_each(json_array((WITH RECURSIVE level1(n, taken) AS ( SELECT 0, (
SELECT json_group_object(m1.id, 0)
FROM (
SELECT DISTINCT CASE substr(i.value, 1, 3) WHEN 'st_' THEN (
SELECT id
FROM story
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)) WHEN 'cl_' THEN (
SELECT id
FROM claim
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND fact_count > 0) WHEN 'ou_' THEN (
SELECT id
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count + attribution_count > 0) WHEN 'pe_' THEN (
SELECT id
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count > 0) WHEN 'fa_' THEN (
SELECT s.id
FROM fact AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value
AND x.last_version IS NULL) WHEN 'na_' THEN (
SELECT s.id
FROM narrative AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value
AND x.last_version IS NULL) WHEN 'fo_' THEN (
SELECT s.id
FROM forecast AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value
AND x.last_version IS NULL) WHEN 're_' THEN (
SELECT s.id
FROM revision AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value) WHEN 'pr_' THEN (
SELECT s.id
FROM problem AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE x.id = i.value) END AS id
FROM json_each(:p1) AS i) AS m1
WHERE m1.id IS NOT NULL)
UNION ALL SELECT v1.n + 1, (
SELECT json_group_object(id, level)
FROM (
SELECT id, min(level) AS level
FROM ( SELECT key AS id, value AS level, 0 AS weight
FROM json_each(v1.taken)
UNION ALL SELECT step1.key, v1.n + 1, step1.value
FROM (
SELECT id, CASE substr(id, 1, 3) WHEN 'st_' THEN 1 WHEN 'cl_' THEN 3 WHEN 'ou_' THEN 4 WHEN 'pe_' THEN 5 END AS kind, CASE substr(id, 1, 3) WHEN 'st_' THEN (
SELECT key
FROM story
WHERE id = u1.id) WHEN 'cl_' THEN (
SELECT key
FROM claim
WHERE id = u1.id) WHEN 'ou_' THEN (
SELECT key
FROM outlet
WHERE id = u1.id) WHEN 'pe_' THEN (
SELECT key
FROM person
WHERE id = u1.id) END AS key
FROM (
SELECT key AS id
FROM json_each(v1.taken)
WHERE value = v1.n) AS u1
LIMIT -1) AS f1
CROSS JOIN json_each((
SELECT json_group_object(id, weight)
FROM ( SELECT *
FROM (
SELECT other_id AS id, weight
FROM co_cited
WHERE f1.kind = 4
AND outlet = f1.key
AND weight >= :p0
ORDER BY weight DESC, other_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT other_id, claim_count
FROM co_backed
WHERE f1.kind = 4
AND outlet = f1.key
AND claim_count >= :p0
ORDER BY claim_count DESC, other_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT other_id, story_count
FROM co_mentioned
WHERE f1.kind = 5
AND person = f1.key
AND story_count >= :p0
ORDER BY story_count DESC, other_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT claim_id, citation_count
FROM backs
WHERE f1.kind = 4
AND outlet = f1.key
AND citation_count >= :p0
ORDER BY citation_count DESC, claim_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT outlet_id, citation_count
FROM backs
WHERE f1.kind = 3
AND claim = f1.key
AND citation_count >= :p0
ORDER BY citation_count DESC, outlet_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT person_id, fact_count
FROM cites_person
WHERE f1.kind = 4
AND outlet = f1.key
AND fact_count >= :p0
ORDER BY fact_count DESC, person_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT outlet_id, fact_count
FROM cites_person
WHERE f1.kind = 5
AND person = f1.key
AND fact_count >= :p0
ORDER BY fact_count DESC, outlet_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT story_id, max(1, citation_count)
FROM covered_by
WHERE f1.kind = 4
AND outlet = f1.key
AND citation_count + 0 >= iif(:p0 <= 1, 0, :p0)
ORDER BY citation_count + 0 DESC, story_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT o.id, max(1, c.citation_count)
FROM covered_by AS c
CROSS JOIN outlet AS o ON o.key = c.outlet
WHERE f1.kind = 1
AND c.story = f1.key
AND c.citation_count >= iif(:p0 <= 1, 0, :p0)
ORDER BY c.citation_count DESC, o.id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT story_id, mention_count
FROM appears_in
WHERE f1.kind = 5
AND person = f1.key
AND mention_count >= :p0
ORDER BY mention_count DESC, story_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT person_id, mention_count
FROM appears_in
WHERE f1.kind = 1
AND story = f1.key
AND mention_count >= :p0
ORDER BY mention_count DESC, person_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT c.other_id, 1
FROM conflicts_with AS c
CROSS JOIN claim AS x ON x.key = c.other
AND x.fact_count > 0
WHERE f1.kind = 3
AND c.claim = f1.key
AND 1 >= :p0
ORDER BY c.score DESC, c.other_id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT s.id, count(*) AS facts
FROM fact AS x
CROSS JOIN story AS s ON s.key = x.story
WHERE f1.kind = 3
AND x.claim = f1.key
AND x.last_version IS NULL GROUP BY x.story HAVING facts >= :p0
ORDER BY facts DESC, s.id DESC
LIMIT :p2)
UNION ALL SELECT *
FROM (
SELECT c.id, count(*) AS facts
FROM fact AS x
CROSS JOIN claim AS c ON c.key = x.claim
WHERE f1.kind = 1
AND x.story = f1.key
AND x.last_version IS NULL GROUP BY x.claim HAVING facts >= :p0
ORDER BY facts DESC, c.id DESC
LIMIT :p2)))) AS step1) GROUP BY id
ORDER BY min(level), max(weight) DESC, id DESC
LIMIT :p2))
FROM level1 AS v1
WHERE v1.n < :p0
AND (
SELECT count(*)
FROM json_each(v1.taken)) < :p2) SELECT taken
FROM level1
ORDER BY n DESC
LIMIT 1))) AS taken1
LIMIT -1) AS found1) AS dst1
WHERE TRUE
LIMIT 1), 'null');
