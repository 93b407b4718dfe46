// name: problem
// mode: read
// params: code, story
// ProblemFilter.
// filter code: @dst.code = $code
// filter story: EXISTS { (@dst)<-[:HAS_PROBLEM]-(:Story {id: $story}) }
