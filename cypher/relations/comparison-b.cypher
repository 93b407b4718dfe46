// name: comparison-b
// mode: read
// params: none
// The second outlet of a comparison.
MATCH (@dst:Outlet {id: @src.otherId})
WHERE TRUE
