// name: comparison-a
// mode: read
// params: none
// The first outlet of a comparison.
MATCH (@dst:Outlet {id: @src.outletId})
WHERE TRUE
