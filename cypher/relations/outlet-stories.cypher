// name: outlet-stories
// mode: read
// params: since, until, claim
// COVERED_BY, backwards: the stories that cite an outlet, list it, or carry a narrative of it. Read from
// the index, as outlet-claims.
MATCH (@dst)-[@c:COVERED_BY]->()
WHERE @c.outletId = @src.id AND @c.publishedKey IS NOT NULL AND @c.storyId IS NOT NULL
// filter since: @c.publishedKey >= $since
// filter until: @c.publishedKey <= $until AND @c.publishedKey <> ''
// lead: @c.outletId
// key n.publishedKey: @c.publishedKey
// key n.id: @c.storyId
// count: @src.storyCount
// from claim: MATCH (:Claim {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $claim}) RETURN @moved.target }[0], $claim)})<-[:STATES]-(@f:Fact)<-[:HAS_FACT]-(@dst:Story) WHERE @f.lastVersion IS NULL
//     MATCH (@dst)-[@c:COVERED_BY]->(@src) WITH DISTINCT @dst, @c WHERE TRUE
