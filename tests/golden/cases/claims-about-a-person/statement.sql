-- claims: p0='pe_2406462539db217df68eb1c4', p1=2, p2=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"storyCount":%s}', json_quote(r2.n_text), json_quote(r2.n_story_count)), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.story_count AS n_story_count
FROM (
SELECT DISTINCT f.claim AS claim
FROM mentioned_in AS m
CROSS JOIN fact AS f ON f.key = m.owner
WHERE m.kind = 'FACT'
AND m.person = (
SELECT key
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = :p0), :p0))) AS c1
CROSS JOIN claim AS dst1 ON dst1.key = c1.claim
WHERE dst1.fact_count > 0
AND (dst1.story_count >= :p1)
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p2) AS r2);
