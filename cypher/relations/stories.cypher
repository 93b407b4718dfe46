// name: stories
// mode: read
// params: text, outlet, person
// All stories. An outlet or a person drives from its own stories, already in the order of their dates.
MATCH (@dst:Story)
WHERE TRUE
// from text: CALL db.index.fulltext.queryNodes('search', CASE size($text) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(@q = '', @k IN $text | @q + ' +' + @k) END)
//     YIELD node AS @dst WITH @dst WHERE @dst:Story
// from outlet: MATCH (@dst:Story)-[@c:COVERED_BY]->(@o:Outlet) WHERE @c.outletId = $outlet
// key outlet n.publishedKey: @c.publishedKey
// key outlet n.id: @c.storyId
// from person: MATCH (@dst:Story)<-[@c:APPEARS_IN]-(@o:Person) WHERE @c.personId = $person
// key person n.publishedKey: @c.publishedKey
// key person n.id: @c.storyId
// count: COUNT { (:Story) }
