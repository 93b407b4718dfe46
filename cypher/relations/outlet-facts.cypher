// name: outlet-facts
// mode: read
// params: none
// CITES, backwards: the facts that cite an outlet, once each: where one cites it twice, by the first. Read from
// the index, as outlet-claims.
MATCH (@dst)-[@c:CITES]->()
WHERE @c.outletId = @src.id AND @c.publishedKey IS NOT NULL AND @c.factId IS NOT NULL AND @c.lastVersion IS NULL
    AND NOT EXISTS { MATCH (@dst)-[@t:CITES]->()
        WHERE @t.outletId = @c.outletId AND @t.lastVersion IS NULL AND @t.position < @c.position }
// lead: @c.outletId
// key n.publishedKey: @c.publishedKey
// key n.id: @c.factId
// count: @src.factCount
