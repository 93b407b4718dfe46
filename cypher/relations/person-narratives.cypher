// name: person-narratives
// mode: read
// params: since, until
// MENTIONS, backwards: the narratives that mention a person, once each. Read from the index, as outlet-claims.
MATCH ()-[@c:MENTIONED_IN]->(@dst)
WHERE @c.personId = @src.id AND @c.kind = 'NARRATIVE' AND @c.publishedKey IS NOT NULL AND @c.ownerId IS NOT NULL
// filter since: @c.publishedKey >= $since
// filter until: @c.publishedKey <= $until AND @c.publishedKey <> ''
// lead: @c.personId, @c.kind
// key n.publishedKey: @c.publishedKey
// key n.id: @c.ownerId
