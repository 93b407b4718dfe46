// name: analysis-communities
// mode: read
// params: none
// The communities of the last analysis, read from their index.
MATCH (@dst:Community)
WHERE @dst.number IS NOT NULL
// count: COUNT { (:Community) }
