// name: outlet-attributed-facts
// mode: read
// params: kind
// ATTRIBUTED_TO, backwards: the facts that say they have something from an outlet, once each: by the first of their
// words that do, or of those of one kind. Read
// from the index, as outlet-claims.
MATCH (@dst)-[@c:ATTRIBUTED_TO]->()
WHERE @c.outletId = @src.id AND @c.publishedKey IS NOT NULL AND @c.factId IS NOT NULL AND @c.lastVersion IS NULL
    AND NOT EXISTS { MATCH (@dst)-[@t:ATTRIBUTED_TO]->()
        WHERE @t.outletId = @c.outletId AND @t.lastVersion IS NULL AND @t.position < @c.position }
// lead: @c.outletId
// from kind: MATCH (@dst)-[@c:ATTRIBUTED_TO]->()
//     WHERE @c.outletId = @src.id AND @c.kind = $kind AND @c.publishedKey IS NOT NULL AND @c.factId IS NOT NULL AND @c.lastVersion IS NULL
// lead kind: @c.outletId, @c.kind
// key n.publishedKey: @c.publishedKey
// key n.id: @c.factId
// key kind n.publishedKey: @c.publishedKey
// key kind n.id: @c.factId
// count: @src.attributionCount
