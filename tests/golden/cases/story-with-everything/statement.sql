-- story: p0='news.example/lock-gate', p1=20, p2=20, p3=20, p4=20, p5=20, p6=20, p7=20, p8=20
SELECT coalesce((
SELECT format('{"title":%s,"lead":%s,"address":%s,"publishedAt":%s,"recordedAt":%s,"layout":%s,"isComplete":%s,"version":%s,"facts":%s,"narratives":%s,"sources":%s,"people":%s,"forecasts":%s,"problems":%s}', json_quote(dst1.title), json_quote(dst1.lead), json_quote(dst1.address), json_quote(dst1.published_at), json_quote(dst1.recorded_at), json_quote(dst1.layout), iif(dst1.is_complete, 'true', 'false'), json_quote(dst1.version), (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM fact AS dst4
WHERE dst4.story = dst1.key
AND dst4.last_version IS NULL), '[' || coalesce(group_concat(format('{"position":%s,"text":%s,"start":%s,"end":%s,"citations":%s,"claim":%s}', json_quote(r3.n_position), json_quote(r3.n_text), json_quote(r3.n_start), json_quote(r3.n_end), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"marker":%s,"label":%s,"node":%s}', json_quote(r6.e_marker), json_quote(r6.e_label), format('{"name":%s}', json_quote(r6.n_name))), ','), '') || ']')
FROM (
SELECT e5.position AS k0, dst5.id AS k1, e5.marker AS e_marker, e5.label AS e_label, dst5.name AS n_name
FROM cites AS e5
CROSS JOIN outlet AS dst5 ON dst5.key = e5.outlet
WHERE e5.fact = r3.n_key
AND e5.last_version IS r3.n_last_version
ORDER BY e5.position, dst5.id
LIMIT :p2) AS r6), coalesce((
SELECT format('{"text":%s}', json_quote(dst7.text))
FROM claim AS dst7
WHERE dst7.key = r3.n_claim
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst2.position AS k0, dst2.id AS k1, dst2.position AS n_position, dst2.text AS n_text, dst2.start AS n_start, dst2.end AS n_end, dst2.key AS n_key, dst2.last_version AS n_last_version, dst2.claim AS n_claim
FROM fact AS dst2
WHERE dst2.story = dst1.key
AND dst2.last_version IS NULL
ORDER BY dst2.position, dst2.id
LIMIT :p1) AS r3), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"label":%s,"stance":%s,"text":%s,"providers":%s}', json_quote(r9.n_label), json_quote(r9.n_stance), json_quote(r9.n_text), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"label":%s,"position":%s,"node":%s}', json_quote(r11.e_label), json_quote(r11.e_position), format('{"name":%s}', json_quote(r11.n_name))), ','), '') || ']')
FROM (
SELECT e10.position AS k0, dst10.id AS k1, e10.label AS e_label, e10.position AS e_position, dst10.name AS n_name
FROM provided_by AS e10
CROSS JOIN outlet AS dst10 ON dst10.key = e10.outlet
WHERE e10.narrative = r9.n_key
AND e10.last_version IS r9.n_last_version
ORDER BY e10.position, dst10.id
LIMIT :p4) AS r11)), ','), '') || ']')
FROM (
SELECT dst8.position AS k0, dst8.id AS k1, dst8.label AS n_label, dst8.stance AS n_stance, dst8.text AS n_text, dst8.key AS n_key, dst8.last_version AS n_last_version
FROM narrative AS dst8
WHERE dst8.story = dst1.key
AND dst8.last_version IS NULL
ORDER BY dst8.position, dst8.id
LIMIT :p3) AS r9), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"position":%s,"marker":%s,"label":%s,"url":%s,"node":%s}', json_quote(r13.e_position), json_quote(r13.e_marker), json_quote(r13.e_label), json_quote(r13.e_url), format('{"name":%s}', json_quote(r13.n_name))), ','), '') || ']')
FROM (
SELECT e12.position AS k0, dst12.id AS k1, e12.position AS e_position, e12.marker AS e_marker, e12.label AS e_label, e12.url AS e_url, dst12.name AS n_name
FROM lists AS e12
CROSS JOIN outlet AS dst12 ON dst12.key = e12.outlet
WHERE e12.story = dst1.key
AND e12.last_version IS NULL
ORDER BY e12.position, dst12.id
LIMIT :p5) AS r13), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"mentionCount":%s,"role":%s,"node":%s,"mentions":%s}', json_quote(r15.e_mention_count), json_quote(r15.e_role), format('{"name":%s}', json_quote(r15.n_name)), (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(format('{"kind":%s,"text":%s,"role":%s,"start":%s,"end":%s}', json_quote(dst16.kind), json_quote(dst16.text), json_quote(dst16.role), json_quote(dst16.start), json_quote(dst16.end)), 'null') AS j
FROM (
SELECT m.*, CASE m.kind WHEN 'FACT' THEN (
SELECT id
FROM fact
WHERE key = m.owner) WHEN 'NARRATIVE' THEN (
SELECT id
FROM narrative
WHERE key = m.owner) ELSE (
SELECT id
FROM story
WHERE key = m.owner) END AS node_id
FROM mention AS m) AS dst16
WHERE dst16.story = r15.e_story
AND dst16.person = r15.e_person
AND CASE WHEN r15.e_number IS NULL THEN dst16.last_version IS NULL ELSE dst16.first_version <= r15.e_number
AND coalesce(dst16.last_version, r15.e_number) >= r15.e_number END
AND (r15.e_kind IS NULL OR (dst16.kind = r15.e_kind
AND dst16.owner = r15.e_owner))
ORDER BY iif(r15.e_kind IS NULL, dst16.rank, 0), dst16.position
LIMIT -1))), ','), '') || ']')
FROM (
SELECT e14.mention_count AS k0, e14.person_id AS k1, e14.mention_count AS e_mention_count, e14.role AS e_role, dst14.name AS n_name, e14.story AS e_story, e14.person AS e_person, e14.number AS e_number, e14.kind AS e_kind, e14.owner AS e_owner
FROM (
SELECT *, NULL AS kind, NULL AS owner, NULL AS number
FROM appears_in) AS e14
CROSS JOIN person AS dst14 ON dst14.key = e14.person
WHERE e14.story = dst1.key
ORDER BY e14.mention_count DESC, e14.person_id DESC
LIMIT :p6) AS r15), format('{"totalCount":%s}', (
SELECT count(*)
FROM forecast AS dst19
WHERE dst19.story = dst1.key
AND dst19.last_version IS NULL)), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"code":%s,"message":%s,"line":%s}', json_quote(r21.n_code), json_quote(r21.n_message), json_quote(r21.n_line)), ','), '') || ']')
FROM (
SELECT dst20.position AS k0, dst20.id AS k1, dst20.code AS n_code, dst20.message AS n_message, dst20.line AS n_line
FROM problem AS dst20
WHERE dst20.story = dst1.key
ORDER BY dst20.position, dst20.id
LIMIT :p8) AS r21))
FROM story AS dst1
WHERE TRUE
AND (dst1.key = (
SELECT key
FROM story
WHERE address = :p0
ORDER BY id
LIMIT 1))
LIMIT 1), 'null');
