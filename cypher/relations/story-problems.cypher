// name: story-problems
// mode: read
// params: none
// HAS_PROBLEM: what was found wrong in a story's newest version.
MATCH (@src)-[:HAS_PROBLEM]->(@dst:Problem)
WHERE TRUE
