-- outlet: p0='harbourecho', p1=20, p2=20
SELECT coalesce((
SELECT format('{"coCited":%s}', (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"weight":%s,"node":%s,"facts":%s}', json_quote(r3.e_weight), format('{"name":%s}', json_quote(r3.n_name)), (
SELECT format('{"totalCount":%s,"nodes":%s}', r3.e_weight, '[' || coalesce(group_concat(format('{"text":%s,"story":%s}', json_quote(r5.n_text), coalesce((
SELECT format('{"title":%s}', json_quote(dst6.title))
FROM story AS dst6
WHERE dst6.key = r5.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT c4.published_key AS k0, c4.fact_id AS k1, dst4.text AS n_text, dst4.story AS n_story
FROM cites AS c4
CROSS JOIN fact AS dst4 ON dst4.key = c4.fact
WHERE c4.outlet = (
SELECT few4.key
FROM outlet AS few4
WHERE few4.key IN (r3.e_outlet, r3.e_other)
ORDER BY few4.citation_count, few4.key
LIMIT 1)
AND c4.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS too4
WHERE too4.fact = c4.fact
AND too4.last_version IS NULL
AND too4.outlet IN (r3.e_outlet, r3.e_other)
AND too4.outlet <> c4.outlet)
AND NOT EXISTS ( SELECT 1
FROM cites AS twin4
WHERE twin4.fact = c4.fact
AND twin4.outlet = c4.outlet
AND twin4.last_version IS NULL
AND twin4.position < c4.position)
ORDER BY c4.published_key DESC, c4.fact_id DESC
LIMIT :p2) AS r5)), ','), '') || ']')
FROM (
SELECT e2.weight AS k0, e2.other_id AS k1, e2.weight AS e_weight, dst2.name AS n_name, e2.outlet AS e_outlet, e2.other AS e_other
FROM co_cited AS e2
CROSS JOIN outlet AS dst2 ON dst2.key = e2.other
WHERE e2.outlet = dst1.key
ORDER BY e2.weight DESC, e2.other_id DESC
LIMIT :p1) AS r3))
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
