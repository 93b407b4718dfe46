// name: related-people
// mode: read
// params: none
// The people whom two stories mention; the number is that of story-related.
WITH @src.source AS @a, @src.story AS @b
MATCH (@a)<-[:APPEARS_IN]-(@dst:Person)
WHERE @dst.storyCount <= 64 AND EXISTS { (@dst)-[:APPEARS_IN]->(@b) }
// count: @src.sharedPeople
