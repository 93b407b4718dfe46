// name: problems
// mode: read
// params: none
// All problems of the newest versions.
MATCH (@dst:Problem)
WHERE TRUE
// count: COUNT { (:Problem) }
