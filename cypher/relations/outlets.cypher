// name: outlets
// mode: read
// params: text, community
// All outlets that a newest version cites, lists or credits, or that a fact of one says it has something from. A sum, as
// no index of one counter could answer it, whatever the order is, and have all that it gives sorted.
MATCH (@dst:Outlet)
WHERE @dst.storyCount + @dst.attributionCount > 0
// from text: CALL db.index.fulltext.queryNodes('search', CASE size($text) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(@q = '', @k IN $text | @q + ' +' + @k) END)
//     YIELD node AS @dst WITH @dst WHERE @dst:Outlet AND @dst.storyCount + @dst.attributionCount > 0
// from community: MATCH (@dst:Outlet)
//     WHERE @dst.community = $community AND @dst.pageRankKey IS NOT NULL AND @dst.id IS NOT NULL AND @dst.storyCount + @dst.attributionCount > 0
// lead community: @dst.community
