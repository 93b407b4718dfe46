-- echo: p0='harbourecho', p1=20, p2=20, p3=20
SELECT coalesce((
SELECT format('{"advocatesAsWitness":%s}', (
SELECT format('{"totalCount":%s,"edges":%s}', dst1.advocacy_count, '[' || coalesce(group_concat(format('{"citationCount":%s,"narrativeCount":%s,"node":%s,"facts":%s,"narratives":%s}', json_quote(r3.e_citation_count), json_quote(r3.e_narrative_count), format('{"title":%s}', json_quote(r3.n_title)), (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM fact AS dst6
WHERE dst6.story = r3.e_story
AND dst6.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS c6
WHERE c6.fact = dst6.key
AND c6.outlet = r3.e_outlet
AND c6.last_version IS NULL)), '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r5.n_text)), ','), '') || ']')
FROM (
SELECT dst4.position AS k0, dst4.id AS k1, dst4.text AS n_text
FROM fact AS dst4
WHERE dst4.story = r3.e_story
AND dst4.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS c4
WHERE c4.fact = dst4.key
AND c4.outlet = r3.e_outlet
AND c4.last_version IS NULL)
ORDER BY dst4.position, dst4.id
LIMIT :p2) AS r5), (
SELECT format('{"totalCount":%s,"nodes":%s}', r3.e_narrative_count, '[' || coalesce(group_concat(format('{"label":%s,"text":%s}', json_quote(r8.n_label), json_quote(r8.n_text)), ','), '') || ']')
FROM (
SELECT dst7.position AS k0, dst7.id AS k1, dst7.label AS n_label, dst7.text AS n_text
FROM narrative AS dst7
WHERE dst7.story = r3.e_story
AND dst7.last_version IS NULL
AND EXISTS (
SELECT 1
FROM provided_by AS c7
WHERE c7.narrative = dst7.key
AND c7.outlet = r3.e_outlet
AND c7.last_version IS NULL)
ORDER BY dst7.position, dst7.id
LIMIT :p3) AS r8)), ','), '') || ']')
FROM (
SELECT e2.published_key AS k0, e2.story_id AS k1, e2.citation_count AS e_citation_count, e2.narrative_count AS e_narrative_count, dst2.title AS n_title, e2.story AS e_story, e2.outlet AS e_outlet
FROM covered_by AS e2
CROSS JOIN story AS dst2 ON dst2.key = e2.story
WHERE e2.outlet = dst1.key
AND e2.citation_count > 0
AND e2.narrative_count > 0
ORDER BY e2.published_key DESC, e2.story_id DESC
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

-- radio: p0='fenradio', p1=20, p2=20, p3=20
SELECT coalesce((
SELECT format('{"advocacyCount":%s,"advocatesAsWitness":%s}', json_quote(dst1.advocacy_count), (
SELECT format('{"totalCount":%s,"edges":%s}', dst1.advocacy_count, '[' || coalesce(group_concat(format('{"citationCount":%s,"narrativeCount":%s,"node":%s,"facts":%s,"narratives":%s}', json_quote(r3.e_citation_count), json_quote(r3.e_narrative_count), format('{"title":%s}', json_quote(r3.n_title)), (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM fact AS dst6
WHERE dst6.story = r3.e_story
AND dst6.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS c6
WHERE c6.fact = dst6.key
AND c6.outlet = r3.e_outlet
AND c6.last_version IS NULL)), '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r5.n_text)), ','), '') || ']')
FROM (
SELECT dst4.position AS k0, dst4.id AS k1, dst4.text AS n_text
FROM fact AS dst4
WHERE dst4.story = r3.e_story
AND dst4.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS c4
WHERE c4.fact = dst4.key
AND c4.outlet = r3.e_outlet
AND c4.last_version IS NULL)
ORDER BY dst4.position, dst4.id
LIMIT :p2) AS r5), (
SELECT format('{"totalCount":%s,"nodes":%s}', r3.e_narrative_count, '[' || coalesce(group_concat(format('{"label":%s,"text":%s}', json_quote(r8.n_label), json_quote(r8.n_text)), ','), '') || ']')
FROM (
SELECT dst7.position AS k0, dst7.id AS k1, dst7.label AS n_label, dst7.text AS n_text
FROM narrative AS dst7
WHERE dst7.story = r3.e_story
AND dst7.last_version IS NULL
AND EXISTS (
SELECT 1
FROM provided_by AS c7
WHERE c7.narrative = dst7.key
AND c7.outlet = r3.e_outlet
AND c7.last_version IS NULL)
ORDER BY dst7.position, dst7.id
LIMIT :p3) AS r8)), ','), '') || ']')
FROM (
SELECT e2.published_key AS k0, e2.story_id AS k1, e2.citation_count AS e_citation_count, e2.narrative_count AS e_narrative_count, dst2.title AS n_title, e2.story AS e_story, e2.outlet AS e_outlet
FROM covered_by AS e2
CROSS JOIN story AS dst2 ON dst2.key = e2.story
WHERE e2.outlet = dst1.key
AND e2.citation_count > 0
AND e2.narrative_count > 0
ORDER BY e2.published_key DESC, e2.story_id DESC
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
