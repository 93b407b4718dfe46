// name: problem
// mode: read
// params: code, story, isClosed
// ProblemFilter.
// filter code: @dst.code = $code
// filter isClosed: @dst.isClosed = $isClosed
// filter story: EXISTS { (@dst)<-[:HAS_PROBLEM]-(:Story {id: $story}) }
