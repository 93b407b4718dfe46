// name: narratives
// mode: read
// params: text
// All narratives of the newest versions.
MATCH (@dst:Narrative)
WHERE @dst.lastVersion IS NULL
// from text: CALL db.index.fulltext.queryNodes('search', CASE size($text) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(@q = '', @k IN $text | @q + ' +' + @k) END)
//     YIELD node AS @dst WITH @dst WHERE @dst:Narrative AND @dst.lastVersion IS NULL
