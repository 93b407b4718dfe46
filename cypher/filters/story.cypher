// name: story
// mode: read
// params: text, outlet, person, claim, stance, since, until
// StoryFilter. The two keys of a dated story are equal; a bound on both can be read from the index of either order.
// filter text: size($text) > 0 AND ALL(@k IN $text WHERE @k IN split(@dst.tokens, ' '))
// filter outlet: EXISTS { (@dst)-[:COVERED_BY]->(:Outlet {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $outlet}) RETURN @moved.target }[0], $outlet)}) }
// filter person: EXISTS { (@dst)<-[:APPEARS_IN]-(:Person {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $person}) RETURN @moved.target }[0], $person)}) }
// filter claim: EXISTS { MATCH (@dst)-[:HAS_FACT]->(@f:Fact)-[:STATES]->(:Claim {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $claim}) RETURN @moved.target }[0], $claim)}) WHERE @f.lastVersion IS NULL }
// filter stance: EXISTS { MATCH (@dst)-[:HAS_NARRATIVE]->(@f:Narrative) WHERE @f.lastVersion IS NULL AND @f.stance = $stance }
// filter since: @dst.publishedKey >= $since AND @dst.publishedLastKey >= $since
// filter until: @dst.publishedLastKey <= $until AND @dst.publishedKey <= $until
