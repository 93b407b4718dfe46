// name: person-facts
// mode: read
// params: none
// MENTIONS, backwards: the facts that mention a person, once each.
MATCH (@src)-[@c:MENTIONED_IN]->(@dst:Fact)
WHERE TRUE
// key n.publishedKey: @c.publishedKey
// key n.id: @c.ownerId
// count: @src.factCount
