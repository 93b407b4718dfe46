// name: narrative
// mode: read
// params: text, stance, outlet, person, since, until
// NarrativeFilter. Dates are bounded as in StoryFilter.
// filter text: size($text) > 0 AND ALL(@k IN $text WHERE @k IN split(@dst.tokens, ' '))
// filter stance: @dst.stance = $stance
// filter outlet: EXISTS { MATCH (@dst)-[@f:PROVIDED_BY]->(:Outlet {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $outlet}) RETURN @moved.target }[0], $outlet)}) WHERE @f.lastVersion IS NULL }
// filter person: EXISTS { (@dst)<-[:MENTIONED_IN]-(:Person {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $person}) RETURN @moved.target }[0], $person)}) }
// filter since: @dst.publishedKey >= $since AND @dst.publishedLastKey >= $since
// filter until: @dst.publishedLastKey <= $until AND @dst.publishedKey <= $until
