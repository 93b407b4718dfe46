// name: comparison-co-citing
// mode: read
// params: none
// The facts that cite both outlets of a comparison, as co-cited-facts.
MATCH (@a:Outlet {id: @src.outletId}) MATCH (@b:Outlet {id: @src.otherId})
WITH CASE WHEN @a.citationCount <= @b.citationCount THEN @a ELSE @b END AS @few,
    CASE WHEN @a.citationCount <= @b.citationCount THEN @b ELSE @a END AS @many
MATCH (@dst)-[@c:CITES]->()
WHERE @c.outletId = @few.id AND @c.publishedKey IS NOT NULL AND @c.factId IS NOT NULL AND @c.lastVersion IS NULL
    AND EXISTS { MATCH (@dst)-[@k:CITES]->(@many) WHERE @k.lastVersion IS NULL }
    AND NOT EXISTS { MATCH (@dst)-[@t:CITES]->()
        WHERE @t.outletId = @c.outletId AND @t.lastVersion IS NULL AND @t.position < @c.position }
// lead: @c.outletId
// key n.publishedKey: @c.publishedKey
// key n.id: @c.factId
// count: @src.coCitationCount
