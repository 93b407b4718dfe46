-- all: p0=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"code":%s,"message":%s,"line":%s,"column":%s,"story":%s}', json_quote(r2.n_code), json_quote(r2.n_message), json_quote(r2.n_line), json_quote(r2.n_column), coalesce((
SELECT format('{"title":%s}', json_quote(dst3.title))
FROM story AS dst3
WHERE dst3.key = r2.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst1.published_key AS k0, dst1.position AS k1, dst1.id AS k2, dst1.code AS n_code, dst1.message AS n_message, dst1.line AS n_line, dst1.column AS n_column, dst1.story AS n_story
FROM problem AS dst1
WHERE TRUE
ORDER BY dst1.published_key DESC, dst1.position DESC, dst1.id DESC
LIMIT :p0) AS r2);

-- dangling: p0='DANGLING_MARKER', p1=20
SELECT format('{"totalCount":%s}', (
SELECT count(*)
FROM problem AS dst3
WHERE TRUE
AND (dst3.code = :p0)));
