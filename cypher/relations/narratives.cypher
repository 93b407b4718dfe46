// name: narratives
// mode: read
// params: text, outlet, person, stance
// All narratives of the newest versions.
MATCH (@dst:Narrative)
WHERE @dst.lastVersion IS NULL
// from text: CALL db.index.fulltext.queryNodes('search', CASE size($text) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(@q = '', @k IN $text | @q + ' +' + @k) END)
//     YIELD node AS @dst WITH @dst WHERE @dst:Narrative AND @dst.lastVersion IS NULL
// from outlet: MATCH (@dst)-[@c:PROVIDED_BY]->()
//     WHERE @c.outletId = coalesce(COLLECT { MATCH (@m:Moved {id: $outlet}) RETURN @m.target }[0], $outlet) AND @c.publishedKey IS NOT NULL AND @c.narrativeId IS NOT NULL AND @c.lastVersion IS NULL
//         AND NOT EXISTS { MATCH (@dst)-[@t:PROVIDED_BY]->()
//             WHERE @t.outletId = @c.outletId AND @t.lastVersion IS NULL AND @t.position < @c.position }
// lead outlet: @c.outletId
// key outlet n.publishedKey: @c.publishedKey
// key outlet n.id: @c.narrativeId
// from person: MATCH ()-[@c:MENTIONED_IN]->(@dst)
//     WHERE @c.personId = coalesce(COLLECT { MATCH (@m:Moved {id: $person}) RETURN @m.target }[0], $person) AND @c.kind = 'NARRATIVE' AND @c.publishedKey IS NOT NULL AND @c.ownerId IS NOT NULL
// lead person: @c.personId, @c.kind
// key person n.publishedKey: @c.publishedKey
// key person n.id: @c.ownerId
// from stance: MATCH (@dst:Narrative)
//     WHERE @dst.stanceKey = left($stance, 1000) AND @dst.publishedKey IS NOT NULL AND @dst.id IS NOT NULL
//         AND @dst.stance = $stance AND @dst.lastVersion IS NULL
// lead stance: @dst.stanceKey
