// name: person-stories
// mode: read
// params: none
// The stories whose lead, facts or narratives mention a person.
MATCH (@src)-[@c:APPEARS_IN]->(@dst:Story)
WHERE TRUE
// key n.publishedKey: @c.publishedKey
// key n.id: @c.storyId
// count: @src.storyCount
