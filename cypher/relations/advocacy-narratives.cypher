// name: advocacy-narratives
// mode: read
// params: none
// The narratives of one story that one outlet provides.
WITH startNode(@src) AS @s, endNode(@src) AS @o
MATCH (@s)-[:HAS_NARRATIVE]->(@dst:Narrative)
WHERE @dst.lastVersion IS NULL AND EXISTS { MATCH (@dst)-[@k:PROVIDED_BY]->(@o) WHERE @k.lastVersion IS NULL }
// count: @src.narrativeCount
