// name: co-backed-claims
// mode: read
// params: none
// The claims that two outlets back, from the CO_BACKED edge that counts them or from a comparison of both;
// as outlet-shared-claims.
MATCH (@o:Outlet {id: @src.outletId}) MATCH (@w:Outlet {id: @src.otherId})
WITH @o.id AS @own, CASE WHEN @o.claimCount <= @w.claimCount THEN @o.id ELSE @w.id END AS @drive,
    CASE WHEN @o.claimCount <= @w.claimCount THEN @w.id ELSE @o.id END AS @seek
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
// count: @src.claimCount
