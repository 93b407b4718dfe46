// name: co-mention-stories
// mode: read
// params: none
// The stories that mention two people, walked as in co-mention-facts.
WITH CASE WHEN startNode(@src).storyCount <= endNode(@src).storyCount THEN [@src.personId, @src.otherId] ELSE [@src.otherId, @src.personId] END AS @two
MATCH ()-[@c:APPEARS_IN]->(@dst)
WHERE @c.personId = @two[0] AND @c.publishedKey IS NOT NULL AND @c.storyId IS NOT NULL
    AND EXISTS { MATCH (@dst)<-[@d:APPEARS_IN]-() WHERE @d.personId = @two[1] }
// lead: @c.personId
// key n.publishedKey: @c.publishedKey
// key n.id: @c.storyId
// count: @src.storyCount
