// name: related-claims
// mode: read
// params: none
// The claims that standing facts of two stories state.
WITH @src.source AS @a, @src.story AS @b
MATCH (@a)-[:HAS_FACT]->(@f:Fact)-[:STATES]->(@dst:Claim) WHERE @f.lastVersion IS NULL
WITH DISTINCT @b, @dst
WHERE EXISTS { MATCH (@b)-[:HAS_FACT]->(@g:Fact)-[:STATES]->(@dst) WHERE @g.lastVersion IS NULL }
// count: @src.sharedClaims
