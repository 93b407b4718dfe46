// name: outlet-stories
// mode: read
// params: none
// COVERED_BY, backwards: the stories that cite an outlet, list it, or carry a narrative of it.
MATCH (@src)<-[@c:COVERED_BY]-(@dst:Story)
USING INDEX @c:COVERED_BY(outletId, publishedKey, storyId)
WHERE @c.outletId = @src.id AND @c.publishedKey IS NOT NULL AND @c.storyId IS NOT NULL
// key n.publishedKey: @c.publishedKey
// key n.id: @c.storyId
// count: @src.storyCount
