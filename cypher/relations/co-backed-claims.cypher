// name: co-backed-claims
// mode: read
// params: none
// The claims that two outlets back, from the CO_BACKED edge that counts them or from a comparison of both; as
// outlet-shared-claims. `fewer` is the id of the one that backs fewer.
MATCH ()-[@d:BACKS]->(@dst)
WHERE @d.outletId = @src.fewer AND @d.backerCount IS NOT NULL AND @d.claimId IS NOT NULL
MATCH ()-[@y:BACKS]->()
WHERE @y.claimId = @d.claimId
    AND @y.outletId = CASE @src.fewer WHEN @src.outletId THEN @src.otherId ELSE @src.outletId END
// edge: {backs: CASE @d.outletId WHEN @src.outletId THEN @d ELSE @y END, other: CASE @d.outletId WHEN @src.outletId THEN @y ELSE @d END,
//     citationCount: CASE @d.outletId WHEN @src.outletId THEN @d.citationCount ELSE @y.citationCount END,
//     storyCount: CASE @d.outletId WHEN @src.outletId THEN @d.storyCount ELSE @y.storyCount END,
//     otherCitationCount: CASE @d.outletId WHEN @src.outletId THEN @y.citationCount ELSE @d.citationCount END,
//     otherStoryCount: CASE @d.outletId WHEN @src.outletId THEN @y.storyCount ELSE @d.storyCount END}
// lead: @d.outletId
// key n.backerCount: @d.backerCount
// key n.id: @d.claimId
// count: @src.claimCount
