// seven: p0=['ou_ae333da373baf7ae34794e43'], p1=1, p2=200, p3=2
CALL () {
WITH COLLECT {
UNWIND $p0 AS id1 OPTIONAL
MATCH (m1:Moved {id: id1})
MATCH (x1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem {id: coalesce(m1.target, id1)})
WHERE x1.lastVersion IS NULL
AND CASE WHEN x1:Claim THEN x1.factCount > 0 WHEN x1:Outlet THEN x1.storyCount + x1.attributionCount > 0 WHEN x1:Person THEN x1.storyCount > 0 ELSE TRUE END OPTIONAL
MATCH (x1)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(o1:Story)
RETURN DISTINCT coalesce(o1, x1)
} AS start1
WITH reduce(s1 = {taken: start1, fresh: start1}, n1 IN range(1, $p1) | CASE WHEN size(s1.taken) >= $p2 THEN s1 ELSE [new1 IN [COLLECT {
UNWIND s1.fresh AS f1
CALL (f1) {
WITH f1
WHERE f1:Outlet
MATCH ()-[r1:CO_CITED]->(y1)
WHERE r1.outletId = f1.id
AND r1.weight >= $p3
AND r1.otherId IS NOT NULL
RETURN y1, r1.weight AS w1
ORDER BY r1.outletId DESC, r1.weight DESC, r1.otherId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Outlet
MATCH ()-[r1:CO_BACKED]->(y1)
WHERE r1.outletId = f1.id
AND r1.claimCount >= $p3
AND r1.otherId IS NOT NULL
RETURN y1, r1.claimCount AS w1
ORDER BY r1.outletId DESC, r1.claimCount DESC, r1.otherId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Person
MATCH ()-[r1:CO_MENTIONED]->(y1)
WHERE r1.personId = f1.id
AND r1.storyCount >= $p3
AND r1.otherId IS NOT NULL
RETURN y1, r1.storyCount AS w1
ORDER BY r1.personId DESC, r1.storyCount DESC, r1.otherId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Outlet
MATCH ()-[r1:BACKS]->(y1)
WHERE r1.outletId = f1.id
AND r1.citationCount >= $p3
AND r1.claimId IS NOT NULL
RETURN y1, r1.citationCount AS w1
ORDER BY r1.outletId DESC, r1.citationCount DESC, r1.claimId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Claim
MATCH (f1)<-[r1:BACKS]-(y1)
WHERE r1.citationCount >= $p3
RETURN y1, r1.citationCount AS w1
ORDER BY r1.citationCount DESC, r1.outletId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Outlet
MATCH (y1)-[r1:CITED_ABOUT]->()
WHERE r1.outletId = f1.id
AND r1.factCount >= $p3
AND r1.personId IS NOT NULL
RETURN y1, r1.factCount AS w1
ORDER BY r1.outletId DESC, r1.factCount DESC, r1.personId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Person
MATCH ()-[r1:CITED_ABOUT]->(y1)
WHERE r1.personId = f1.id
AND r1.factCount >= $p3
AND r1.outletId IS NOT NULL
RETURN y1, r1.factCount AS w1
ORDER BY r1.personId DESC, r1.factCount DESC, r1.outletId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Outlet
MATCH (y1)-[r1:COVERED_BY]->()
WHERE r1.outletId = f1.id
AND r1.citationCount >= CASE WHEN $p3 <= 1 THEN 0 ELSE $p3 END
AND r1.storyId IS NOT NULL
RETURN y1, CASE r1.citationCount WHEN 0 THEN 1 ELSE r1.citationCount END AS w1
ORDER BY r1.outletId DESC, r1.citationCount DESC, r1.storyId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Story
MATCH (f1)-[r1:COVERED_BY]->(y1)
WHERE r1.citationCount >= CASE WHEN $p3 <= 1 THEN 0 ELSE $p3 END
RETURN y1, CASE r1.citationCount WHEN 0 THEN 1 ELSE r1.citationCount END AS w1
ORDER BY r1.citationCount DESC, y1.id DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Person
MATCH ()-[r1:APPEARS_IN]->(y1)
WHERE r1.personId = f1.id
AND r1.mentionCount >= $p3
AND r1.storyId IS NOT NULL
RETURN y1, r1.mentionCount AS w1
ORDER BY r1.personId DESC, r1.mentionCount DESC, r1.storyId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Story
MATCH (f1)<-[r1:APPEARS_IN]-(y1)
WHERE r1.mentionCount >= $p3
RETURN y1, r1.mentionCount AS w1
ORDER BY r1.mentionCount DESC, r1.personId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Claim
AND 1 >= $p3
MATCH ()-[r1:CONFLICTS_WITH]->(y1)
WHERE r1.claimId = f1.id
AND r1.score IS NOT NULL
AND r1.otherId IS NOT NULL
AND y1.factCount > 0
RETURN y1, 1 AS w1
ORDER BY r1.claimId DESC, r1.score DESC, r1.otherId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Claim
MATCH (f1)<-[:STATES]-(x1:Fact)<-[:HAS_FACT]-(y1)
WHERE x1.lastVersion IS NULL
WITH DISTINCT f1, y1
WITH y1, COUNT {
MATCH (y1)-[:HAS_FACT]->(x1:Fact)-[:STATES]->(f1)
WHERE x1.lastVersion IS NULL
} AS w1
WHERE w1 >= $p3
RETURN y1, w1
ORDER BY w1 DESC, y1.id DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Story
MATCH (f1)-[:HAS_FACT]->(x1:Fact)-[:STATES]->(y1)
WHERE x1.lastVersion IS NULL
WITH DISTINCT f1, y1
WITH y1, COUNT {
MATCH (f1)-[:HAS_FACT]->(x1:Fact)-[:STATES]->(y1)
WHERE x1.lastVersion IS NULL
} AS w1
WHERE w1 >= $p3
RETURN y1, w1
ORDER BY w1 DESC, y1.id DESC
LIMIT $p2
}
WITH y1, w1
WHERE NOT y1 IN s1.taken
WITH y1, w1
ORDER BY w1 DESC, y1.id DESC
RETURN DISTINCT y1
}[..$p2 - size(s1.taken)]] | {taken: s1.taken + new1, fresh: new1}][0] END).taken AS taken1
WITH taken1, COLLECT {
UNWIND taken1 AS a1
CALL (a1, taken1) {
WITH a1
WHERE a1:Story
MATCH (a1)<-[r1:APPEARS_IN]-(b1)
WHERE r1.mentionCount >= $p3
RETURN 'APPEARS_IN' AS k1, b1, b1 AS from1, a1 AS to1, r1.mentionCount AS w1
UNION ALL
WITH a1
WHERE a1:Claim
MATCH (a1)<-[r1:BACKS]-(b1)
WHERE r1.citationCount >= $p3
RETURN 'BACKS' AS k1, b1, b1 AS from1, a1 AS to1, r1.citationCount AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Person
UNWIND [x1 IN taken1
WHERE x1:Outlet | x1.id] AS id1
MATCH ()-[r1:CITED_ABOUT]->(b1)
WHERE r1.personId = a1.id
AND r1.outletId = id1
AND r1.factCount >= $p3
RETURN 'CITES_PERSON' AS k1, b1, a1 AS from1, b1 AS to1, r1.factCount AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Claim
AND 1 >= $p3
UNWIND [x1 IN taken1
WHERE x1:Claim
AND x1.id > a1.id | x1.id] AS id1
MATCH ()-[r1:CONFLICTS_WITH]->(b1)
WHERE r1.claimId = a1.id
AND r1.otherId = id1
RETURN 'CONFLICTS_WITH' AS k1, b1, a1 AS from1, b1 AS to1, 1 AS w1
UNION ALL
WITH a1
WHERE a1:Story
MATCH (a1)-[r1:COVERED_BY]->(b1)
WHERE r1.citationCount >= CASE WHEN $p3 <= 1 THEN 0 ELSE $p3 END
RETURN 'COVERED_BY' AS k1, b1, a1 AS from1, b1 AS to1, CASE r1.citationCount WHEN 0 THEN 1 ELSE r1.citationCount END AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Outlet
UNWIND [x1 IN taken1
WHERE x1:Outlet
AND x1.id > a1.id | x1.id] AS id1
MATCH ()-[r1:CO_BACKED]->(b1)
WHERE r1.outletId = a1.id
AND r1.otherId = id1
AND r1.claimCount >= $p3
RETURN 'CO_BACKED' AS k1, b1, a1 AS from1, b1 AS to1, r1.claimCount AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Person
UNWIND [x1 IN taken1
WHERE x1:Person
AND x1.id > a1.id | x1.id] AS id1
MATCH ()-[r1:CO_MENTIONED]->(b1)
WHERE r1.personId = a1.id
AND r1.otherId = id1
AND r1.storyCount >= $p3
RETURN 'CO_MENTIONED' AS k1, b1, a1 AS from1, b1 AS to1, r1.storyCount AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Outlet
UNWIND [x1 IN taken1
WHERE x1:Outlet
AND x1.id > a1.id | x1.id] AS id1
MATCH ()-[r1:CO_CITED]->(b1)
WHERE r1.outletId = a1.id
AND r1.otherId = id1
AND r1.weight >= $p3
RETURN 'CO_CITED' AS k1, b1, a1 AS from1, b1 AS to1, r1.weight AS w1
UNION ALL
WITH a1
WHERE a1:Story
MATCH (a1)-[:HAS_FACT]->(x1:Fact)-[:STATES]->(b1)
WHERE x1.lastVersion IS NULL
WITH a1, b1, count(*) AS w1
WHERE w1 >= $p3
RETURN 'STATES' AS k1, b1, a1 AS from1, b1 AS to1, w1
}
WITH k1, b1, from1, to1, w1
WHERE b1 IN taken1
RETURN {kind: k1, from: from1, to: to1, weight: w1}
} AS lines1
CALL (taken1, lines1) {
CALL (taken1, lines1) {
UNWIND taken1 AS y1
RETURN y1, 0 AS w1
UNION ALL
UNWIND lines1 AS r1
UNWIND [r1.from, r1.to] AS y1
RETURN y1, r1.weight AS w1
}
WITH y1, sum(w1) AS w1
RETURN collect({id: y1.id, kind: toUpper(labels(y1)[0]), label: coalesce(y1.title, y1.name, y1.text), weight: w1}) AS nodes1
}
WITH {nodes: nodes1, edges: lines1} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
UNWIND dst1.nodes AS dst2
WITH dst2
WHERE TRUE
WITH dst2
ORDER BY dst2.kind, dst2.id
RETURN collect([dst2.id, dst2.kind, dst2.label, dst2.weight]) AS c3
}
CALL (dst1) {
UNWIND dst1.edges AS n4
WITH {source: n4.from.id, target: n4.to.id, kind: n4.kind, weight: n4.weight} AS dst4
WHERE TRUE
WITH dst4
ORDER BY dst4.kind, dst4.source, dst4.target
RETURN collect([dst4.source, dst4.target, dst4.kind, dst4.weight]) AS c5
}
RETURN collect([c3, c5]) AS c6
}
RETURN c6 AS result;

