// name: problems
// mode: read
// params: story, code, isClosed
// All problems of the newest versions.
MATCH (@dst:Problem)
WHERE TRUE
// count: COUNT { (:Problem) }
// from story: MATCH (:Story {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $story}) RETURN @moved.target }[0], $story)})-[:HAS_PROBLEM]->(@dst:Problem) WHERE TRUE
// from code+isClosed: MATCH (@dst:Problem)
//     WHERE @dst.code = $code AND @dst.isClosed = $isClosed AND @dst.publishedKey IS NOT NULL AND @dst.position IS NOT NULL AND @dst.id IS NOT NULL
// lead code+isClosed: @dst.code, @dst.isClosed
// from code: MATCH (@dst:Problem)
//     WHERE @dst.code = $code AND @dst.publishedKey IS NOT NULL AND @dst.position IS NOT NULL AND @dst.id IS NOT NULL
// lead code: @dst.code
// from isClosed: MATCH (@dst:Problem)
//     WHERE @dst.isClosed = $isClosed AND @dst.publishedKey IS NOT NULL AND @dst.position IS NOT NULL AND @dst.id IS NOT NULL
// lead isClosed: @dst.isClosed
