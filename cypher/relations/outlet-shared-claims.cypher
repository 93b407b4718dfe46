// name: outlet-shared-claims
// mode: read
// params: with
// The claims that an outlet and another back, most backed first: walked in the index of whichever backs fewer, each
// looked up in an index for the other. With itself an outlet shares none.
MATCH (@w:Outlet {id: coalesce(COLLECT { MATCH (@m:Moved {id: $with}) RETURN @m.target }[0], $with)}) WHERE @w.id <> @src.id
WITH @src.id AS @own, CASE WHEN @src.claimCount <= @w.claimCount THEN @src.id ELSE @w.id END AS @drive,
    CASE WHEN @src.claimCount <= @w.claimCount THEN @w.id ELSE @src.id END AS @seek
MATCH ()-[@d:BACKS]->(@dst)
WHERE @d.outletId = @drive AND @d.backerCount IS NOT NULL AND @d.claimId IS NOT NULL
MATCH ()-[@y:BACKS]->() WHERE @y.outletId = @seek AND @y.claimId = @d.claimId
// edge: {backs: CASE @drive WHEN @own THEN @d ELSE @y END, other: CASE @drive WHEN @own THEN @y ELSE @d END,
//     citationCount: CASE @drive WHEN @own THEN @d.citationCount ELSE @y.citationCount END,
//     storyCount: CASE @drive WHEN @own THEN @d.storyCount ELSE @y.storyCount END,
//     otherCitationCount: CASE @drive WHEN @own THEN @y.citationCount ELSE @d.citationCount END,
//     otherStoryCount: CASE @drive WHEN @own THEN @y.storyCount ELSE @d.storyCount END}
// lead: @d.outletId
// key n.backerCount: @d.backerCount
// key n.id: @d.claimId
// count: coalesce(COLLECT { MATCH ()-[@c:CO_BACKED]->() WHERE @c.outletId = @src.id AND @c.otherId = coalesce(COLLECT { MATCH (@m:Moved {id: $with}) RETURN @m.target }[0], $with) RETURN @c.claimCount }[0], 0)
