-- search: p0='"ferry"', p1='["STORY", "NARRATIVE"]', p2=20
SELECT (
SELECT format('{"totalCount":%s,"edges":%s}', (
SELECT count(*)
FROM (
SELECT rowid AS row, rowid >> 4 AS key, rowid & 15 AS kind, round(-bm25(search) / (1 - bm25(search)), 4) AS score
FROM search
WHERE search MATCH :p0) AS dst3
WHERE TRUE
AND (dst3.kind IN (
SELECT CASE value WHEN 'STORY' THEN 1 WHEN 'FACT' THEN 2 WHEN 'CLAIM' THEN 3 WHEN 'OUTLET' THEN 4 WHEN 'PERSON' THEN 5 WHEN 'NARRATIVE' THEN 6 END
FROM json_each(:p1)))), '[' || coalesce(group_concat(format('{"snippet":%s,"node":%s}', json_quote(excerpt(CASE r2.n_kind WHEN 1 THEN (
SELECT title || coalesce(' — ' || lead, '')
FROM story
WHERE key = r2.n_key) WHEN 2 THEN (
SELECT text
FROM fact
WHERE key = r2.n_key) WHEN 3 THEN (
SELECT text
FROM claim
WHERE key = r2.n_key) WHEN 4 THEN (
SELECT name || coalesce(' — ' || (
SELECT group_concat(value, ', ')
FROM json_each(aliases)), '')
FROM outlet
WHERE key = r2.n_key) WHEN 5 THEN (
SELECT name || coalesce(' — ' || (
SELECT group_concat(value, ', ')
FROM json_each(aliases)), '')
FROM person
WHERE key = r2.n_key) WHEN 6 THEN (
SELECT text
FROM narrative
WHERE key = r2.n_key) END, :p0)), CASE r2.n_kind WHEN 1 THEN (
SELECT format('{"__typename":%s,"title":%s}', '"Story"', json_quote(n4.title))
FROM story AS n4
WHERE n4.key = r2.n_key) WHEN 2 THEN (
SELECT format('{"__typename":%s}', '"Fact"')
FROM fact AS n5
WHERE n5.key = r2.n_key) WHEN 3 THEN (
SELECT format('{"__typename":%s}', '"Claim"')
FROM claim AS n6
WHERE n6.key = r2.n_key) WHEN 4 THEN (
SELECT format('{"__typename":%s}', '"Outlet"')
FROM outlet AS n7
WHERE n7.key = r2.n_key) WHEN 5 THEN (
SELECT format('{"__typename":%s}', '"Person"')
FROM person AS n8
WHERE n8.key = r2.n_key) WHEN 6 THEN (
SELECT format('{"__typename":%s,"text":%s}', '"Narrative"', json_quote(n9.text))
FROM narrative AS n9
WHERE n9.key = r2.n_key) WHEN 7 THEN (
SELECT format('{"__typename":%s}', '"Forecast"')
FROM forecast AS n10
WHERE n10.key = r2.n_key) WHEN 8 THEN (
SELECT format('{"__typename":%s}', '"Revision"')
FROM revision AS n11
WHERE n11.key = r2.n_key) WHEN 9 THEN (
SELECT format('{"__typename":%s}', '"Problem"')
FROM problem AS n12
WHERE n12.key = r2.n_key) WHEN 10 THEN (
SELECT format('{"__typename":%s}', '"Decision"')
FROM decision AS n13
WHERE n13.key = r2.n_key) END), ','), '') || ']')
FROM (
SELECT dst1.score AS k0, dst1.row AS k1, dst1.kind AS n_kind, dst1.key AS n_key
FROM (
SELECT rowid AS row, rowid >> 4 AS key, rowid & 15 AS kind, round(-bm25(search) / (1 - bm25(search)), 4) AS score
FROM search
WHERE search MATCH :p0) AS dst1
WHERE TRUE
AND (dst1.kind IN (
SELECT CASE value WHEN 'STORY' THEN 1 WHEN 'FACT' THEN 2 WHEN 'CLAIM' THEN 3 WHEN 'OUTLET' THEN 4 WHEN 'PERSON' THEN 5 WHEN 'NARRATIVE' THEN 6 END
FROM json_each(:p1)))
ORDER BY dst1.score DESC, dst1.row DESC
LIMIT :p2) AS r2);
