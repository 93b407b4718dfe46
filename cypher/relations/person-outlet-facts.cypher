// name: person-outlet-facts
// mode: read
// params: none
// The facts that mention a person, in the order of the index, that cite an outlet.
WITH endNode(@src) AS @o, @src.personId AS @p
MATCH ()-[@c:MENTIONED_IN]->(@dst)
WHERE @c.personId = @p AND @c.kind = 'FACT' AND @c.publishedKey IS NOT NULL AND @c.ownerId IS NOT NULL
    AND EXISTS { MATCH (@dst)-[@k:CITES]->(@o) WHERE @k.lastVersion IS NULL }
// lead: @c.personId, @c.kind
// key n.publishedKey: @c.publishedKey
// key n.id: @c.ownerId
// count: @src.factCount
