// name: compare-outlets
// mode: read
// params: a, b
// Two outlets side by side, always one row: an outlet that is not there has no id and backs nothing. The properties
// of CO_BACKED are there for co-backed-claims.
OPTIONAL MATCH (@a:Outlet {id: coalesce(COLLECT { MATCH (@m:Moved {id: $a}) RETURN @m.target }[0], $a)}) WHERE @a.storyCount + @a.attributionCount > 0
OPTIONAL MATCH (@b:Outlet {id: coalesce(COLLECT { MATCH (@m:Moved {id: $b}) RETURN @m.target }[0], $b)}) WHERE @b.storyCount + @b.attributionCount > 0 AND (@a IS NULL OR @b.id <> @a.id)
OPTIONAL MATCH ()-[@s:CO_BACKED]->() WHERE @s.outletId = @a.id AND @s.otherId = @b.id
OPTIONAL MATCH ()-[@c:CO_CITED]->() WHERE @c.outletId = @a.id AND @c.otherId = @b.id
WITH {
    outletId: @a.id, otherId: @b.id, claimCount: coalesce(@s.claimCount, 0),
    fewer: CASE WHEN @a.claimCount <= @b.claimCount THEN @a.id ELSE @b.id END, sharedClaimCount: coalesce(@s.claimCount, 0),
    onlyACount: coalesce(@a.claimCount, 0) - coalesce(@s.claimCount, 0),
    onlyBCount: coalesce(@b.claimCount, 0) - coalesce(@s.claimCount, 0),
    coCitationCount: coalesce(@c.weight, 0)
} AS @dst
WHERE TRUE
