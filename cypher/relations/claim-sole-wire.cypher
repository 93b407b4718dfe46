// name: claim-sole-wire
// mode: read
// params: none
// The wire on which all of a claim's backing rests.
MATCH (@dst:Outlet {id: @src.soleWire})
WHERE TRUE
