// name: story-narratives
// mode: read
// params: none
// The narratives of a story's newest version.
MATCH (@src)-[:HAS_NARRATIVE]->(@dst:Narrative)
WHERE @dst.lastVersion IS NULL
