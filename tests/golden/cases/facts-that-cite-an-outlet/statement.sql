-- outlet: p0='curlewwire', p1=20, p2='"cracks"', p3=20
SELECT coalesce((
SELECT format('{"factCount":%s,"citationCount":%s,"facts":%s,"cracks":%s}', json_quote(dst1.fact_count), json_quote(dst1.citation_count), (
SELECT format('{"totalCount":%s,"nodes":%s}', dst1.fact_count, '[' || coalesce(group_concat(format('{"text":%s,"story":%s}', json_quote(r3.n_text), coalesce((
SELECT format('{"title":%s}', json_quote(dst4.title))
FROM story AS dst4
WHERE dst4.key = r3.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT c2.published_key AS k0, c2.fact_id AS k1, dst2.text AS n_text, dst2.story AS n_story
FROM cites AS c2
CROSS JOIN fact AS dst2 ON dst2.key = c2.fact
WHERE c2.outlet = dst1.key
AND c2.last_version IS NULL
AND NOT EXISTS ( SELECT 1
FROM cites AS twin2
WHERE twin2.fact = c2.fact
AND twin2.outlet = c2.outlet
AND twin2.last_version IS NULL
AND twin2.position < c2.position)
ORDER BY c2.published_key DESC, c2.fact_id DESC
LIMIT :p1) AS r3), (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM cites AS c7
CROSS JOIN fact AS dst7 ON dst7.key = c7.fact
WHERE c7.outlet = dst1.key
AND c7.last_version IS NULL
AND NOT EXISTS ( SELECT 1
FROM cites AS twin7
WHERE twin7.fact = c7.fact
AND twin7.outlet = c7.outlet
AND twin7.last_version IS NULL
AND twin7.position < c7.position)
AND (dst7.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p2
AND rowid & 15 = 2))), '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r6.n_text)), ','), '') || ']')
FROM (
SELECT c5.published_key AS k0, c5.fact_id AS k1, dst5.text AS n_text
FROM cites AS c5
CROSS JOIN fact AS dst5 ON dst5.key = c5.fact
WHERE c5.outlet = dst1.key
AND c5.last_version IS NULL
AND NOT EXISTS ( SELECT 1
FROM cites AS twin5
WHERE twin5.fact = c5.fact
AND twin5.outlet = c5.outlet
AND twin5.last_version IS NULL
AND twin5.position < c5.position)
AND (dst5.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p2
AND rowid & 15 = 2))
ORDER BY c5.published_key DESC, c5.fact_id DESC
LIMIT :p3) AS r6))
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