// two: p0=['ou_ae333da373baf7ae34794e43'], p1=1, p2=2, p3=2
CALL () {
WITH COLLECT {
UNWIND $p0 AS id1 OPTIONAL
MATCH (m1:Moved {id: id1})
MATCH (x1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem {id: coalesce(m1.target, id1)})
WHERE x1.lastVersion IS NULL
AND CASE WHEN x1:Claim THEN x1.factCount > 0 WHEN x1:Outlet THEN x1.storyCount + x1.attributionCount > 0 WHEN x1:Person THEN x1.storyCount > 0 ELSE TRUE END OPTIONAL
MATCH (x1)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(o1:Story)
RETURN DISTINCT coalesce(o1, x1)
} AS start1
WITH reduce(s1 = {taken: start1, fresh: start1}, n1 IN range(1, $p1) | CASE WHEN size(s1.taken) >= $p2 THEN s1 ELSE [new1 IN [COLLECT {
UNWIND s1.fresh AS f1
CALL (f1) {
WITH f1
WHERE f1:Outlet
MATCH ()-[r1:CO_CITED]->(y1)
WHERE r1.outletId = f1.id
AND r1.weight >= $p3
AND r1.otherId IS NOT NULL
RETURN y1, r1.weight AS w1
ORDER BY r1.outletId DESC, r1.weight DESC, r1.otherId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Outlet
MATCH ()-[r1:CO_BACKED]->(y1)
WHERE r1.outletId = f1.id
AND r1.claimCount >= $p3
AND r1.otherId IS NOT NULL
RETURN y1, r1.claimCount AS w1
ORDER BY r1.outletId DESC, r1.claimCount DESC, r1.otherId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Person
MATCH ()-[r1:CO_MENTIONED]->(y1)
WHERE r1.personId = f1.id
AND r1.storyCount >= $p3
AND r1.otherId IS NOT NULL
RETURN y1, r1.storyCount AS w1
ORDER BY r1.personId DESC, r1.storyCount DESC, r1.otherId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Outlet
MATCH ()-[r1:BACKS]->(y1)
WHERE r1.outletId = f1.id
AND r1.citationCount >= $p3
AND r1.claimId IS NOT NULL
RETURN y1, r1.citationCount AS w1
ORDER BY r1.outletId DESC, r1.citationCount DESC, r1.claimId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Claim
MATCH (f1)<-[r1:BACKS]-(y1)
WHERE r1.citationCount >= $p3
RETURN y1, r1.citationCount AS w1
ORDER BY r1.citationCount DESC, r1.outletId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Outlet
MATCH (y1)-[r1:CITED_ABOUT]->()
WHERE r1.outletId = f1.id
AND r1.factCount >= $p3
AND r1.personId IS NOT NULL
RETURN y1, r1.factCount AS w1
ORDER BY r1.outletId DESC, r1.factCount DESC, r1.personId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Person
MATCH ()-[r1:CITED_ABOUT]->(y1)
WHERE r1.personId = f1.id
AND r1.factCount >= $p3
AND r1.outletId IS NOT NULL
RETURN y1, r1.factCount AS w1
ORDER BY r1.personId DESC, r1.factCount DESC, r1.outletId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Outlet
MATCH (y1)-[r1:COVERED_BY]->()
WHERE r1.outletId = f1.id
AND r1.citationCount >= CASE WHEN $p3 <= 1 THEN 0 ELSE $p3 END
AND r1.storyId IS NOT NULL
RETURN y1, CASE r1.citationCount WHEN 0 THEN 1 ELSE r1.citationCount END AS w1
ORDER BY r1.outletId DESC, r1.citationCount DESC, r1.storyId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Story
MATCH (f1)-[r1:COVERED_BY]->(y1)
WHERE r1.citationCount >= CASE WHEN $p3 <= 1 THEN 0 ELSE $p3 END
RETURN y1, CASE r1.citationCount WHEN 0 THEN 1 ELSE r1.citationCount END AS w1
ORDER BY r1.citationCount DESC, y1.id DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Person
MATCH ()-[r1:APPEARS_IN]->(y1)
WHERE r1.personId = f1.id
AND r1.mentionCount >= $p3
AND r1.storyId IS NOT NULL
RETURN y1, r1.mentionCount AS w1
ORDER BY r1.personId DESC, r1.mentionCount DESC, r1.storyId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Story
MATCH (f1)<-[r1:APPEARS_IN]-(y1)
WHERE r1.mentionCount >= $p3
RETURN y1, r1.mentionCount AS w1
ORDER BY r1.mentionCount DESC, r1.personId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Claim
AND 1 >= $p3
MATCH ()-[r1:CONFLICTS_WITH]->(y1)
WHERE r1.claimId = f1.id
AND r1.score IS NOT NULL
AND r1.otherId IS NOT NULL
AND y1.factCount > 0
RETURN y1, 1 AS w1
ORDER BY r1.claimId DESC, r1.score DESC, r1.otherId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Claim
MATCH (f1)<-[:STATES]-(x1:Fact)<-[:HAS_FACT]-(y1)
WHERE x1.lastVersion IS NULL
WITH DISTINCT f1, y1
WITH y1, COUNT {
MATCH (y1)-[:HAS_FACT]->(x1:Fact)-[:STATES]->(f1)
WHERE x1.lastVersion IS NULL
} AS w1
WHERE w1 >= $p3
RETURN y1, w1
ORDER BY w1 DESC, y1.id DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Story
MATCH (f1)-[:HAS_FACT]->(x1:Fact)-[:STATES]->(y1)
WHERE x1.lastVersion IS NULL
WITH DISTINCT f1, y1
WITH y1, COUNT {
MATCH (f1)-[:HAS_FACT]->(x1:Fact)-[:STATES]->(y1)
WHERE x1.lastVersion IS NULL
} AS w1
WHERE w1 >= $p3
RETURN y1, w1
ORDER BY w1 DESC, y1.id DESC
LIMIT $p2
}
WITH y1, w1
WHERE NOT y1 IN s1.taken
WITH y1, w1
ORDER BY w1 DESC, y1.id DESC
RETURN DISTINCT y1
}[..$p2 - size(s1.taken)]] | {taken: s1.taken + new1, fresh: new1}][0] END).taken AS taken1
WITH taken1, COLLECT {
UNWIND taken1 AS a1
CALL (a1, taken1) {
WITH a1
WHERE a1:Story
MATCH (a1)<-[r1:APPEARS_IN]-(b1)
WHERE r1.mentionCount >= $p3
RETURN 'APPEARS_IN' AS k1, b1, b1 AS from1, a1 AS to1, r1.mentionCount AS w1
UNION ALL
WITH a1
WHERE a1:Claim
MATCH (a1)<-[r1:BACKS]-(b1)
WHERE r1.citationCount >= $p3
RETURN 'BACKS' AS k1, b1, b1 AS from1, a1 AS to1, r1.citationCount AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Person
UNWIND [x1 IN taken1
WHERE x1:Outlet | x1.id] AS id1
MATCH ()-[r1:CITED_ABOUT]->(b1)
WHERE r1.personId = a1.id
AND r1.outletId = id1
AND r1.factCount >= $p3
RETURN 'CITES_PERSON' AS k1, b1, a1 AS from1, b1 AS to1, r1.factCount AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Claim
AND 1 >= $p3
UNWIND [x1 IN taken1
WHERE x1:Claim
AND x1.id > a1.id | x1.id] AS id1
MATCH ()-[r1:CONFLICTS_WITH]->(b1)
WHERE r1.claimId = a1.id
AND r1.otherId = id1
RETURN 'CONFLICTS_WITH' AS k1, b1, a1 AS from1, b1 AS to1, 1 AS w1
UNION ALL
WITH a1
WHERE a1:Story
MATCH (a1)-[r1:COVERED_BY]->(b1)
WHERE r1.citationCount >= CASE WHEN $p3 <= 1 THEN 0 ELSE $p3 END
RETURN 'COVERED_BY' AS k1, b1, a1 AS from1, b1 AS to1, CASE r1.citationCount WHEN 0 THEN 1 ELSE r1.citationCount END AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Outlet
UNWIND [x1 IN taken1
WHERE x1:Outlet
AND x1.id > a1.id | x1.id] AS id1
MATCH ()-[r1:CO_BACKED]->(b1)
WHERE r1.outletId = a1.id
AND r1.otherId = id1
AND r1.claimCount >= $p3
RETURN 'CO_BACKED' AS k1, b1, a1 AS from1, b1 AS to1, r1.claimCount AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Person
UNWIND [x1 IN taken1
WHERE x1:Person
AND x1.id > a1.id | x1.id] AS id1
MATCH ()-[r1:CO_MENTIONED]->(b1)
WHERE r1.personId = a1.id
AND r1.otherId = id1
AND r1.storyCount >= $p3
RETURN 'CO_MENTIONED' AS k1, b1, a1 AS from1, b1 AS to1, r1.storyCount AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Outlet
UNWIND [x1 IN taken1
WHERE x1:Outlet
AND x1.id > a1.id | x1.id] AS id1
MATCH ()-[r1:CO_CITED]->(b1)
WHERE r1.outletId = a1.id
AND r1.otherId = id1
AND r1.weight >= $p3
RETURN 'CO_CITED' AS k1, b1, a1 AS from1, b1 AS to1, r1.weight AS w1
UNION ALL
WITH a1
WHERE a1:Story
MATCH (a1)-[:HAS_FACT]->(x1:Fact)-[:STATES]->(b1)
WHERE x1.lastVersion IS NULL
WITH a1, b1, count(*) AS w1
WHERE w1 >= $p3
RETURN 'STATES' AS k1, b1, a1 AS from1, b1 AS to1, w1
}
WITH k1, b1, from1, to1, w1
WHERE b1 IN taken1
RETURN {kind: k1, from: from1, to: to1, weight: w1}
} AS lines1
CALL (taken1, lines1) {
CALL (taken1, lines1) {
UNWIND taken1 AS y1
RETURN y1, 0 AS w1
UNION ALL
UNWIND lines1 AS r1
UNWIND [r1.from, r1.to] AS y1
RETURN y1, r1.weight AS w1
}
WITH y1, sum(w1) AS w1
RETURN collect({id: y1.id, kind: toUpper(labels(y1)[0]), label: coalesce(y1.title, y1.name, y1.text), weight: w1}) AS nodes1
}
WITH {nodes: nodes1, edges: lines1} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
UNWIND dst1.nodes AS dst2
WITH dst2
WHERE TRUE
WITH dst2
ORDER BY dst2.kind, dst2.id
RETURN collect([dst2.label, dst2.weight]) AS c3
}
CALL (dst1) {
UNWIND dst1.edges AS n4
WITH {source: n4.from.id, target: n4.to.id, kind: n4.kind, weight: n4.weight} AS dst4
WHERE TRUE
WITH dst4
ORDER BY dst4.kind, dst4.source, dst4.target
RETURN collect([dst4.kind]) AS c5
}
RETURN collect([c3, c5]) AS c6
}
RETURN c6 AS result;

