-- promise: p0='"nine" "days"', p1=20, p2=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"facts":%s}', json_quote(r2.n_text), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"method":%s,"score":%s,"isReviewed":%s,"node":%s}', json_quote(r4.e_method), json_quote(r4.e_score), iif(r4.e_is_reviewed, 'true', 'false'), format('{"text":%s,"story":%s,"basis":%s}', json_quote(r4.n_text), coalesce((
SELECT format('{"title":%s}', json_quote(dst5.title))
FROM story AS dst5
WHERE dst5.key = r4.n_story
LIMIT 1), 'null'), coalesce((
SELECT format('{"text":%s,"story":%s}', json_quote(dst6.text), coalesce((
SELECT format('{"title":%s}', json_quote(dst7.title))
FROM story AS dst7
WHERE dst7.key = dst6.story
LIMIT 1), 'null'))
FROM fact AS dst6
WHERE dst6.key = (
SELECT f.key
FROM wording AS w
CROSS JOIN fact AS f ON f.wording = w.basis
AND f.last_version IS NULL
WHERE w.key = r4.n_wording
ORDER BY f.published_last_key, f.id
LIMIT 1)
LIMIT 1), 'null'))), ','), '') || ']')
FROM (
SELECT dst3.published_last_key AS k0, dst3.id AS k1, dst3.method AS e_method, dst3.score AS e_score, dst3.is_reviewed AS e_is_reviewed, dst3.text AS n_text, dst3.story AS n_story, dst3.wording AS n_wording
FROM fact AS dst3
WHERE dst3.claim = r2.n_key
AND dst3.last_version IS NULL
ORDER BY dst3.published_last_key, dst3.id
LIMIT :p2) AS r4)), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.key AS n_key
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p0
AND rowid & 15 = 3))
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);

-- cost: p0='"survey" "cost"', p1=20, p2=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"facts":%s}', (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"method":%s,"score":%s,"isReviewed":%s,"node":%s}', json_quote(r4.e_method), json_quote(r4.e_score), iif(r4.e_is_reviewed, 'true', 'false'), format('{"basis":%s}', coalesce((
SELECT format('{"text":%s}', json_quote(dst5.text))
FROM fact AS dst5
WHERE dst5.key = (
SELECT f.key
FROM wording AS w
CROSS JOIN fact AS f ON f.wording = w.basis
AND f.last_version IS NULL
WHERE w.key = r4.n_wording
ORDER BY f.published_last_key, f.id
LIMIT 1)
LIMIT 1), 'null'))), ','), '') || ']')
FROM (
SELECT dst3.published_last_key AS k0, dst3.id AS k1, dst3.method AS e_method, dst3.score AS e_score, dst3.is_reviewed AS e_is_reviewed, dst3.wording AS n_wording
FROM fact AS dst3
WHERE dst3.claim = r2.n_key
AND dst3.last_version IS NULL
ORDER BY dst3.published_last_key, dst3.id
LIMIT :p2) AS r4)), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.key AS n_key
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p0
AND rowid & 15 = 3))
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);
