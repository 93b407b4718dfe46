-- person: p0='ilsevarga', p1=20, p2=20, p3=20, p4=2, p5=20, p6=20, p7=20
SELECT coalesce((
SELECT format('{"coMentioned":%s,"often":%s,"byFacts":%s}', (
SELECT format('{"edges":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"storyCount":%s,"factCount":%s,"node":%s,"facts":%s,"stories":%s}', json_quote(r3.e_story_count), json_quote(r3.e_fact_count), format('{"name":%s}', json_quote(r3.n_name)), (
SELECT format('{"nodes":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r5.n_text)), ','), '') || ']', r3.e_fact_count)
FROM (
SELECT c4.published_key AS k0, c4.owner_id AS k1, dst4.text AS n_text
FROM mentioned_in AS c4
CROSS JOIN fact AS dst4 ON dst4.key = c4.owner
WHERE c4.kind = 'FACT'
AND c4.person = (
SELECT p.key
FROM person AS p
WHERE p.key IN (r3.e_person, r3.e_other)
ORDER BY p.fact_count, p.key
LIMIT 1)
AND EXISTS (
SELECT 1
FROM mentioned_in AS d4
WHERE d4.kind = 'FACT'
AND d4.owner = c4.owner
AND d4.person = r3.e_person + r3.e_other - c4.person)
ORDER BY c4.published_key DESC, c4.owner_id DESC
LIMIT :p2) AS r5), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"title":%s}', json_quote(r7.n_title)), ','), '') || ']')
FROM (
SELECT c6.published_key AS k0, c6.story_id AS k1, dst6.title AS n_title
FROM appears_in AS c6
CROSS JOIN story AS dst6 ON dst6.key = c6.story
WHERE c6.person = (
SELECT p.key
FROM person AS p
WHERE p.key IN (r3.e_person, r3.e_other)
ORDER BY p.story_count, p.key
LIMIT 1)
AND EXISTS (
SELECT 1
FROM appears_in AS d6
WHERE d6.story = c6.story
AND d6.person = r3.e_person + r3.e_other - c6.person)
ORDER BY c6.published_key DESC, c6.story_id DESC
LIMIT :p3) AS r7)), ','), '') || ']', (
SELECT count(*)
FROM co_mentioned AS e8
CROSS JOIN person AS dst8 ON dst8.key = e8.other
WHERE e8.person = dst1.key))
FROM (
SELECT e2.story_count AS k0, e2.other_id AS k1, e2.story_count AS e_story_count, e2.fact_count AS e_fact_count, dst2.name AS n_name, e2.person AS e_person, e2.other AS e_other
FROM co_mentioned AS e2
CROSS JOIN person AS dst2 ON dst2.key = e2.other
WHERE e2.person = dst1.key
ORDER BY e2.story_count DESC, e2.other_id DESC
LIMIT :p1) AS r3), format('{"totalCount":%s}', (
SELECT count(*)
FROM co_mentioned AS e11
CROSS JOIN person AS dst11 ON dst11.key = e11.other
WHERE e11.person = dst1.key
AND (e11.story_count >= :p4))), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s,"coMentioned":%s}', json_quote(r13.n_name), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r15.n_name)), ','), '') || ']')
FROM (
SELECT e14.story_count AS k0, e14.other_id AS k1, dst14.name AS n_name
FROM co_mentioned AS e14
CROSS JOIN person AS dst14 ON dst14.key = e14.other
WHERE e14.person = r13.n_key
ORDER BY e14.story_count DESC, e14.other_id DESC
LIMIT :p7) AS r15)), ','), '') || ']')
FROM (
SELECT e12.fact_count AS k0, e12.other_id AS k1, dst12.name AS n_name, dst12.key AS n_key
FROM co_mentioned AS e12
CROSS JOIN person AS dst12 ON dst12.key = e12.other
WHERE e12.person = dst1.key
ORDER BY e12.fact_count DESC, e12.other_id DESC
LIMIT :p6) AS r13))
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
