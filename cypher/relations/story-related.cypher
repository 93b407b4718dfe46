// name: story-related
// mode: read
// params: none
// Other stories that state the same claims or mention the same people. Whom more than 64 stories mention is left out:
// that they are in both says little, and each would be walked for every story that mentions them.
CALL (@src) {
    MATCH (@src)-[:HAS_FACT]->(@f:Fact)-[:STATES]->(@c:Claim) WHERE @f.lastVersion IS NULL
    WITH DISTINCT @c
    MATCH (@c)<-[:STATES]-(@g:Fact)<-[:HAS_FACT]-(@o:Story) WHERE @g.lastVersion IS NULL AND @o <> @src
    WITH DISTINCT @o, @c
    RETURN @o AS @story, 1 AS @claim, 0 AS @person
    UNION ALL
    MATCH (@src)<-[:APPEARS_IN]-(@p:Person) WHERE @p.storyCount <= 64
    MATCH (@p)-[:APPEARS_IN]->(@o:Story) WHERE @o <> @src
    RETURN @o AS @story, 0 AS @claim, 1 AS @person
}
WITH @story AS @dst, sum(@claim) AS @claims, sum(@person) AS @people
WITH @dst, {source: @src, story: @dst, sharedClaims: @claims, sharedPeople: @people} AS @e
WHERE TRUE
