// name: revision-changes
// mode: read
// params: none
// What changed against the version before.
MATCH (@src)<-[:HAS_REVISION]-(@story:Story)
WITH @story, @src.number - 1 AS @old, @src.number AS @new
// within: changes
