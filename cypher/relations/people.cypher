// name: people
// mode: read
// params: text, outlet
// All people whom a newest version mentions. Said with `<>`, as in outlets.
MATCH (@dst:Person)
WHERE @dst.storyCount <> 0
// from text: CALL db.index.fulltext.queryNodes('search', CASE size($text) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(@q = '', @k IN $text | @q + ' +' + @k) END)
//     YIELD node AS @dst WITH @dst WHERE @dst:Person AND @dst.storyCount > 0
// from outlet: MATCH (@dst:Person)-[:CITED_ABOUT]->(:Outlet {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $outlet}) RETURN @moved.target }[0], $outlet)}) WHERE TRUE
