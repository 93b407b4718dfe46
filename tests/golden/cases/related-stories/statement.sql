-- story: p0='news.example/repair', p1=20, p2=20, p3=20
SELECT coalesce((
SELECT format('{"related":%s}', (
SELECT format('{"edges":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"sharedClaims":%s,"sharedPeople":%s,"node":%s,"claims":%s,"people":%s}', json_quote(r3.e_shared_claims), json_quote(r3.e_shared_people), format('{"title":%s}', json_quote(r3.n_title)), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r5.n_text)), ','), '') || ']')
FROM (
SELECT dst4.backer_count AS k0, dst4.id AS k1, dst4.text AS n_text
FROM claim AS dst4
WHERE dst4.key IN (
SELECT claim
FROM fact
WHERE story = r3.e_source
AND last_version IS NULL INTERSECT SELECT claim
FROM fact
WHERE story = r3.e_story
AND last_version IS NULL)
ORDER BY dst4.backer_count DESC, dst4.id DESC
LIMIT :p2) AS r5), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r7.n_name)), ','), '') || ']')
FROM (
SELECT dst6.story_count AS k0, dst6.id AS k1, dst6.name AS n_name
FROM person AS dst6
WHERE dst6.story_count <= 64
AND dst6.key IN (
SELECT person
FROM appears_in
WHERE story = r3.e_source INTERSECT SELECT person
FROM appears_in
WHERE story = r3.e_story)
ORDER BY dst6.story_count DESC, dst6.id DESC
LIMIT :p3) AS r7)), ','), '') || ']', (
SELECT count(*)
FROM (
SELECT dst1.key AS source, g.story AS story, sum(g.claims) AS shared_claims, sum(g.people) AS shared_people
FROM (
SELECT f.story AS story, count(DISTINCT f.claim) AS claims, 0 AS people
FROM (
SELECT DISTINCT o.claim AS claim
FROM fact AS o
WHERE o.story = dst1.key
AND o.last_version IS NULL) AS c
CROSS JOIN fact AS f ON f.claim = c.claim
AND f.last_version IS NULL
AND f.story <> dst1.key GROUP BY f.story
UNION ALL SELECT b.story, 0, count(*)
FROM appears_in AS a
CROSS JOIN person AS p ON p.key = a.person
AND p.story_count <= 64
CROSS JOIN appears_in AS b ON b.person = a.person
AND b.story <> a.story
WHERE a.story = dst1.key GROUP BY b.story) AS g GROUP BY g.story) AS e8
CROSS JOIN story AS dst8 ON dst8.key = e8.story
WHERE TRUE))
FROM (
SELECT e2.shared_claims AS k0, e2.shared_people AS k1, dst2.id AS k2, e2.shared_claims AS e_shared_claims, e2.shared_people AS e_shared_people, dst2.title AS n_title, e2.source AS e_source, e2.story AS e_story
FROM (
SELECT dst1.key AS source, g.story AS story, sum(g.claims) AS shared_claims, sum(g.people) AS shared_people
FROM (
SELECT f.story AS story, count(DISTINCT f.claim) AS claims, 0 AS people
FROM (
SELECT DISTINCT o.claim AS claim
FROM fact AS o
WHERE o.story = dst1.key
AND o.last_version IS NULL) AS c
CROSS JOIN fact AS f ON f.claim = c.claim
AND f.last_version IS NULL
AND f.story <> dst1.key GROUP BY f.story
UNION ALL SELECT b.story, 0, count(*)
FROM appears_in AS a
CROSS JOIN person AS p ON p.key = a.person
AND p.story_count <= 64
CROSS JOIN appears_in AS b ON b.person = a.person
AND b.story <> a.story
WHERE a.story = dst1.key GROUP BY b.story) AS g GROUP BY g.story) AS e2
CROSS JOIN story AS dst2 ON dst2.key = e2.story
WHERE TRUE
ORDER BY e2.shared_claims DESC, e2.shared_people DESC, dst2.id DESC
LIMIT :p1) AS r3))
FROM story AS dst1
WHERE TRUE
AND (dst1.key = (
SELECT key
FROM story
WHERE address = :p0
ORDER BY id
LIMIT 1))
LIMIT 1), 'null');
