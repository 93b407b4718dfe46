// stats: binds nothing
CALL () {
WITH { storyCount: COUNT { (:Story)
}, factCount: COUNT {
MATCH (f1:Fact)
WHERE f1.lastVersion IS NULL
}, claimCount: COUNT {
MATCH (c1:Claim)
WHERE c1.factCount > 0
}, outletCount: COUNT {
MATCH (o1:Outlet)
WHERE o1.storyCount + o1.attributionCount > 0
}, personCount: COUNT {
MATCH (p1:Person)
WHERE p1.storyCount > 0
}, narrativeCount: COUNT {
MATCH (n1:Narrative)
WHERE n1.lastVersion IS NULL
}, citationCount: COUNT {
MATCH ()-[k1:CITES]->()
WHERE k1.lastVersion IS NULL
}, problemCount: COUNT { (:Problem)
}
} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
RETURN collect([dst1.storyCount, dst1.factCount, dst1.claimCount, dst1.outletCount, dst1.personCount, dst1.narrativeCount, dst1.citationCount, dst1.problemCount]) AS c2
}
RETURN c2 AS result;
