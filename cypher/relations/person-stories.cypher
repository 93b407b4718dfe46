// name: person-stories
// mode: read
// params: since, until, claim
// The stories whose lead, facts or narratives mention a person. Read from the index, as outlet-claims.
MATCH ()-[@c:APPEARS_IN]->(@dst)
WHERE @c.personId = @src.id AND @c.publishedKey IS NOT NULL AND @c.storyId IS NOT NULL
// filter since: @c.publishedKey >= $since
// filter until: @c.publishedKey <= $until AND @c.publishedKey <> ''
// lead: @c.personId
// key n.publishedKey: @c.publishedKey
// key n.id: @c.storyId
// count: @src.storyCount
// from claim: MATCH (:Claim {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $claim}) RETURN @moved.target }[0], $claim)})<-[:STATES]-(@f:Fact)<-[:HAS_FACT]-(@dst:Story) WHERE @f.lastVersion IS NULL
//     MATCH (@dst)<-[@c:APPEARS_IN]-(@src) WITH DISTINCT @dst, @c WHERE TRUE
