-- forecasts: p0=20, p1=20
SELECT (
SELECT format('{"nodes":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"question":%s,"probability":%s,"source":%s,"story":%s,"followed":%s}', json_quote(r2.n_question), json_quote(r2.n_probability), json_quote(r2.n_source), coalesce((
SELECT format('{"title":%s}', json_quote(dst3.title))
FROM story AS dst3
WHERE dst3.key = r2.n_story
LIMIT 1), 'null'), (
SELECT format('{"nodes":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"probability":%s,"story":%s}', json_quote(r5.n_probability), coalesce((
SELECT format('{"title":%s}', json_quote(dst6.title))
FROM story AS dst6
WHERE dst6.key = r5.n_story
LIMIT 1), 'null')), ','), '') || ']', (
SELECT count(*)
FROM forecast AS dst7
WHERE dst7.question_key = r2.n_question_key
AND dst7.last_version IS NULL))
FROM (
SELECT dst4.published_last_key AS k0, dst4.id AS k1, dst4.probability AS n_probability, dst4.story AS n_story
FROM forecast AS dst4
WHERE dst4.question_key = r2.n_question_key
AND dst4.last_version IS NULL
ORDER BY dst4.published_last_key, dst4.id
LIMIT :p1) AS r5)), ','), '') || ']', (
SELECT count(*)
FROM forecast
WHERE last_version IS NULL))
FROM (
SELECT dst1.published_key AS k0, dst1.id AS k1, dst1.question AS n_question, dst1.probability AS n_probability, dst1.source AS n_source, dst1.story AS n_story, dst1.question_key AS n_question_key
FROM forecast AS dst1
WHERE dst1.last_version IS NULL
ORDER BY dst1.published_key DESC, dst1.id DESC
LIMIT :p0) AS r2);

-- likely: p0=0.5, p1=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"probability":%s}', json_quote(r2.n_probability)), ','), '') || ']')
FROM (
SELECT dst1.probability AS k0, dst1.id AS k1, dst1.probability AS n_probability
FROM forecast AS dst1
WHERE dst1.last_version IS NULL
AND (+dst1.probability >= :p0)
ORDER BY dst1.probability DESC, dst1.id DESC
LIMIT :p1) AS r2);

-- unlikely: p0='Oddsquill', p1=0.2, p2=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"question":%s}', json_quote(r2.n_question)), ','), '') || ']')
FROM (
SELECT dst1.published_key AS k0, dst1.id AS k1, dst1.question AS n_question
FROM forecast AS dst1
WHERE dst1.last_version IS NULL
AND (dst1.source = :p0)
AND (+dst1.probability <= :p1)
ORDER BY dst1.published_key DESC, dst1.id DESC
LIMIT :p2) AS r2);

-- words: p0='"june" "pellwick"', p1=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"probability":%s}', json_quote(r2.n_probability)), ','), '') || ']')
FROM (
SELECT dst1.published_last_key AS k0, dst1.id AS k1, dst1.probability AS n_probability
FROM forecast AS dst1
WHERE dst1.last_version IS NULL
AND (dst1.key IN (
SELECT rowid
FROM forecast_words
WHERE forecast_words MATCH :p0))
ORDER BY dst1.published_last_key, dst1.id
LIMIT :p1) AS r2);

-- since: p0='2031-05-04T00:00:00Z', p1=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"probability":%s}', json_quote(r2.n_probability)), ','), '') || ']')
FROM (
SELECT dst1.published_key AS k0, dst1.id AS k1, dst1.probability AS n_probability
FROM forecast AS dst1
WHERE dst1.last_version IS NULL
AND (dst1.published_key >= :p0)
ORDER BY dst1.published_key DESC, dst1.id DESC
LIMIT :p1) AS r2);
