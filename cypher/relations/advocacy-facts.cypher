// name: advocacy-facts
// mode: read
// params: none
// The facts of one story that cite one outlet.
WITH startNode(@src) AS @s, endNode(@src) AS @o
MATCH (@s)-[:HAS_FACT]->(@dst:Fact)
WHERE @dst.lastVersion IS NULL AND EXISTS { MATCH (@dst)-[@k:CITES]->(@o) WHERE @k.lastVersion IS NULL }
