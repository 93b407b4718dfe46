// alike: p0='similarity', p1=20, p2=20, p3=0.9, p4='similarity', p5=20, p6=1.0, p7=20, p8='wording', p9=20
CALL () {
MATCH (dst1:Claim)
WHERE dst1.factCount > 0
AND (EXISTS {
MATCH (dst1)<-[k1:STATES]-(f1:Fact)
WHERE f1.lastVersion IS NULL
AND k1.method = $p0
})
AND dst1.backerCount IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p1
CALL (dst1) {
MATCH (dst1)<-[e5:BACKS]-(dst5:Outlet)
WHERE TRUE
WITH dst5, e5, e5.storyCount AS c6k0, e5.outletId AS c6k1
ORDER BY c6k0 DESC, c6k1 DESC
LIMIT $p2
RETURN collect([[dst5.name]]) AS c6
}
CALL (dst1) {
MATCH (dst1)<-[e7:BACKS]-(dst7:Outlet)
WHERE TRUE
AND (EXISTS {
MATCH (dst1)<-[s7:STATES]-(f7:Fact)
WHERE f7.lastVersion IS NULL
AND s7.score >= $p3
AND EXISTS {
MATCH (f7)-[k7:CITES]->(dst7)
WHERE k7.lastVersion IS NULL
}
})
AND (EXISTS {
MATCH (dst1)<-[t7:STATES]-(g7:Fact)
WHERE g7.lastVersion IS NULL
AND t7.method = $p4
AND EXISTS {
MATCH (g7)-[l7:CITES]->(dst7)
WHERE l7.lastVersion IS NULL
}
})
WITH dst7, e7, dst7.sortKey AS c8k0, e7.outletId AS c8k1
ORDER BY c8k0, c8k1
LIMIT $p5
RETURN collect([[dst7.name]]) AS c8
}
CALL (dst1) {
MATCH (dst1)<-[e9:BACKS]-(dst9:Outlet)
WHERE TRUE
AND (EXISTS {
MATCH (dst1)<-[s9:STATES]-(f9:Fact)
WHERE f9.lastVersion IS NULL
AND s9.score >= $p6
AND EXISTS {
MATCH (f9)-[k9:CITES]->(dst9)
WHERE k9.lastVersion IS NULL
}
})
WITH dst9, e9, e9.storyCount AS c10k0, e9.outletId AS c10k1
ORDER BY c10k0 DESC, c10k1 DESC
LIMIT $p7
RETURN collect([]) AS c10
}
CALL (dst1) {
MATCH (dst1)<-[e12:BACKS]-(dst12:Outlet)
WHERE TRUE
AND (EXISTS {
MATCH (dst1)<-[s12:STATES]-(f12:Fact)
WHERE f12.lastVersion IS NULL
AND s12.score >= $p6
AND EXISTS {
MATCH (f12)-[k12:CITES]->(dst12)
WHERE k12.lastVersion IS NULL
}
})
RETURN count(*) AS t11
}
CALL (dst1) {
MATCH (dst1)<-[e13:BACKS]-(dst13:Outlet)
WHERE TRUE
AND (EXISTS {
MATCH (dst1)<-[t13:STATES]-(g13:Fact)
WHERE g13.lastVersion IS NULL
AND t13.method = $p8
AND EXISTS {
MATCH (g13)-[l13:CITES]->(dst13)
WHERE l13.lastVersion IS NULL
}
})
WITH dst13, e13, e13.storyCount AS c14k0, e13.outletId AS c14k1
ORDER BY c14k0 DESC, c14k1 DESC
LIMIT $p9
RETURN collect([]) AS c14
}
CALL (dst1) {
MATCH (dst1)<-[e16:BACKS]-(dst16:Outlet)
WHERE TRUE
AND (EXISTS {
MATCH (dst1)<-[t16:STATES]-(g16:Fact)
WHERE g16.lastVersion IS NULL
AND t16.method = $p8
AND EXISTS {
MATCH (g16)-[l16:CITES]->(dst16)
WHERE l16.lastVersion IS NULL
}
})
RETURN count(*) AS t15
}
RETURN collect([[dst1.text, [c6, null], [c8, null], [c10, t11], [c14, t15]]]) AS c2
}
CALL () {
MATCH (dst4:Claim)
WHERE dst4.factCount > 0
AND (EXISTS {
MATCH (dst4)<-[k4:STATES]-(f4:Fact)
WHERE f4.lastVersion IS NULL
AND k4.method = $p0
})
AND dst4.backerCount IS NOT NULL
AND dst4.id IS NOT NULL
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;

// sure: p0=2, p1=1.0, p2=20
CALL () {
MATCH (dst1:Claim)
WHERE dst1.factCount > 0
AND (dst1.backerCount >= $p0)
AND (dst1.minScore >= $p1)
AND dst1.backerCount IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p2
RETURN collect([[dst1.text]]) AS c2
}
CALL () {
MATCH (dst4:Claim)
WHERE dst4.factCount > 0
AND (dst4.backerCount >= $p0)
AND (dst4.minScore >= $p1)
AND dst4.backerCount IS NOT NULL
AND dst4.id IS NOT NULL
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;

// reviewed: p0='review', p1=20
CALL () {
MATCH (dst1:Claim)
WHERE dst1.factCount > 0
AND (EXISTS {
MATCH (dst1)<-[k1:STATES]-(f1:Fact)
WHERE f1.lastVersion IS NULL
AND k1.method = $p0
})
AND dst1.backerCount IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.backerCount AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p1
RETURN collect([]) AS c2
}
CALL () {
MATCH (dst4:Claim)
WHERE dst4.factCount > 0
AND (EXISTS {
MATCH (dst4)<-[k4:STATES]-(f4:Fact)
WHERE f4.lastVersion IS NULL
AND k4.method = $p0
})
AND dst4.backerCount IS NOT NULL
AND dst4.id IS NOT NULL
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;
