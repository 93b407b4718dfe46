-- problems: p0='DUPLICATE_STORY', p1=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"code":%s,"message":%s,"line":%s,"column":%s,"isClosed":%s,"story":%s}', json_quote(r2.n_code), json_quote(r2.n_message), json_quote(r2.n_line), json_quote(r2.n_column), iif(r2.n_is_closed, 'true', 'false'), coalesce((
SELECT format('{"title":%s,"address":%s}', json_quote(dst3.title), json_quote(dst3.address))
FROM story AS dst3
WHERE dst3.key = r2.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst1.published_key AS k0, dst1.position AS k1, dst1.id AS k2, dst1.code AS n_code, dst1.message AS n_message, dst1.line AS n_line, dst1.column AS n_column, dst1.is_closed AS n_is_closed, dst1.story AS n_story
FROM problem AS dst1
WHERE TRUE
AND (dst1.code = :p0)
ORDER BY dst1.published_key DESC, dst1.position DESC, dst1.id DESC
LIMIT :p1) AS r2);

-- claims: p0='"skippers"', p1=20, p2=20, p3=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"storyCount":%s,"factCount":%s,"stories":%s,"backers":%s}', json_quote(r2.n_text), json_quote(r2.n_story_count), json_quote(r2.n_fact_count), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"title":%s,"address":%s}', json_quote(r4.n_title), json_quote(r4.n_address)), ','), '') || ']')
FROM (
SELECT dst3.published_key AS k0, dst3.id AS k1, dst3.title AS n_title, dst3.address AS n_address
FROM (
SELECT DISTINCT f.story AS story
FROM fact AS f
WHERE f.claim = r2.n_key
AND f.last_version IS NULL) AS c3
CROSS JOIN story AS dst3 ON dst3.key = c3.story
WHERE TRUE
ORDER BY dst3.published_key DESC, dst3.id DESC
LIMIT :p2) AS r4), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"storyCount":%s,"factCount":%s,"node":%s}', json_quote(r6.e_story_count), json_quote(r6.e_fact_count), format('{"name":%s}', json_quote(r6.n_name))), ','), '') || ']')
FROM (
SELECT e5.story_count AS k0, e5.outlet_id AS k1, e5.story_count AS e_story_count, e5.fact_count AS e_fact_count, dst5.name AS n_name
FROM backs AS e5
CROSS JOIN outlet AS dst5 ON dst5.key = e5.outlet
WHERE e5.claim = r2.n_key
ORDER BY e5.story_count DESC, e5.outlet_id DESC
LIMIT :p3) AS r6)), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.story_count AS n_story_count, dst1.fact_count AS n_fact_count, dst1.key AS n_key
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p0
AND rowid & 15 = 3))
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);
