// name: problem
// mode: read
// params: code, story, isClosed
// ProblemFilter.
// filter code: @dst.code = $code
// filter isClosed: @dst.isClosed = $isClosed
// filter story: EXISTS { (@dst)<-[:HAS_PROBLEM]-(:Story {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $story}) RETURN @moved.target }[0], $story)}) }
