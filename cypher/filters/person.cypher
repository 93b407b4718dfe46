// name: person
// mode: read
// params: text, outlet
// PersonFilter.
// filter text: size($text) > 0 AND ALL(@k IN $text WHERE @k IN split(@dst.tokens, ' '))
// filter outlet: EXISTS { (@dst)-[:CITED_ABOUT]->(:Outlet {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $outlet}) RETURN @moved.target }[0], $outlet)}) }
