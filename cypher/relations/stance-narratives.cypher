// name: stance-narratives
// mode: read
// params: none
// The narratives of one stance that an outlet provides in one month, once each. `~` comes after any date of a month.
// Read from the index, as outlet-claims.
MATCH (@dst)-[@c:PROVIDED_BY]->()
WHERE @c.outletId = @src.outletId AND @c.stanceId = @src.stanceId AND @c.narrativeId IS NOT NULL AND @c.lastVersion IS NULL
    AND @c.publishedKey >= coalesce(@src.month, '') AND @c.publishedKey <= coalesce(@src.month + '~', '')
    AND NOT EXISTS { MATCH (@dst)-[@t:PROVIDED_BY]->()
        WHERE @t.outletId = @c.outletId AND @t.lastVersion IS NULL AND @t.position < @c.position }
// lead: @c.outletId, @c.stanceId
// key n.publishedKey: @c.publishedKey
// key n.id: @c.narrativeId
// count: @src.narrativeCount
