-- open: p0=False, p1=20
SELECT (
SELECT format('{"nodes":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"code":%s,"story":%s}', json_quote(r2.n_code), coalesce((
SELECT format('{"title":%s}', json_quote(dst3.title))
FROM story AS dst3
WHERE dst3.key = r2.n_story
LIMIT 1), 'null')), ','), '') || ']', (
SELECT count(*)
FROM problem AS dst4
WHERE TRUE
AND (dst4.is_closed = :p0)))
FROM (
SELECT dst1.published_key AS k0, dst1.position AS k1, dst1.id AS k2, dst1.code AS n_code, dst1.story AS n_story
FROM problem AS dst1
WHERE TRUE
AND (dst1.is_closed = :p0)
ORDER BY dst1.published_key DESC, dst1.position DESC, dst1.id DESC
LIMIT :p1) AS r2);

-- uncited: p0='UNCITED_SOURCE', p1=False, p2=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"story":%s}', coalesce((
SELECT format('{"title":%s}', json_quote(dst3.title))
FROM story AS dst3
WHERE dst3.key = r2.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst1.published_key AS k0, dst1.position AS k1, dst1.id AS k2, dst1.story AS n_story
FROM problem AS dst1
WHERE TRUE
AND (dst1.code = :p0)
AND (dst1.is_closed = :p1)
ORDER BY dst1.published_key DESC, dst1.position DESC, dst1.id DESC
LIMIT :p2) AS r2);

-- dangling: p0='DANGLING_MARKER', p1=False, p2=20
SELECT format('{"totalCount":%s}', (
SELECT count(*)
FROM problem AS dst3
WHERE TRUE
AND (dst3.code = :p0)
AND (dst3.is_closed = :p1)));

-- closed: p0='DANGLING_MARKER', p1=True, p2=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"story":%s}', coalesce((
SELECT format('{"title":%s}', json_quote(dst3.title))
FROM story AS dst3
WHERE dst3.key = r2.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst1.published_key AS k0, dst1.position AS k1, dst1.id AS k2, dst1.story AS n_story
FROM problem AS dst1
WHERE TRUE
AND (dst1.code = :p0)
AND (dst1.is_closed = :p1)
ORDER BY dst1.published_key DESC, dst1.position DESC, dst1.id DESC
LIMIT :p2) AS r2);
