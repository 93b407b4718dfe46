// name: person-facts
// mode: read
// params: none
// MENTIONS, backwards: the facts that mention a person, once each. Read from the index, as outlet-claims.
MATCH ()-[@c:MENTIONED_IN]->(@dst)
WHERE @c.personId = @src.id AND @c.kind = 'FACT' AND @c.publishedKey IS NOT NULL AND @c.ownerId IS NOT NULL
// lead: @c.personId, @c.kind
// key n.publishedKey: @c.publishedKey
// key n.id: @c.ownerId
// count: @src.factCount
