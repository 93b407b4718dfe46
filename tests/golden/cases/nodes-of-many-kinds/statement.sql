-- nodes: p0='["ou_724724c017a8b9dfd8d95eb4", "st_none", "pe_abd3ab936ba3761321d0375e", "st_a980335739047756d78e973f", "ou_724724c017a8b9dfd8d95eb4"]'
SELECT (
SELECT '[' || coalesce(group_concat(j, ','), '') || ']'
FROM (
SELECT coalesce(CASE dst1.kind WHEN 1 THEN (
SELECT format('{"__typename":%s,"id":%s,"title":%s}', '"Story"', json_quote(n2.id), json_quote(n2.title))
FROM story AS n2
WHERE n2.key = dst1.key) WHEN 2 THEN (
SELECT format('{"__typename":%s,"id":%s}', '"Fact"', json_quote(n3.id))
FROM fact AS n3
WHERE n3.key = dst1.key) WHEN 3 THEN (
SELECT format('{"__typename":%s,"id":%s}', '"Claim"', json_quote(n4.id))
FROM claim AS n4
WHERE n4.key = dst1.key) WHEN 4 THEN (
SELECT format('{"__typename":%s,"id":%s,"name":%s}', '"Outlet"', json_quote(n5.id), json_quote(n5.name))
FROM outlet AS n5
WHERE n5.key = dst1.key) WHEN 5 THEN (
SELECT format('{"__typename":%s,"id":%s,"name":%s}', '"Person"', json_quote(n6.id), json_quote(n6.name))
FROM person AS n6
WHERE n6.key = dst1.key) WHEN 6 THEN (
SELECT format('{"__typename":%s,"id":%s}', '"Narrative"', json_quote(n7.id))
FROM narrative AS n7
WHERE n7.key = dst1.key) WHEN 7 THEN (
SELECT format('{"__typename":%s,"id":%s}', '"Forecast"', json_quote(n8.id))
FROM forecast AS n8
WHERE n8.key = dst1.key) WHEN 8 THEN (
SELECT format('{"__typename":%s,"id":%s}', '"Revision"', json_quote(n9.id))
FROM revision AS n9
WHERE n9.key = dst1.key) WHEN 9 THEN (
SELECT format('{"__typename":%s,"id":%s}', '"Problem"', json_quote(n10.id))
FROM problem AS n10
WHERE n10.key = dst1.key) WHEN 10 THEN (
SELECT format('{"__typename":%s,"id":%s}', '"Decision"', json_quote(n11.id))
FROM decision AS n11
WHERE n11.key = dst1.key) END, 'null') AS j
FROM (
SELECT i.key AS place, CASE substr(i.value, 1, 3) WHEN 'st_' THEN 1 WHEN 'fa_' THEN 2 WHEN 'cl_' THEN 3 WHEN 'ou_' THEN 4 WHEN 'pe_' THEN 5 WHEN 'na_' THEN 6 WHEN 'fo_' THEN 7 WHEN 're_' THEN 8 WHEN 'pr_' THEN 9 WHEN 'de_' THEN 10 END AS kind, CASE substr(i.value, 1, 3) WHEN 'st_' THEN (
SELECT key
FROM story
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)) WHEN 'fa_' THEN (
SELECT key
FROM fact
WHERE id = i.value
AND last_version IS NULL) WHEN 'cl_' THEN (
SELECT key
FROM claim
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND fact_count > 0) WHEN 'ou_' THEN (
SELECT key
FROM outlet
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count + attribution_count > 0) WHEN 'pe_' THEN (
SELECT key
FROM person
WHERE id = coalesce((
SELECT target
FROM moved
WHERE id = i.value), i.value)
AND story_count > 0) WHEN 'na_' THEN (
SELECT key
FROM narrative
WHERE id = i.value
AND last_version IS NULL) WHEN 'fo_' THEN (
SELECT key
FROM forecast
WHERE id = i.value
AND last_version IS NULL) WHEN 're_' THEN (
SELECT key
FROM revision
WHERE id = i.value) WHEN 'pr_' THEN (
SELECT key
FROM problem
WHERE id = i.value) WHEN 'de_' THEN (
SELECT key
FROM decision
WHERE id = i.value) END AS key
FROM json_each(:p0) AS i) AS dst1
WHERE TRUE
ORDER BY dst1.place
LIMIT -1));
