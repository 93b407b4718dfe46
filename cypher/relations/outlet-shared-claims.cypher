// name: outlet-shared-claims
// mode: read
// params: with
// The claims that an outlet and another back, most backed first: walked in the index of whichever backs fewer, each
// looked up in an index for the other. With itself an outlet shares none. The index is read in its order only where
// nothing is matched before: so a subquery says whose it is.
MATCH ()-[@d:BACKS]->(@dst)
WHERE @d.outletId = COLLECT { MATCH (@w:Outlet {id: coalesce(COLLECT { MATCH (@m:Moved {id: $with}) RETURN @m.target }[0], $with)}) WHERE @w.id <> @src.id
        RETURN CASE WHEN @src.claimCount <= @w.claimCount THEN @src.id ELSE @w.id END }[0]
    AND @d.backerCount IS NOT NULL AND @d.claimId IS NOT NULL
MATCH ()-[@y:BACKS]->()
WHERE @y.claimId = @d.claimId
    AND @y.outletId = COLLECT { MATCH (@x:Outlet {id: coalesce(COLLECT { MATCH (@m:Moved {id: $with}) RETURN @m.target }[0], $with)})
        RETURN CASE WHEN @src.claimCount <= @x.claimCount THEN @x.id ELSE @src.id END }[0]
// edge: {backs: CASE @d.outletId WHEN @src.id THEN @d ELSE @y END, other: CASE @d.outletId WHEN @src.id THEN @y ELSE @d END,
//     citationCount: CASE @d.outletId WHEN @src.id THEN @d.citationCount ELSE @y.citationCount END,
//     storyCount: CASE @d.outletId WHEN @src.id THEN @d.storyCount ELSE @y.storyCount END,
//     otherCitationCount: CASE @d.outletId WHEN @src.id THEN @y.citationCount ELSE @d.citationCount END,
//     otherStoryCount: CASE @d.outletId WHEN @src.id THEN @y.storyCount ELSE @d.storyCount END}
// lead: @d.outletId
// key n.backerCount: @d.backerCount
// key n.id: @d.claimId
// count: coalesce(COLLECT { MATCH ()-[@c:CO_BACKED]->() WHERE @c.outletId = @src.id AND @c.otherId = coalesce(COLLECT { MATCH (@m:Moved {id: $with}) RETURN @m.target }[0], $with) RETURN @c.claimCount }[0], 0)
