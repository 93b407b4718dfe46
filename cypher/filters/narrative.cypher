// name: narrative
// mode: read
// params: text, stance, outlet, person, since, until
// NarrativeFilter. Dates are bounded as in StoryFilter.
// filter text: size($text) > 0 AND ALL(@k IN $text WHERE @k IN split(@dst.tokens, ' '))
// filter stance: @dst.stance = $stance
// filter outlet: EXISTS { MATCH (@dst)-[@f:PROVIDED_BY]->(:Outlet {id: $outlet}) WHERE @f.lastVersion IS NULL }
// filter person: EXISTS { (@dst)<-[:MENTIONED_IN]-(:Person {id: $person}) }
// filter since: @dst.publishedKey >= $since AND @dst.publishedLastKey >= $since
// filter until: @dst.publishedLastKey <= $until AND @dst.publishedKey <= $until
