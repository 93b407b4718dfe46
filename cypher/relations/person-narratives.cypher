// name: person-narratives
// mode: read
// params: none
// MENTIONS, backwards: the narratives that mention a person, once each.
MATCH (@src)-[@c:MENTIONED_IN]->(@dst:Narrative)
WHERE TRUE
// key n.publishedKey: @c.publishedKey
// key n.id: @c.ownerId
