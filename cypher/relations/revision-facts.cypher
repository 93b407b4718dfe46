// name: revision-facts
// mode: read
// params: none
// The facts that stand in one version of a story, past ones too.
MATCH (@src)<-[:HAS_REVISION]-(:Story)-[:HAS_FACT]->(@dst:Fact)
WHERE @dst.firstVersion <= @src.number AND coalesce(@dst.lastVersion, @src.number) >= @src.number
WITH @dst, {owner: @dst, number: @src.number, version: @src.number} AS @e
WHERE TRUE
