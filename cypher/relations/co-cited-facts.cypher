// name: co-cited-facts
// mode: read
// params: none
// The facts that cite both outlets of one CO_CITED edge: those that cite the one with fewer citations, in the
// order of the index, that cite the other one too.
WITH startNode(@src) AS @a, endNode(@src) AS @b
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
// count: @src.weight
