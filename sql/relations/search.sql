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
