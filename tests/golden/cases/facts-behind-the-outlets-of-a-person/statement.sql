-- varga: p0='ilsevarga', p1=20, p2=20
SELECT coalesce((
SELECT format('{"outlets":%s}', (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"factCount":%s,"node":%s,"facts":%s}', json_quote(r3.e_fact_count), format('{"name":%s}', json_quote(r3.n_name)), (
SELECT format('{"totalCount":%s,"nodes":%s}', r3.e_fact_count, '[' || coalesce(group_concat(format('{"text":%s,"story":%s}', json_quote(r5.n_text), coalesce((
SELECT format('{"title":%s}', json_quote(dst6.title))
FROM story AS dst6
WHERE dst6.key = r5.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT c4.published_key AS k0, c4.owner_id AS k1, dst4.text AS n_text, dst4.story AS n_story
FROM mentioned_in AS c4
CROSS JOIN fact AS dst4 ON dst4.key = c4.owner
WHERE c4.person = r3.e_person
AND c4.kind = 'FACT'
AND EXISTS (
SELECT 1
FROM cites AS k4
WHERE k4.fact = c4.owner
AND k4.outlet = r3.e_outlet
AND k4.last_version IS NULL)
ORDER BY c4.published_key DESC, c4.owner_id DESC
LIMIT :p2) AS r5)), ','), '') || ']')
FROM (
SELECT e2.fact_count AS k0, e2.outlet_id AS k1, e2.fact_count AS e_fact_count, dst2.name AS n_name, e2.person AS e_person, e2.outlet AS e_outlet
FROM cites_person AS e2
CROSS JOIN outlet AS dst2 ON dst2.key = e2.outlet
WHERE e2.person = dst1.key
ORDER BY e2.fact_count DESC, e2.outlet_id DESC
LIMIT :p1) AS r3))
FROM person AS dst1
WHERE dst1.story_count > 0
AND (dst1.key = (
SELECT p.key
FROM person_alias AS a
CROSS JOIN person AS p ON p.key = a.person
WHERE a.folded = :p0
AND p.story_count > 0
ORDER BY p.story_count DESC, p.id
LIMIT 1))
LIMIT 1), 'null');

-- ek: p0='tomasek', p1=20, p2=20
SELECT coalesce((
SELECT format('{"outlets":%s}', (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"factCount":%s,"node":%s,"facts":%s}', json_quote(r3.e_fact_count), format('{"name":%s}', json_quote(r3.n_name)), (
SELECT format('{"totalCount":%s,"nodes":%s}', r3.e_fact_count, '[' || coalesce(group_concat(format('{"text":%s,"story":%s}', json_quote(r5.n_text), coalesce((
SELECT format('{"title":%s}', json_quote(dst6.title))
FROM story AS dst6
WHERE dst6.key = r5.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT c4.published_key AS k0, c4.owner_id AS k1, dst4.text AS n_text, dst4.story AS n_story
FROM mentioned_in AS c4
CROSS JOIN fact AS dst4 ON dst4.key = c4.owner
WHERE c4.person = r3.e_person
AND c4.kind = 'FACT'
AND EXISTS (
SELECT 1
FROM cites AS k4
WHERE k4.fact = c4.owner
AND k4.outlet = r3.e_outlet
AND k4.last_version IS NULL)
ORDER BY c4.published_key DESC, c4.owner_id DESC
LIMIT :p2) AS r5)), ','), '') || ']')
FROM (
SELECT e2.fact_count AS k0, e2.outlet_id AS k1, e2.fact_count AS e_fact_count, dst2.name AS n_name, e2.person AS e_person, e2.outlet AS e_outlet
FROM cites_person AS e2
CROSS JOIN outlet AS dst2 ON dst2.key = e2.outlet
WHERE e2.person = dst1.key
ORDER BY e2.fact_count DESC, e2.outlet_id DESC
LIMIT :p1) AS r3))
FROM person AS dst1
WHERE dst1.story_count > 0
AND (dst1.key = (
SELECT p.key
FROM person_alias AS a
CROSS JOIN person AS p ON p.key = a.person
WHERE a.folded = :p0
AND p.story_count > 0
ORDER BY p.story_count DESC, p.id
LIMIT 1))
LIMIT 1), 'null');
