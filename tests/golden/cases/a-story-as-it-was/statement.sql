-- story: p0='news.example/survey', p1='PUBLISHED', p2='2031-05-05T00:00:00Z', p3=20, p4=20, p5=20, p6=20, p7=20, p8=20, p9=20, p10=20, p11=20, p12=20, p13='RECORDED', p14='2031-05-05T00:00:00Z', p15='RECORDED', p16='2031-06-01T00:00:00Z', p17=20
SELECT coalesce((
SELECT format('{"then":%s,"asReceived":%s,"received":%s}', coalesce((
SELECT format('{"number":%s,"title":%s,"lead":%s,"layout":%s,"isComplete":%s,"facts":%s,"narratives":%s,"forecasts":%s,"sources":%s}', json_quote(dst2.number), json_quote(dst2.title), json_quote(dst2.lead), json_quote(dst2.layout), iif(dst2.is_complete, 'true', 'false'), (
SELECT format('{"totalCount":%s,"edges":%s}', (
SELECT count(*)
FROM (
SELECT f.key AS owner, dst2.number AS number, dst2.number AS version
FROM fact AS f
WHERE f.story = dst2.story
AND f.first_version <= dst2.number
AND coalesce(f.last_version, dst2.number) >= dst2.number) AS e5
CROSS JOIN fact AS dst5 ON dst5.key = e5.owner
WHERE TRUE), '[' || coalesce(group_concat(format('{"version":%s,"node":%s,"citations":%s,"people":%s}', json_quote(r4.e_version), format('{"text":%s,"firstVersion":%s,"lastVersion":%s,"claim":%s,"citations":%s,"people":%s}', json_quote(r4.n_text), json_quote(r4.n_first_version), json_quote(r4.n_last_version), coalesce((
SELECT format('{"text":%s,"factCount":%s}', json_quote(dst6.text), json_quote(dst6.fact_count))
FROM claim AS dst6
WHERE dst6.key = r4.n_claim
LIMIT 1), 'null'), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"label":%s}', json_quote(r8.e_label)), ','), '') || ']')
FROM (
SELECT e7.position AS k0, dst7.id AS k1, e7.label AS e_label
FROM cites AS e7
CROSS JOIN outlet AS dst7 ON dst7.key = e7.outlet
WHERE e7.fact = r4.n_key
AND e7.last_version IS r4.n_last_version
ORDER BY e7.position, dst7.id
LIMIT :p4) AS r8), format('{"totalCount":%s}', (
SELECT count(*)
FROM (
SELECT m.story AS story, m.kind AS kind, m.owner AS owner, m.person AS person, r4.n_last_version AS number, count(*) AS mention_count, (
SELECT r.role
FROM mention AS r
WHERE r.kind = 'FACT'
AND r.owner = r4.n_key
AND r.person = m.person
AND r.role IS NOT NULL
AND r.last_version IS r4.n_last_version
ORDER BY r.position
LIMIT 1) AS role
FROM mention AS m
WHERE m.kind = 'FACT'
AND m.owner = r4.n_key
AND m.last_version IS r4.n_last_version GROUP BY m.person) AS e11
CROSS JOIN person AS dst11 ON dst11.key = e11.person
WHERE TRUE))), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"position":%s,"label":%s,"node":%s}', json_quote(r13.e_position), json_quote(r13.e_label), format('{"name":%s}', json_quote(r13.n_name))), ','), '') || ']')
FROM (
SELECT e12.position AS k0, dst12.id AS k1, e12.position AS e_position, e12.label AS e_label, dst12.name AS n_name
FROM cites AS e12
CROSS JOIN outlet AS dst12 ON dst12.key = e12.outlet
WHERE e12.fact = r4.e_owner
AND e12.first_version <= r4.e_number
AND coalesce(e12.last_version, r4.e_number) >= r4.e_number
ORDER BY e12.position, dst12.id
LIMIT :p6) AS r13), format('{"totalCount":%s}', (
SELECT count(*)
FROM (
SELECT m.story AS story, m.kind AS kind, m.owner AS owner, m.person AS person, r4.e_number AS number, count(*) AS mention_count, (
SELECT r.role
FROM mention AS r
WHERE r.kind = 'FACT'
AND r.owner = r4.e_owner
AND r.person = m.person
AND r.role IS NOT NULL
AND r.first_version <= r4.e_number
AND coalesce(r.last_version, r4.e_number) >= r4.e_number
ORDER BY r.position
LIMIT 1) AS role
FROM mention AS m
WHERE m.kind = 'FACT'
AND m.owner = r4.e_owner
AND m.first_version <= r4.e_number
AND coalesce(m.last_version, r4.e_number) >= r4.e_number GROUP BY m.person) AS e16
CROSS JOIN person AS dst16 ON dst16.key = e16.person
WHERE TRUE))), ','), '') || ']')
FROM (
SELECT dst3.position AS k0, dst3.id AS k1, e3.version AS e_version, dst3.text AS n_text, dst3.first_version AS n_first_version, dst3.last_version AS n_last_version, dst3.claim AS n_claim, dst3.key AS n_key, e3.owner AS e_owner, e3.number AS e_number
FROM (
SELECT f.key AS owner, dst2.number AS number, dst2.number AS version
FROM fact AS f
WHERE f.story = dst2.story
AND f.first_version <= dst2.number
AND coalesce(f.last_version, dst2.number) >= dst2.number) AS e3
CROSS JOIN fact AS dst3 ON dst3.key = e3.owner
WHERE TRUE
ORDER BY dst3.position, dst3.id
LIMIT :p3) AS r4), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"node":%s,"providers":%s,"people":%s}', format('{"label":%s,"text":%s}', json_quote(r18.n_label), json_quote(r18.n_text)), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r20.n_name)), ','), '') || ']')
FROM (
SELECT e19.position AS k0, dst19.id AS k1, dst19.name AS n_name
FROM provided_by AS e19
CROSS JOIN outlet AS dst19 ON dst19.key = e19.outlet
WHERE e19.narrative = r18.e_owner
AND e19.first_version <= r18.e_number
AND coalesce(e19.last_version, r18.e_number) >= r18.e_number
ORDER BY e19.position, dst19.id
LIMIT :p9) AS r20), format('{"totalCount":%s}', (
SELECT count(*)
FROM (
SELECT m.story AS story, m.kind AS kind, m.owner AS owner, m.person AS person, r18.e_number AS number, count(*) AS mention_count, (
SELECT r.role
FROM mention AS r
WHERE r.kind = 'NARRATIVE'
AND r.owner = r18.e_owner
AND r.person = m.person
AND r.role IS NOT NULL
AND r.first_version <= r18.e_number
AND coalesce(r.last_version, r18.e_number) >= r18.e_number
ORDER BY r.position
LIMIT 1) AS role
FROM mention AS m
WHERE m.kind = 'NARRATIVE'
AND m.owner = r18.e_owner
AND m.first_version <= r18.e_number
AND coalesce(m.last_version, r18.e_number) >= r18.e_number GROUP BY m.person) AS e23
CROSS JOIN person AS dst23 ON dst23.key = e23.person
WHERE TRUE))), ','), '') || ']')
FROM (
SELECT dst17.position AS k0, dst17.id AS k1, dst17.label AS n_label, dst17.text AS n_text, e17.owner AS e_owner, e17.number AS e_number
FROM (
SELECT n.key AS owner, dst2.number AS number, dst2.number AS version
FROM narrative AS n
WHERE n.story = dst2.story
AND n.first_version <= dst2.number
AND coalesce(n.last_version, dst2.number) >= dst2.number) AS e17
CROSS JOIN narrative AS dst17 ON dst17.key = e17.owner
WHERE TRUE
ORDER BY dst17.position, dst17.id
LIMIT :p8) AS r18), format('{"totalCount":%s}', (
SELECT count(*)
FROM forecast AS dst26
WHERE dst26.story = dst2.story
AND dst26.first_version <= dst2.number
AND coalesce(dst26.last_version, dst2.number) >= dst2.number)), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"marker":%s,"label":%s}', json_quote(r28.e_marker), json_quote(r28.e_label)), ','), '') || ']')
FROM (
SELECT e27.position AS k0, dst27.id AS k1, e27.marker AS e_marker, e27.label AS e_label
FROM lists AS e27
CROSS JOIN outlet AS dst27 ON dst27.key = e27.outlet
WHERE e27.story = dst2.story
AND e27.first_version <= dst2.number
AND coalesce(e27.last_version, dst2.number) >= dst2.number
ORDER BY e27.position, dst27.id
LIMIT :p12) AS r28))
FROM revision AS dst2
WHERE dst2.key = (
SELECT r.key
FROM revision AS r
WHERE r.story = dst1.key
AND CASE :p1 WHEN 'PUBLISHED' THEN coalesce(r.published_at, r.recorded_at) ELSE r.recorded_at END <= :p2
ORDER BY r.number DESC
LIMIT 1)
LIMIT 1), 'null'), coalesce((
SELECT format('{"number":%s}', json_quote(dst29.number))
FROM revision AS dst29
WHERE dst29.key = (
SELECT r.key
FROM revision AS r
WHERE r.story = dst1.key
AND CASE :p13 WHEN 'PUBLISHED' THEN coalesce(r.published_at, r.recorded_at) ELSE r.recorded_at END <= :p14
ORDER BY r.number DESC
LIMIT 1)
LIMIT 1), 'null'), coalesce((
SELECT format('{"number":%s,"facts":%s}', json_quote(dst30.number), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r32.n_text)), ','), '') || ']')
FROM (
SELECT dst31.position AS k0, dst31.id AS k1, dst31.text AS n_text
FROM (
SELECT f.key AS owner, dst30.number AS number, dst30.number AS version
FROM fact AS f
WHERE f.story = dst30.story
AND f.first_version <= dst30.number
AND coalesce(f.last_version, dst30.number) >= dst30.number) AS e31
CROSS JOIN fact AS dst31 ON dst31.key = e31.owner
WHERE TRUE
ORDER BY dst31.position, dst31.id
LIMIT :p17) AS r32))
FROM revision AS dst30
WHERE dst30.key = (
SELECT r.key
FROM revision AS r
WHERE r.story = dst1.key
AND CASE :p15 WHEN 'PUBLISHED' THEN coalesce(r.published_at, r.recorded_at) ELSE r.recorded_at END <= :p16
ORDER BY r.number DESC
LIMIT 1)
LIMIT 1), 'null'))
FROM story AS dst1
WHERE TRUE
AND (dst1.key = (
SELECT key
FROM story
WHERE address = :p0
ORDER BY id
LIMIT 1))
LIMIT 1), 'null');
