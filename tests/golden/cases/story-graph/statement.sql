-- story: p0='news.example/ferry'
SELECT coalesce((
SELECT format('{"graph":%s}', format('{"nodes":%s,"edges":%s}', (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"kind":%s,"label":%s,"weight":%s}', json_quote(dst2.kind), json_quote(dst2.label), json_quote(dst2.weight)), 'null') AS j
FROM ( SELECT dst1.id AS id, 'STORY' AS kind, dst1.title AS label, 0 AS weight
UNION ALL SELECT f.id, 'FACT', f.text, 1
FROM fact AS f
WHERE f.story = dst1.key
AND f.last_version IS NULL
UNION ALL SELECT n.id, 'NARRATIVE', n.label, 1
FROM narrative AS n
WHERE n.story = dst1.key
AND n.last_version IS NULL
UNION ALL SELECT c.id, 'CLAIM', c.text, count(*)
FROM fact AS f
CROSS JOIN claim AS c ON c.key = f.claim
WHERE f.story = dst1.key
AND f.last_version IS NULL GROUP BY c.key
UNION ALL SELECT o.id, 'OUTLET', o.name, count(*)
FROM ( SELECT l.outlet AS outlet
FROM lists AS l
WHERE l.story = dst1.key
AND l.last_version IS NULL
UNION ALL SELECT c.outlet
FROM fact AS f
CROSS JOIN cites AS c ON c.fact = f.key
AND c.last_version IS NULL
WHERE f.story = dst1.key
AND f.last_version IS NULL
UNION ALL SELECT p.outlet
FROM narrative AS n
CROSS JOIN provided_by AS p ON p.narrative = n.key
AND p.last_version IS NULL
WHERE n.story = dst1.key
AND n.last_version IS NULL
UNION ALL SELECT a.outlet
FROM fact AS f
CROSS JOIN attributed_to AS a ON a.fact = f.key
AND a.last_version IS NULL
WHERE f.story = dst1.key
AND f.last_version IS NULL ) AS e
CROSS JOIN outlet AS o ON o.key = e.outlet GROUP BY o.key
UNION ALL SELECT p.id, 'PERSON', p.name, a.mention_count
FROM appears_in AS a
CROSS JOIN person AS p ON p.key = a.person
WHERE a.story = dst1.key ) AS dst2
WHERE TRUE
ORDER BY dst2.kind, dst2.id
LIMIT -1)), (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"kind":%s,"weight":%s}', json_quote(dst3.kind), json_quote(dst3.weight)), 'null') AS j
FROM ( SELECT dst1.id AS source, f.id AS target, 'HAS_FACT' AS kind, 1 AS weight
FROM fact AS f
WHERE f.story = dst1.key
AND f.last_version IS NULL
UNION ALL SELECT dst1.id, n.id, 'HAS_NARRATIVE', 1
FROM narrative AS n
WHERE n.story = dst1.key
AND n.last_version IS NULL
UNION ALL SELECT dst1.id, o.id, 'LISTS', count(*)
FROM lists AS l
CROSS JOIN outlet AS o ON o.key = l.outlet
WHERE l.story = dst1.key
AND l.last_version IS NULL GROUP BY o.id
UNION ALL SELECT f.id, c.id, 'STATES', 1
FROM fact AS f
CROSS JOIN claim AS c ON c.key = f.claim
WHERE f.story = dst1.key
AND f.last_version IS NULL
UNION ALL SELECT f.id, o.id, 'CITES', count(*)
FROM fact AS f
CROSS JOIN cites AS c ON c.fact = f.key
AND c.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = c.outlet
WHERE f.story = dst1.key
AND f.last_version IS NULL GROUP BY f.id, o.id
UNION ALL SELECT f.id, o.id, 'ATTRIBUTED_TO', count(*)
FROM fact AS f
CROSS JOIN attributed_to AS a ON a.fact = f.key
AND a.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = a.outlet
WHERE f.story = dst1.key
AND f.last_version IS NULL GROUP BY f.id, o.id
UNION ALL SELECT n.id, o.id, 'PROVIDED_BY', count(*)
FROM narrative AS n
CROSS JOIN provided_by AS p ON p.narrative = n.key
AND p.last_version IS NULL
CROSS JOIN outlet AS o ON o.key = p.outlet
WHERE n.story = dst1.key
AND n.last_version IS NULL GROUP BY n.id, o.id
UNION ALL SELECT CASE m.kind WHEN 'FACT' THEN (
SELECT id
FROM fact
WHERE key = m.owner) WHEN 'NARRATIVE' THEN (
SELECT id
FROM narrative
WHERE key = m.owner) ELSE dst1.id END, p.id, 'MENTIONS', count(*)
FROM mention AS m
CROSS JOIN person AS p ON p.key = m.person
WHERE m.story = dst1.key
AND m.last_version IS NULL GROUP BY m.kind, m.owner, p.id ) AS dst3
WHERE TRUE
ORDER BY dst3.kind, dst3.source, dst3.target
LIMIT -1))))
FROM story AS dst1
WHERE TRUE
AND (dst1.key = (
SELECT key
FROM story
WHERE address = :p0
ORDER BY id
LIMIT 1))
LIMIT 1), 'null');
