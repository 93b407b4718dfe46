-- story: p0='news.example/repair'
SELECT coalesce((
SELECT format('{"title":%s,"version":%s}', json_quote(dst1.title), json_quote(dst1.version))
FROM story AS dst1
WHERE TRUE
AND (dst1.key = (
SELECT key
FROM story
WHERE address = :p0
ORDER BY id
LIMIT 1))
LIMIT 1), 'null');
