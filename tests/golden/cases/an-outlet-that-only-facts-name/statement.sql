-- teal: p0='tealcourier', p1=20, p2=20, p3='FIRST_REPORTED', p4=20
SELECT coalesce((
SELECT format('{"name":%s,"aliases":%s,"storyCount":%s,"citationCount":%s,"claimCount":%s,"attributionCount":%s,"stories":%s,"attributedFacts":%s,"first":%s}', json_quote(dst1.name), dst1.aliases, json_quote(dst1.story_count), json_quote(dst1.citation_count), json_quote(dst1.claim_count), json_quote(dst1.attribution_count), format('{"totalCount":%s}', dst1.story_count), (
SELECT format('{"totalCount":%s,"nodes":%s}', dst1.attribution_count, '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r5.n_text)), ','), '') || ']')
FROM (
SELECT c4.published_key AS k0, c4.fact_id AS k1, dst4.text AS n_text
FROM attributed_to AS c4
CROSS JOIN fact AS dst4 ON dst4.key = c4.fact
WHERE c4.outlet = dst1.key
AND c4.last_version IS NULL
AND NOT EXISTS ( SELECT 1
FROM attributed_to AS twin4
WHERE twin4.fact = c4.fact
AND twin4.outlet = c4.outlet
AND twin4.last_version IS NULL
AND twin4.position < c4.position)
ORDER BY c4.published_key DESC, c4.fact_id DESC
LIMIT :p2) AS r5), (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM attributed_to AS c8
CROSS JOIN fact AS dst8 ON dst8.key = c8.fact
WHERE c8.outlet = dst1.key
AND c8.kind = :p3
AND c8.last_version IS NULL), '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r7.n_text)), ','), '') || ']')
FROM (
SELECT c6.published_key AS k0, c6.fact_id AS k1, dst6.text AS n_text
FROM attributed_to AS c6
CROSS JOIN fact AS dst6 ON dst6.key = c6.fact
WHERE c6.outlet = dst1.key
AND c6.kind = :p3
AND c6.last_version IS NULL
ORDER BY c6.published_key DESC, c6.fact_id DESC
LIMIT :p4) AS r7))
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
AND (dst1.key = (
SELECT o.key
FROM outlet_alias AS a
CROSS JOIN outlet AS o ON o.key = a.outlet
WHERE a.folded = :p0
AND o.story_count + o.attribution_count > 0
ORDER BY o.story_count DESC, o.id
LIMIT 1))
LIMIT 1), 'null');

-- plover: p0='ploverwire', p1=2, p2=3, p3='TOLD', p4=20
SELECT coalesce((
SELECT format('{"storyCount":%s,"attributionCount":%s,"attributedFacts":%s,"told":%s}', json_quote(dst1.story_count), json_quote(dst1.attribution_count), (
SELECT format('{"totalCount":%s,"nodes":%s,"pageInfo":%s}', dst1.attribution_count, '[' || coalesce(group_concat(format('{"text":%s,"story":%s}', json_quote(r3.n_text), coalesce((
SELECT format('{"title":%s}', json_quote(dst4.title))
FROM story AS dst4
WHERE dst4.key = r3.n_story
LIMIT 1), 'null')), ',') FILTER (WHERE r3.rn <= :p1), '') || ']', format('{"hasNextPage":%s}', iif(count(*) > :p1, 'true', 'false')))
FROM (
SELECT *, row_number() OVER () AS rn
FROM (
SELECT c2.published_key AS k0, c2.fact_id AS k1, dst2.text AS n_text, dst2.story AS n_story
FROM attributed_to AS c2
CROSS JOIN fact AS dst2 ON dst2.key = c2.fact
WHERE c2.outlet = dst1.key
AND c2.last_version IS NULL
AND NOT EXISTS ( SELECT 1
FROM attributed_to AS twin2
WHERE twin2.fact = c2.fact
AND twin2.outlet = c2.outlet
AND twin2.last_version IS NULL
AND twin2.position < c2.position)
ORDER BY c2.published_key DESC, c2.fact_id DESC
LIMIT :p2)) AS r3), (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM attributed_to AS c7
CROSS JOIN fact AS dst7 ON dst7.key = c7.fact
WHERE c7.outlet = dst1.key
AND c7.kind = :p3
AND c7.last_version IS NULL), '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r6.n_text)), ','), '') || ']')
FROM (
SELECT c5.published_key AS k0, c5.fact_id AS k1, dst5.text AS n_text
FROM attributed_to AS c5
CROSS JOIN fact AS dst5 ON dst5.key = c5.fact
WHERE c5.outlet = dst1.key
AND c5.kind = :p3
AND c5.last_version IS NULL
ORDER BY c5.published_key DESC, c5.fact_id DESC
LIMIT :p4) AS r6))
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
AND (dst1.key = (
SELECT o.key
FROM outlet_alias AS a
CROSS JOIN outlet AS o ON o.key = a.outlet
WHERE a.folded = :p0
AND o.story_count + o.attribution_count > 0
ORDER BY o.story_count DESC, o.id
LIMIT 1))
LIMIT 1), 'null');
