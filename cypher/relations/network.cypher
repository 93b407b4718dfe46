// name: network
// mode: read
// params: around, depth, minWeight, limit
// What is around some nodes, level by level: maps, which network-nodes and network-edges read. A relation is a part of the
// first CALL from either of its ends, which reads the heaviest from an index, as outlet-claims (its weight, then the
// other's id; what weighs the same everywhere, closest first), and one of the second: from the end that has few,
// or, where both may be hubs, for each two nodes from an index of the two ids (363 hits at 40 stories and at 400).
// Within reduce nothing may be aggregated: DISTINCT keeps the first of each, which is the heaviest.
WITH COLLECT {
    UNWIND $around AS @id
    OPTIONAL MATCH (@m:Moved {id: @id})
    MATCH (@x:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem {id: coalesce(@m.target, @id)})
    WHERE @x.lastVersion IS NULL AND CASE WHEN @x:Claim THEN @x.factCount > 0 WHEN @x:Outlet THEN @x.storyCount + @x.attributionCount > 0 WHEN @x:Person THEN @x.storyCount > 0 ELSE TRUE END
    OPTIONAL MATCH (@x)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(@o:Story)
    RETURN DISTINCT coalesce(@o, @x)
} AS @start
WITH reduce(@s = {taken: @start, fresh: @start}, @n IN range(1, $depth) | CASE WHEN size(@s.taken) >= $limit THEN @s ELSE [@new IN [COLLECT {
    UNWIND @s.fresh AS @f
    CALL (@f) {
        WITH @f WHERE @f:Outlet MATCH ()-[@r:CO_CITED]->(@y)
        WHERE @r.outletId = @f.id AND @r.weight >= $minWeight AND @r.otherId IS NOT NULL
        RETURN @y, @r.weight AS @w ORDER BY @r.outletId DESC, @r.weight DESC, @r.otherId DESC LIMIT $limit
        UNION ALL WITH @f WHERE @f:Outlet MATCH ()-[@r:CO_BACKED]->(@y)
        WHERE @r.outletId = @f.id AND @r.claimCount >= $minWeight AND @r.otherId IS NOT NULL
        RETURN @y, @r.claimCount AS @w ORDER BY @r.outletId DESC, @r.claimCount DESC, @r.otherId DESC LIMIT $limit
        UNION ALL WITH @f WHERE @f:Person MATCH ()-[@r:CO_MENTIONED]->(@y)
        WHERE @r.personId = @f.id AND @r.storyCount >= $minWeight AND @r.otherId IS NOT NULL
        RETURN @y, @r.storyCount AS @w ORDER BY @r.personId DESC, @r.storyCount DESC, @r.otherId DESC LIMIT $limit
        UNION ALL WITH @f WHERE @f:Outlet MATCH ()-[@r:BACKS]->(@y)
        WHERE @r.outletId = @f.id AND @r.citationCount >= $minWeight AND @r.claimId IS NOT NULL
        RETURN @y, @r.citationCount AS @w ORDER BY @r.outletId DESC, @r.citationCount DESC, @r.claimId DESC LIMIT $limit
        UNION ALL WITH @f WHERE @f:Claim MATCH (@f)<-[@r:BACKS]-(@y)
        WHERE @r.citationCount >= $minWeight
        RETURN @y, @r.citationCount AS @w ORDER BY @r.citationCount DESC, @r.outletId DESC LIMIT $limit
        UNION ALL WITH @f WHERE @f:Outlet MATCH (@y)-[@r:CITED_ABOUT]->()
        WHERE @r.outletId = @f.id AND @r.factCount >= $minWeight AND @r.personId IS NOT NULL
        RETURN @y, @r.factCount AS @w ORDER BY @r.outletId DESC, @r.factCount DESC, @r.personId DESC LIMIT $limit
        UNION ALL WITH @f WHERE @f:Person MATCH ()-[@r:CITED_ABOUT]->(@y)
        WHERE @r.personId = @f.id AND @r.factCount >= $minWeight AND @r.outletId IS NOT NULL
        RETURN @y, @r.factCount AS @w ORDER BY @r.personId DESC, @r.factCount DESC, @r.outletId DESC LIMIT $limit
        UNION ALL WITH @f WHERE @f:Outlet MATCH (@y)-[@r:COVERED_BY]->()
        WHERE @r.outletId = @f.id AND @r.citationCount >= CASE WHEN $minWeight <= 1 THEN 0 ELSE $minWeight END AND @r.storyId IS NOT NULL
        RETURN @y, CASE @r.citationCount WHEN 0 THEN 1 ELSE @r.citationCount END AS @w
        ORDER BY @r.outletId DESC, @r.citationCount DESC, @r.storyId DESC LIMIT $limit
        UNION ALL WITH @f WHERE @f:Story MATCH (@f)-[@r:COVERED_BY]->(@y)
        WHERE @r.citationCount >= CASE WHEN $minWeight <= 1 THEN 0 ELSE $minWeight END
        RETURN @y, CASE @r.citationCount WHEN 0 THEN 1 ELSE @r.citationCount END AS @w ORDER BY @r.citationCount DESC, @y.id DESC LIMIT $limit
        UNION ALL WITH @f WHERE @f:Person MATCH ()-[@r:APPEARS_IN]->(@y)
        WHERE @r.personId = @f.id AND @r.mentionCount >= $minWeight AND @r.storyId IS NOT NULL
        RETURN @y, @r.mentionCount AS @w ORDER BY @r.personId DESC, @r.mentionCount DESC, @r.storyId DESC LIMIT $limit
        UNION ALL WITH @f WHERE @f:Story MATCH (@f)<-[@r:APPEARS_IN]-(@y)
        WHERE @r.mentionCount >= $minWeight
        RETURN @y, @r.mentionCount AS @w ORDER BY @r.mentionCount DESC, @r.personId DESC LIMIT $limit
        UNION ALL WITH @f WHERE @f:Claim AND 1 >= $minWeight MATCH ()-[@r:CONFLICTS_WITH]->(@y)
        WHERE @r.claimId = @f.id AND @r.score IS NOT NULL AND @r.otherId IS NOT NULL AND @y.factCount > 0
        RETURN @y, 1 AS @w ORDER BY @r.claimId DESC, @r.score DESC, @r.otherId DESC LIMIT $limit
        UNION ALL WITH @f WHERE @f:Claim MATCH (@f)<-[:STATES]-(@x:Fact)<-[:HAS_FACT]-(@y)
        WHERE @x.lastVersion IS NULL WITH DISTINCT @f, @y
        WITH @y, COUNT { MATCH (@y)-[:HAS_FACT]->(@x:Fact)-[:STATES]->(@f) WHERE @x.lastVersion IS NULL } AS @w WHERE @w >= $minWeight
        RETURN @y, @w ORDER BY @w DESC, @y.id DESC LIMIT $limit
        UNION ALL WITH @f WHERE @f:Story MATCH (@f)-[:HAS_FACT]->(@x:Fact)-[:STATES]->(@y)
        WHERE @x.lastVersion IS NULL WITH DISTINCT @f, @y
        WITH @y, COUNT { MATCH (@f)-[:HAS_FACT]->(@x:Fact)-[:STATES]->(@y) WHERE @x.lastVersion IS NULL } AS @w WHERE @w >= $minWeight
        RETURN @y, @w ORDER BY @w DESC, @y.id DESC LIMIT $limit
    }
    WITH @y, @w WHERE NOT @y IN @s.taken
    WITH @y, @w ORDER BY @w DESC, @y.id DESC
    RETURN DISTINCT @y
}[..$limit - size(@s.taken)]] | {taken: @s.taken + @new, fresh: @new}][0] END).taken AS @taken
WITH @taken, COLLECT {
    UNWIND @taken AS @a
    CALL (@a, @taken) {
        WITH @a WHERE @a:Story MATCH (@a)<-[@r:APPEARS_IN]-(@b) WHERE @r.mentionCount >= $minWeight
        RETURN 'APPEARS_IN' AS @k, @b, @b AS @from, @a AS @to, @r.mentionCount AS @w
        UNION ALL WITH @a WHERE @a:Claim MATCH (@a)<-[@r:BACKS]-(@b) WHERE @r.citationCount >= $minWeight
        RETURN 'BACKS' AS @k, @b, @b AS @from, @a AS @to, @r.citationCount AS @w
        UNION ALL WITH @a, @taken WHERE @a:Person UNWIND [@x IN @taken WHERE @x:Outlet | @x.id] AS @id
        MATCH ()-[@r:CITED_ABOUT]->(@b) WHERE @r.personId = @a.id AND @r.outletId = @id AND @r.factCount >= $minWeight
        RETURN 'CITES_PERSON' AS @k, @b, @a AS @from, @b AS @to, @r.factCount AS @w
        UNION ALL WITH @a, @taken WHERE @a:Claim AND 1 >= $minWeight UNWIND [@x IN @taken WHERE @x:Claim AND @x.id > @a.id | @x.id] AS @id
        MATCH ()-[@r:CONFLICTS_WITH]->(@b) WHERE @r.claimId = @a.id AND @r.otherId = @id
        RETURN 'CONFLICTS_WITH' AS @k, @b, @a AS @from, @b AS @to, 1 AS @w
        UNION ALL WITH @a WHERE @a:Story MATCH (@a)-[@r:COVERED_BY]->(@b)
        WHERE @r.citationCount >= CASE WHEN $minWeight <= 1 THEN 0 ELSE $minWeight END
        RETURN 'COVERED_BY' AS @k, @b, @a AS @from, @b AS @to, CASE @r.citationCount WHEN 0 THEN 1 ELSE @r.citationCount END AS @w
        UNION ALL WITH @a, @taken WHERE @a:Outlet UNWIND [@x IN @taken WHERE @x:Outlet AND @x.id > @a.id | @x.id] AS @id
        MATCH ()-[@r:CO_BACKED]->(@b) WHERE @r.outletId = @a.id AND @r.otherId = @id AND @r.claimCount >= $minWeight
        RETURN 'CO_BACKED' AS @k, @b, @a AS @from, @b AS @to, @r.claimCount AS @w
        UNION ALL WITH @a, @taken WHERE @a:Person UNWIND [@x IN @taken WHERE @x:Person AND @x.id > @a.id | @x.id] AS @id
        MATCH ()-[@r:CO_MENTIONED]->(@b) WHERE @r.personId = @a.id AND @r.otherId = @id AND @r.storyCount >= $minWeight
        RETURN 'CO_MENTIONED' AS @k, @b, @a AS @from, @b AS @to, @r.storyCount AS @w
        UNION ALL WITH @a, @taken WHERE @a:Outlet UNWIND [@x IN @taken WHERE @x:Outlet AND @x.id > @a.id | @x.id] AS @id
        MATCH ()-[@r:CO_CITED]->(@b) WHERE @r.outletId = @a.id AND @r.otherId = @id AND @r.weight >= $minWeight
        RETURN 'CO_CITED' AS @k, @b, @a AS @from, @b AS @to, @r.weight AS @w
        UNION ALL WITH @a WHERE @a:Story MATCH (@a)-[:HAS_FACT]->(@x:Fact)-[:STATES]->(@b) WHERE @x.lastVersion IS NULL
        WITH @a, @b, count(*) AS @w WHERE @w >= $minWeight
        RETURN 'STATES' AS @k, @b, @a AS @from, @b AS @to, @w
    }
    WITH @k, @b, @from, @to, @w WHERE @b IN @taken
    RETURN {kind: @k, from: @from, to: @to, weight: @w}
} AS @lines
CALL (@taken, @lines) {
    CALL (@taken, @lines) {
        UNWIND @taken AS @y RETURN @y, 0 AS @w
        UNION ALL UNWIND @lines AS @r UNWIND [@r.from, @r.to] AS @y RETURN @y, @r.weight AS @w
    }
    WITH @y, sum(@w) AS @w
    RETURN collect({id: @y.id, kind: toUpper(labels(@y)[0]), label: coalesce(@y.title, @y.name, @y.text), weight: @w}) AS @nodes
}
WITH {nodes: @nodes, edges: @lines} AS @dst
WHERE TRUE
