-- name: search
-- mode: read
-- params: text, kinds
-- Nodes whose stored tokens hold every word. The score is BM25 squeezed into [0, 1) and rounded to four
-- decimals, so that paging compares what it prints.
FROM (SELECT rowid AS row, rowid >> 4 AS key, rowid & 15 AS kind,
        round(-bm25(search) / (1 - bm25(search)), 4) AS score
    FROM search WHERE search MATCH $text) AS @dst
WHERE TRUE
-- filter kinds: @dst.kind IN (SELECT CASE value WHEN 'STORY' THEN 1 WHEN 'FACT' THEN 2 WHEN 'CLAIM' THEN 3
--     WHEN 'OUTLET' THEN 4 WHEN 'PERSON' THEN 5 WHEN 'NARRATIVE' THEN 6 END FROM json_each($kinds))
-- key e.score: @dst.score
-- key e.row: @dst.row
-- late snippet: excerpt(CASE @dst.kind
--     WHEN 1 THEN (SELECT title || coalesce(' — ' || lead, '') FROM story WHERE key = @dst.key)
--     WHEN 2 THEN (SELECT text FROM fact WHERE key = @dst.key)
--     WHEN 3 THEN (SELECT text FROM claim WHERE key = @dst.key)
--     WHEN 4 THEN (SELECT name || coalesce(' — ' || (SELECT group_concat(value, ', ') FROM json_each(aliases)), '') FROM outlet WHERE key = @dst.key)
--     WHEN 5 THEN (SELECT name || coalesce(' — ' || (SELECT group_concat(value, ', ') FROM json_each(aliases)), '') FROM person WHERE key = @dst.key)
--     WHEN 6 THEN (SELECT text FROM narrative WHERE key = @dst.key) END, $text)
