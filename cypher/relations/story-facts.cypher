// name: story-facts
// mode: read
// params: none
// The facts of a story's newest version.
MATCH (@src)-[:HAS_FACT]->(@dst:Fact)
WHERE @dst.lastVersion IS NULL
