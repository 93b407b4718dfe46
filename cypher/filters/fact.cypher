// name: fact
// mode: read
// params: text, outlet, person
// FactFilter.
// filter text: size($text) > 0 AND ALL(@k IN $text WHERE @k IN split(@dst.tokens, ' '))
// filter outlet: EXISTS { MATCH (@dst)-[@f:CITES]->(:Outlet {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $outlet}) RETURN @moved.target }[0], $outlet)}) WHERE @f.lastVersion IS NULL }
// filter person: EXISTS { (@dst)<-[:MENTIONED_IN]-(:Person {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $person}) RETURN @moved.target }[0], $person)}) }