// apart: p0=['fa_0977163dd77e9b8c6baaeaeb', 'st_91bcfa0f71aad21bde2f5f9f', 'de_8f60fda48ed857c7fece5d06', 'ou_unknown'], p1=1, p2=1
CALL () {
WITH COLLECT {
UNWIND $p0 AS id1 OPTIONAL
MATCH (m1:Moved {id: id1})
MATCH (x1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem {id: coalesce(m1.target, id1)})
WHERE x1.lastVersion IS NULL
AND CASE WHEN x1:Claim THEN x1.factCount > 0 WHEN x1:Outlet THEN x1.storyCount + x1.attributionCount > 0 WHEN x1:Person THEN x1.storyCount > 0 ELSE TRUE END OPTIONAL
MATCH (x1)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(o1:Story)
RETURN DISTINCT coalesce(o1, x1)
} AS start1
WITH reduce(s1 = {taken: start1, fresh: start1}, n1 IN range(1, $p1) | CASE WHEN size(s1.taken) >= $p2 THEN s1 ELSE [new1 IN [COLLECT {
UNWIND s1.fresh AS f1
CALL (f1) {
WITH f1
WHERE f1:Outlet
MATCH ()-[r1:CO_CITED]->(y1)
WHERE r1.outletId = f1.id
AND r1.weight >= $p1
AND r1.otherId IS NOT NULL
RETURN y1, r1.weight AS w1
ORDER BY r1.outletId DESC, r1.weight DESC, r1.otherId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Outlet
MATCH ()-[r1:CO_BACKED]->(y1)
WHERE r1.outletId = f1.id
AND r1.claimCount >= $p1
AND r1.otherId IS NOT NULL
RETURN y1, r1.claimCount AS w1
ORDER BY r1.outletId DESC, r1.claimCount DESC, r1.otherId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Person
MATCH ()-[r1:CO_MENTIONED]->(y1)
WHERE r1.personId = f1.id
AND r1.storyCount >= $p1
AND r1.otherId IS NOT NULL
RETURN y1, r1.storyCount AS w1
ORDER BY r1.personId DESC, r1.storyCount DESC, r1.otherId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Outlet
MATCH ()-[r1:BACKS]->(y1)
WHERE r1.outletId = f1.id
AND r1.citationCount >= $p1
AND r1.claimId IS NOT NULL
RETURN y1, r1.citationCount AS w1
ORDER BY r1.outletId DESC, r1.citationCount DESC, r1.claimId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Claim
MATCH (f1)<-[r1:BACKS]-(y1)
WHERE r1.citationCount >= $p1
RETURN y1, r1.citationCount AS w1
ORDER BY r1.citationCount DESC, r1.outletId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Outlet
MATCH (y1)-[r1:CITED_ABOUT]->()
WHERE r1.outletId = f1.id
AND r1.factCount >= $p1
AND r1.personId IS NOT NULL
RETURN y1, r1.factCount AS w1
ORDER BY r1.outletId DESC, r1.factCount DESC, r1.personId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Person
MATCH ()-[r1:CITED_ABOUT]->(y1)
WHERE r1.personId = f1.id
AND r1.factCount >= $p1
AND r1.outletId IS NOT NULL
RETURN y1, r1.factCount AS w1
ORDER BY r1.personId DESC, r1.factCount DESC, r1.outletId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Outlet
MATCH (y1)-[r1:COVERED_BY]->()
WHERE r1.outletId = f1.id
AND r1.citationCount >= CASE WHEN $p1 <= 1 THEN 0 ELSE $p1 END
AND r1.storyId IS NOT NULL
RETURN y1, CASE r1.citationCount WHEN 0 THEN 1 ELSE r1.citationCount END AS w1
ORDER BY r1.outletId DESC, r1.citationCount DESC, r1.storyId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Story
MATCH (f1)-[r1:COVERED_BY]->(y1)
WHERE r1.citationCount >= CASE WHEN $p1 <= 1 THEN 0 ELSE $p1 END
RETURN y1, CASE r1.citationCount WHEN 0 THEN 1 ELSE r1.citationCount END AS w1
ORDER BY r1.citationCount DESC, y1.id DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Person
MATCH ()-[r1:APPEARS_IN]->(y1)
WHERE r1.personId = f1.id
AND r1.mentionCount >= $p1
AND r1.storyId IS NOT NULL
RETURN y1, r1.mentionCount AS w1
ORDER BY r1.personId DESC, r1.mentionCount DESC, r1.storyId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Story
MATCH (f1)<-[r1:APPEARS_IN]-(y1)
WHERE r1.mentionCount >= $p1
RETURN y1, r1.mentionCount AS w1
ORDER BY r1.mentionCount DESC, r1.personId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Claim
AND 1 >= $p1
MATCH ()-[r1:CONFLICTS_WITH]->(y1)
WHERE r1.claimId = f1.id
AND r1.score IS NOT NULL
AND r1.otherId IS NOT NULL
AND y1.factCount > 0
RETURN y1, 1 AS w1
ORDER BY r1.claimId DESC, r1.score DESC, r1.otherId DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Claim
MATCH (f1)<-[:STATES]-(x1:Fact)<-[:HAS_FACT]-(y1)
WHERE x1.lastVersion IS NULL
WITH DISTINCT f1, y1
WITH y1, COUNT {
MATCH (y1)-[:HAS_FACT]->(x1:Fact)-[:STATES]->(f1)
WHERE x1.lastVersion IS NULL
} AS w1
WHERE w1 >= $p1
RETURN y1, w1
ORDER BY w1 DESC, y1.id DESC
LIMIT $p2
UNION ALL
WITH f1
WHERE f1:Story
MATCH (f1)-[:HAS_FACT]->(x1:Fact)-[:STATES]->(y1)
WHERE x1.lastVersion IS NULL
WITH DISTINCT f1, y1
WITH y1, COUNT {
MATCH (f1)-[:HAS_FACT]->(x1:Fact)-[:STATES]->(y1)
WHERE x1.lastVersion IS NULL
} AS w1
WHERE w1 >= $p1
RETURN y1, w1
ORDER BY w1 DESC, y1.id DESC
LIMIT $p2
}
WITH y1, w1
WHERE NOT y1 IN s1.taken
WITH y1, w1
ORDER BY w1 DESC, y1.id DESC
RETURN DISTINCT y1
}[..$p2 - size(s1.taken)]] | {taken: s1.taken + new1, fresh: new1}][0] END).taken AS taken1
WITH taken1, COLLECT {
UNWIND taken1 AS a1
CALL (a1, taken1) {
WITH a1
WHERE a1:Story
MATCH (a1)<-[r1:APPEARS_IN]-(b1)
WHERE r1.mentionCount >= $p1
RETURN 'APPEARS_IN' AS k1, b1, b1 AS from1, a1 AS to1, r1.mentionCount AS w1
UNION ALL
WITH a1
WHERE a1:Claim
MATCH (a1)<-[r1:BACKS]-(b1)
WHERE r1.citationCount >= $p1
RETURN 'BACKS' AS k1, b1, b1 AS from1, a1 AS to1, r1.citationCount AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Person
UNWIND [x1 IN taken1
WHERE x1:Outlet | x1.id] AS id1
MATCH ()-[r1:CITED_ABOUT]->(b1)
WHERE r1.personId = a1.id
AND r1.outletId = id1
AND r1.factCount >= $p1
RETURN 'CITES_PERSON' AS k1, b1, a1 AS from1, b1 AS to1, r1.factCount AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Claim
AND 1 >= $p1
UNWIND [x1 IN taken1
WHERE x1:Claim
AND x1.id > a1.id | x1.id] AS id1
MATCH ()-[r1:CONFLICTS_WITH]->(b1)
WHERE r1.claimId = a1.id
AND r1.otherId = id1
RETURN 'CONFLICTS_WITH' AS k1, b1, a1 AS from1, b1 AS to1, 1 AS w1
UNION ALL
WITH a1
WHERE a1:Story
MATCH (a1)-[r1:COVERED_BY]->(b1)
WHERE r1.citationCount >= CASE WHEN $p1 <= 1 THEN 0 ELSE $p1 END
RETURN 'COVERED_BY' AS k1, b1, a1 AS from1, b1 AS to1, CASE r1.citationCount WHEN 0 THEN 1 ELSE r1.citationCount END AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Outlet
UNWIND [x1 IN taken1
WHERE x1:Outlet
AND x1.id > a1.id | x1.id] AS id1
MATCH ()-[r1:CO_BACKED]->(b1)
WHERE r1.outletId = a1.id
AND r1.otherId = id1
AND r1.claimCount >= $p1
RETURN 'CO_BACKED' AS k1, b1, a1 AS from1, b1 AS to1, r1.claimCount AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Person
UNWIND [x1 IN taken1
WHERE x1:Person
AND x1.id > a1.id | x1.id] AS id1
MATCH ()-[r1:CO_MENTIONED]->(b1)
WHERE r1.personId = a1.id
AND r1.otherId = id1
AND r1.storyCount >= $p1
RETURN 'CO_MENTIONED' AS k1, b1, a1 AS from1, b1 AS to1, r1.storyCount AS w1
UNION ALL
WITH a1, taken1
WHERE a1:Outlet
UNWIND [x1 IN taken1
WHERE x1:Outlet
AND x1.id > a1.id | x1.id] AS id1
MATCH ()-[r1:CO_CITED]->(b1)
WHERE r1.outletId = a1.id
AND r1.otherId = id1
AND r1.weight >= $p1
RETURN 'CO_CITED' AS k1, b1, a1 AS from1, b1 AS to1, r1.weight AS w1
UNION ALL
WITH a1
WHERE a1:Story
MATCH (a1)-[:HAS_FACT]->(x1:Fact)-[:STATES]->(b1)
WHERE x1.lastVersion IS NULL
WITH a1, b1, count(*) AS w1
WHERE w1 >= $p1
RETURN 'STATES' AS k1, b1, a1 AS from1, b1 AS to1, w1
}
WITH k1, b1, from1, to1, w1
WHERE b1 IN taken1
RETURN {kind: k1, from: from1, to: to1, weight: w1}
} AS lines1
CALL (taken1, lines1) {
CALL (taken1, lines1) {
UNWIND taken1 AS y1
RETURN y1, 0 AS w1
UNION ALL
UNWIND lines1 AS r1
UNWIND [r1.from, r1.to] AS y1
RETURN y1, r1.weight AS w1
}
WITH y1, sum(w1) AS w1
RETURN collect({id: y1.id, kind: toUpper(labels(y1)[0]), label: coalesce(y1.title, y1.name, y1.text), weight: w1}) AS nodes1
}
WITH {nodes: nodes1, edges: lines1} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
UNWIND dst1.nodes AS dst2
WITH dst2
WHERE TRUE
WITH dst2
ORDER BY dst2.kind, dst2.id
RETURN collect([dst2.kind, dst2.label, dst2.weight]) AS c3
}
CALL (dst1) {
UNWIND dst1.edges AS n4
WITH {source: n4.from.id, target: n4.to.id, kind: n4.kind, weight: n4.weight} AS dst4
WHERE TRUE
WITH dst4
ORDER BY dst4.kind, dst4.source, dst4.target
RETURN collect([dst4.kind]) AS c5
}
RETURN collect([c3, c5]) AS c6
}
RETURN c6 AS result;
