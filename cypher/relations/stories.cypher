// name: stories
// mode: read
// params: text, outlet, person, claim
// All stories. An outlet or a person drives from its own stories, already in the order of their dates.
MATCH (@dst:Story)
WHERE TRUE
// from text: CALL db.index.fulltext.queryNodes('search', CASE size($text) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(@q = '', @k IN $text | @q + ' +' + @k) END)
//     YIELD node AS @dst WITH @dst WHERE @dst:Story
// from claim: MATCH (:Claim {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $claim}) RETURN @moved.target }[0], $claim)})<-[:STATES]-(@f:Fact)<-[:HAS_FACT]-(@dst:Story) WHERE @f.lastVersion IS NULL
//     WITH DISTINCT @dst WHERE TRUE
// from outlet: MATCH (@dst)-[@c:COVERED_BY]->()
//     WHERE @c.outletId = coalesce(COLLECT { MATCH (@m:Moved {id: $outlet}) RETURN @m.target }[0], $outlet) AND @c.publishedKey IS NOT NULL AND @c.storyId IS NOT NULL
// lead outlet: @c.outletId
// key outlet n.publishedKey: @c.publishedKey
// key outlet n.id: @c.storyId
// from person: MATCH ()-[@c:APPEARS_IN]->(@dst)
//     WHERE @c.personId = coalesce(COLLECT { MATCH (@m:Moved {id: $person}) RETURN @m.target }[0], $person) AND @c.publishedKey IS NOT NULL AND @c.storyId IS NOT NULL
// lead person: @c.personId
// key person n.publishedKey: @c.publishedKey
// key person n.id: @c.storyId
// count: COUNT { (:Story) }
