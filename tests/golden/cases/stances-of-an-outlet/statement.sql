-- echo: p0='harbourecho', p1=20, p2=20, p3='pro-establishment', p4=20
SELECT coalesce((
SELECT format('{"stances":%s,"pro":%s}', (
SELECT format('{"totalCount":%s,"edges":%s}', (
SELECT count(*)
FROM outlet_stance AS dst4
WHERE dst4.outlet = dst1.key), '[' || coalesce(group_concat(format('{"node":%s}', format('{"stance":%s,"month":%s,"narrativeCount":%s,"narratives":%s}', json_quote(r3.n_stance), json_quote(r3.n_month), json_quote(r3.n_narrative_count), (
SELECT format('{"totalCount":%s,"nodes":%s}', r3.n_narrative_count, '[' || coalesce(group_concat(format('{"text":%s,"story":%s}', json_quote(r6.n_text), coalesce((
SELECT format('{"title":%s}', json_quote(dst7.title))
FROM story AS dst7
WHERE dst7.key = r6.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT c5.published_key AS k0, c5.narrative_id AS k1, dst5.text AS n_text, dst5.story AS n_story
FROM provided_by AS c5
CROSS JOIN narrative AS dst5 ON dst5.key = c5.narrative
WHERE c5.outlet = r3.n_outlet
AND c5.stance_id = r3.n_stance_id
AND c5.last_version IS NULL
AND c5.published_key >= coalesce(r3.n_month, '')
AND c5.published_key <= coalesce(r3.n_month || '~', '')
AND NOT EXISTS (
SELECT 1
FROM provided_by AS twin5
WHERE twin5.narrative = c5.narrative
AND twin5.outlet = c5.outlet
AND twin5.last_version IS NULL
AND twin5.position < c5.position)
ORDER BY c5.published_key DESC, c5.narrative_id DESC
LIMIT :p2) AS r6))), ','), '') || ']')
FROM (
SELECT dst2.month_key AS k0, dst2.sort_key AS k1, dst2.stance_id AS k2, dst2.stance AS n_stance, dst2.month AS n_month, dst2.narrative_count AS n_narrative_count, dst2.outlet AS n_outlet, dst2.stance_id AS n_stance_id
FROM outlet_stance AS dst2
WHERE dst2.outlet = dst1.key
ORDER BY dst2.month_key, dst2.sort_key, dst2.stance_id
LIMIT :p1) AS r3), (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM outlet_stance AS dst10
WHERE dst10.outlet = dst1.key
AND (dst10.stance = :p3)), '[' || coalesce(group_concat(format('{"narrativeCount":%s}', json_quote(r9.n_narrative_count)), ','), '') || ']')
FROM (
SELECT dst8.month_key AS k0, dst8.sort_key AS k1, dst8.stance_id AS k2, dst8.narrative_count AS n_narrative_count
FROM outlet_stance AS dst8
WHERE dst8.outlet = dst1.key
AND (dst8.stance = :p3)
ORDER BY dst8.month_key, dst8.sort_key, dst8.stance_id
LIMIT :p4) AS r9))
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

-- radio: p0='fenradio', p1=20, p2=1
SELECT coalesce((
SELECT format('{"stances":%s}', (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"stance":%s,"month":%s,"narrativeCount":%s,"narratives":%s}', json_quote(r3.n_stance), json_quote(r3.n_month), json_quote(r3.n_narrative_count), (
SELECT format('{"totalCount":%s,"nodes":%s}', r3.n_narrative_count, '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r5.n_text)), ','), '') || ']')
FROM (
SELECT c4.published_key AS k0, c4.narrative_id AS k1, dst4.text AS n_text
FROM provided_by AS c4
CROSS JOIN narrative AS dst4 ON dst4.key = c4.narrative
WHERE c4.outlet = r3.n_outlet
AND c4.stance_id = r3.n_stance_id
AND c4.last_version IS NULL
AND c4.published_key >= coalesce(r3.n_month, '')
AND c4.published_key <= coalesce(r3.n_month || '~', '')
AND NOT EXISTS (
SELECT 1
FROM provided_by AS twin4
WHERE twin4.narrative = c4.narrative
AND twin4.outlet = c4.outlet
AND twin4.last_version IS NULL
AND twin4.position < c4.position)
ORDER BY c4.published_key DESC, c4.narrative_id DESC
LIMIT :p2) AS r5)), ','), '') || ']')
FROM (
SELECT dst2.month_key AS k0, dst2.sort_key AS k1, dst2.stance_id AS k2, dst2.stance AS n_stance, dst2.month AS n_month, dst2.narrative_count AS n_narrative_count, dst2.outlet AS n_outlet, dst2.stance_id AS n_stance_id
FROM outlet_stance AS dst2
WHERE dst2.outlet = dst1.key
ORDER BY dst2.month_key, dst2.sort_key, dst2.stance_id
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

-- blatt: p0='zelnablatt', p1=20, p2=20
SELECT coalesce((
SELECT format('{"narratives":%s,"stances":%s}', format('{"totalCount":%s}', (
SELECT count(*)
FROM provided_by AS c4
CROSS JOIN narrative AS dst4 ON dst4.key = c4.narrative
WHERE c4.outlet = dst1.key
AND c4.last_version IS NULL
AND NOT EXISTS ( SELECT 1
FROM provided_by AS twin4
WHERE twin4.narrative = c4.narrative
AND twin4.outlet = c4.outlet
AND twin4.last_version IS NULL
AND twin4.position < c4.position))), (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM outlet_stance AS dst7
WHERE dst7.outlet = dst1.key), '[' || coalesce(group_concat(format('{"stance":%s}', json_quote(r6.n_stance)), ','), '') || ']')
FROM (
SELECT dst5.month_key AS k0, dst5.sort_key AS k1, dst5.stance_id AS k2, dst5.stance AS n_stance
FROM outlet_stance AS dst5
WHERE dst5.outlet = dst1.key
ORDER BY dst5.month_key, dst5.sort_key, dst5.stance_id
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
