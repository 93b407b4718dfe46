-- outlet: p0='fenradio', p1=20, p2=20
SELECT coalesce((
SELECT format('{"narratives":%s,"stories":%s}', (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"label":%s,"stance":%s,"text":%s,"story":%s}', json_quote(r3.n_label), json_quote(r3.n_stance), json_quote(r3.n_text), coalesce((
SELECT format('{"title":%s}', json_quote(dst4.title))
FROM story AS dst4
WHERE dst4.key = r3.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT c2.published_key AS k0, c2.narrative_id AS k1, dst2.label AS n_label, dst2.stance AS n_stance, dst2.text AS n_text, dst2.story AS n_story
FROM provided_by AS c2
CROSS JOIN narrative AS dst2 ON dst2.key = c2.narrative
WHERE c2.outlet = dst1.key
AND c2.last_version IS NULL
AND NOT EXISTS ( SELECT 1
FROM provided_by AS twin2
WHERE twin2.narrative = c2.narrative
AND twin2.outlet = c2.outlet
AND twin2.last_version IS NULL
AND twin2.position < c2.position)
ORDER BY c2.published_key DESC, c2.narrative_id DESC
LIMIT :p1) AS r3), (
SELECT format('{"nodes":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"title":%s}', json_quote(r6.n_title)), ','), '') || ']', dst1.story_count)
FROM (
SELECT c5.published_key AS k0, c5.story_id AS k1, dst5.title AS n_title
FROM covered_by AS c5
CROSS JOIN story AS dst5 ON dst5.key = c5.story
WHERE c5.outlet = dst1.key
ORDER BY c5.published_key DESC, c5.story_id DESC
LIMIT :p2) AS r6))
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
