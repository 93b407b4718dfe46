// name: claim
// mode: read
// params: text, outlet, person, minBackers, maxBackers, isSoleSourced, maxOwners, minStories, since, until, isContested, restsOnOwner, restsOnWire, minScore, method
// ClaimFilter.
// filter text: size($text) > 0 AND ALL(@k IN $text WHERE @k IN split(@dst.tokens, ' '))
// filter outlet: EXISTS { (@dst)<-[:BACKS]-(:Outlet {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $outlet}) RETURN @moved.target }[0], $outlet)}) }
// filter person: EXISTS { MATCH (@dst)<-[:STATES]-(@f:Fact)<-[:MENTIONED_IN]-(:Person {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $person}) RETURN @moved.target }[0], $person)}) WHERE @f.lastVersion IS NULL }
// filter minBackers: @dst.backerCount >= $minBackers
// filter maxBackers: @dst.backerCount <= $maxBackers
// filter isSoleSourced: @dst.isSoleSourced = $isSoleSourced
// filter maxOwners: @dst.ownerCount <= $maxOwners
// filter minStories: @dst.storyCount >= $minStories
// filter since: @dst.lastStatedAt >= $since
// filter until: @dst.firstStatedAt <= $until
// filter isContested: @dst.isContested = $isContested
// filter restsOnOwner: @dst.restsOnOwner = $restsOnOwner
// filter restsOnWire: @dst.restsOnWire = $restsOnWire
// filter minScore: @dst.minScore >= $minScore
// filter method: EXISTS { MATCH (@dst)<-[@k:STATES]-(@f:Fact) WHERE @f.lastVersion IS NULL AND @k.method = $method }
