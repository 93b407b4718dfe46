-- story: p0='news.example/survey', p1=1, p2=20, p3=20, p4=20, p5=1, p6=2
SELECT coalesce((
SELECT format('{"revisions":%s}', (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"facts":%s}', (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"claim":%s}', coalesce((
SELECT format('{"text":%s,"timeline":%s,"latest":%s}', json_quote(dst6.text), (
SELECT format('{"totalCount":%s,"edges":%s}', (
SELECT count(*)
FROM ( SELECT x.kind AS kind, coalesce(r.published_at, r.recorded_at) AS at, r.recorded_at AS recorded_at, x.version AS version, x.text AS text, x.story AS story, x.fact AS owner, x.number AS number, x.row AS row
FROM ( SELECT 'STATED' AS kind, f.key AS fact, f.story AS story, f.text AS text, f.first_version AS version, f.first_version AS number, '1:' || f.id || ':' || f.first_version AS row
FROM fact AS f
WHERE f.claim = dst6.key
AND f.last_version IS NULL
UNION ALL SELECT 'STATED', f.key, f.story, f.text, f.first_version, f.first_version, '1:' || f.id || ':' || f.first_version
FROM fact AS f
WHERE f.claim = dst6.key
AND f.last_version IS NOT NULL
UNION ALL SELECT 'WITHDRAWN', f.key, f.story, f.text, f.last_version + 1, f.last_version, '0:' || f.id || ':' || f.first_version
FROM fact AS f
WHERE f.claim = dst6.key
AND f.last_version IS NOT NULL ) AS x
CROSS JOIN revision AS r ON r.story = x.story
AND r.number = x.version ) AS dst9
WHERE TRUE), '[' || coalesce(group_concat(format('{"node":%s}', format('{"kind":%s,"at":%s,"recordedAt":%s,"version":%s,"text":%s,"story":%s,"outlets":%s}', json_quote(r8.n_kind), json_quote(r8.n_at), json_quote(r8.n_recorded_at), json_quote(r8.n_version), json_quote(r8.n_text), coalesce((
SELECT format('{"title":%s}', json_quote(dst10.title))
FROM story AS dst10
WHERE dst10.key = r8.n_story
LIMIT 1), 'null'), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"label":%s}', json_quote(r12.e_label)), ','), '') || ']')
FROM (
SELECT e11.position AS k0, dst11.id AS k1, e11.label AS e_label
FROM cites AS e11
CROSS JOIN outlet AS dst11 ON dst11.key = e11.outlet
WHERE e11.fact = r8.n_owner
AND e11.first_version <= r8.n_number
AND coalesce(e11.last_version, r8.n_number) >= r8.n_number
ORDER BY e11.position, dst11.id
LIMIT :p4) AS r12))), ','), '') || ']')
FROM (
SELECT dst7.at AS k0, dst7.row AS k1, dst7.kind AS n_kind, dst7.at AS n_at, dst7.recorded_at AS n_recorded_at, dst7.version AS n_version, dst7.text AS n_text, dst7.story AS n_story, dst7.owner AS n_owner, dst7.number AS n_number
FROM ( SELECT x.kind AS kind, coalesce(r.published_at, r.recorded_at) AS at, r.recorded_at AS recorded_at, x.version AS version, x.text AS text, x.story AS story, x.fact AS owner, x.number AS number, x.row AS row
FROM ( SELECT 'STATED' AS kind, f.key AS fact, f.story AS story, f.text AS text, f.first_version AS version, f.first_version AS number, '1:' || f.id || ':' || f.first_version AS row
FROM fact AS f
WHERE f.claim = dst6.key
AND f.last_version IS NULL
UNION ALL SELECT 'STATED', f.key, f.story, f.text, f.first_version, f.first_version, '1:' || f.id || ':' || f.first_version
FROM fact AS f
WHERE f.claim = dst6.key
AND f.last_version IS NOT NULL
UNION ALL SELECT 'WITHDRAWN', f.key, f.story, f.text, f.last_version + 1, f.last_version, '0:' || f.id || ':' || f.first_version
FROM fact AS f
WHERE f.claim = dst6.key
AND f.last_version IS NOT NULL ) AS x
CROSS JOIN revision AS r ON r.story = x.story
AND r.number = x.version ) AS dst7
WHERE TRUE
ORDER BY dst7.at, dst7.row
LIMIT :p3) AS r8), (
SELECT format('{"nodes":%s,"pageInfo":%s}', '[' || coalesce(group_concat(format('{"kind":%s,"version":%s}', json_quote(r14.n_kind), json_quote(r14.n_version)), ',') FILTER (WHERE r14.rn <= :p5), '') || ']', format('{"hasNextPage":%s}', iif(count(*) > :p5, 'true', 'false')))
FROM (
SELECT *, row_number() OVER () AS rn
FROM (
SELECT dst13.at AS k0, dst13.row AS k1, dst13.kind AS n_kind, dst13.version AS n_version
FROM ( SELECT x.kind AS kind, coalesce(r.published_at, r.recorded_at) AS at, r.recorded_at AS recorded_at, x.version AS version, x.text AS text, x.story AS story, x.fact AS owner, x.number AS number, x.row AS row
FROM ( SELECT 'STATED' AS kind, f.key AS fact, f.story AS story, f.text AS text, f.first_version AS version, f.first_version AS number, '1:' || f.id || ':' || f.first_version AS row
FROM fact AS f
WHERE f.claim = dst6.key
AND f.last_version IS NULL
UNION ALL SELECT 'STATED', f.key, f.story, f.text, f.first_version, f.first_version, '1:' || f.id || ':' || f.first_version
FROM fact AS f
WHERE f.claim = dst6.key
AND f.last_version IS NOT NULL
UNION ALL SELECT 'WITHDRAWN', f.key, f.story, f.text, f.last_version + 1, f.last_version, '0:' || f.id || ':' || f.first_version
FROM fact AS f
WHERE f.claim = dst6.key
AND f.last_version IS NOT NULL ) AS x
CROSS JOIN revision AS r ON r.story = x.story
AND r.number = x.version ) AS dst13
WHERE TRUE
ORDER BY dst13.at DESC, dst13.row DESC
LIMIT :p6)) AS r14))
FROM claim AS dst6
WHERE dst6.key = r5.n_claim
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst4.position AS k0, dst4.id AS k1, dst4.claim AS n_claim
FROM (
SELECT f.key AS owner, r3.n_number AS number, r3.n_number AS version
FROM fact AS f
WHERE f.story = r3.n_story
AND f.first_version <= r3.n_number
AND coalesce(f.last_version, r3.n_number) >= r3.n_number) AS e4
CROSS JOIN fact AS dst4 ON dst4.key = e4.owner
WHERE TRUE
ORDER BY dst4.position, dst4.id
LIMIT :p2) AS r5)), ','), '') || ']')
FROM (
SELECT dst2.number AS k0, dst2.id AS k1, dst2.number AS n_number, dst2.story AS n_story
FROM revision AS dst2
WHERE dst2.story = dst1.key
ORDER BY dst2.number, dst2.id
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
