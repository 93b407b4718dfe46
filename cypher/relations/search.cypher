// name: search
// mode: read
// params: text, kinds
// Nodes whose stored tokens hold every word. The score is Lucene's, squeezed into [0, 1) and rounded to four
// decimals, so that paging compares what it prints.
CALL db.index.fulltext.queryNodes('search', CASE size($text) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(@q = '', @k IN $text | @q + ' +' + @k) END) YIELD node AS @dst, score AS @s
WITH @dst, {score: round(@s / (1 + @s) * 10000) / 10000.0, row: @dst.id} AS @e
WHERE TRUE
// filter kinds: ANY(@k IN $kinds WHERE left(@k, 1) + toLower(substring(@k, 1)) IN labels(@dst))
// late snippet: CASE WHEN @dst:Story THEN @dst.title + coalesce(' — ' + @dst.lead, '')
//     WHEN @dst:Outlet OR @dst:Person THEN @dst.name + ' — ' + reduce(@x = '', @y IN @dst.aliases | @x + CASE @x WHEN '' THEN '' ELSE ', ' END + @y)
//     ELSE @dst.text END
