// name: outlet-narratives
// mode: read
// params: since, until
// PROVIDED_BY, backwards: the narratives that an outlet provides, once each: where one credits it twice,
// by the first. Read from the index, as outlet-claims.
MATCH (@dst)-[@c:PROVIDED_BY]->()
WHERE @c.outletId = @src.id AND @c.publishedKey IS NOT NULL AND @c.narrativeId IS NOT NULL AND @c.lastVersion IS NULL
    AND NOT EXISTS { MATCH (@dst)-[@t:PROVIDED_BY]->()
        WHERE @t.outletId = @c.outletId AND @t.lastVersion IS NULL AND @t.position < @c.position }
// filter since: @c.publishedKey >= $since
// filter until: @c.publishedKey <= $until AND @c.publishedKey <> ''
// lead: @c.outletId
// key n.publishedKey: @c.publishedKey
// key n.id: @c.narrativeId
