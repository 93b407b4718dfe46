// echo: p0='harbourecho', p1=20, p2=20, p3='pro-establishment', p4=20
CALL () {
MATCH (a1:Alias {kind: 'OUTLET', foldedKey: left($p0, 1000)})-[:NAMES]->(dst1:Outlet)
WHERE a1.folded = $p0
AND dst1.storyCount + dst1.attributionCount > 0
WITH DISTINCT dst1
ORDER BY dst1.storyCount DESC, dst1.id
LIMIT 1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH (dst2:StancePeriod)
WHERE dst2.outletId = dst1.id
AND dst2.monthKey IS NOT NULL
AND dst2.sortKey IS NOT NULL
AND dst2.stanceId IS NOT NULL
WITH dst2, dst2.monthKey AS c3k0, dst2.sortKey AS c3k1, dst2.stanceId AS c3k2
ORDER BY dst2.outletId, c3k0, c3k1, c3k2
LIMIT $p1
CALL (dst2) {
MATCH (dst4)-[c4:PROVIDED_BY]->()
WHERE c4.outletId = dst2.outletId
AND c4.stanceId = dst2.stanceId
AND c4.narrativeId IS NOT NULL
AND c4.lastVersion IS NULL
AND c4.publishedKey >= coalesce(dst2.month, '')
AND c4.publishedKey <= coalesce(dst2.month + '~', '')
AND NOT EXISTS {
MATCH (dst4)-[t4:PROVIDED_BY]->()
WHERE t4.outletId = c4.outletId
AND t4.lastVersion IS NULL
AND t4.position < c4.position
}
WITH dst4, c4.publishedKey AS c5k0, c4.narrativeId AS c5k1
ORDER BY c4.outletId DESC, c4.stanceId DESC, c5k0 DESC, c5k1 DESC
LIMIT $p2
CALL (dst4) {
MATCH (dst4)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst6:Story)
WHERE TRUE
WITH dst6
LIMIT 1
RETURN collect([dst6.title]) AS c7
}
RETURN collect([[dst4.text, c7]]) AS c5
}
RETURN collect([[[dst2.stance, dst2.month, dst2.narrativeCount, [c5, dst2.narrativeCount]]]]) AS c3
}
CALL (dst1) {
MATCH (dst8:StancePeriod)
WHERE dst8.outletId = dst1.id
AND dst8.monthKey IS NOT NULL
AND dst8.sortKey IS NOT NULL
AND dst8.stanceId IS NOT NULL
AND (dst8.stance = $p3)
WITH dst8, dst8.monthKey AS c9k0, dst8.sortKey AS c9k1, dst8.stanceId AS c9k2
ORDER BY dst8.outletId, c9k0, c9k1, c9k2
LIMIT $p4
RETURN collect([[dst8.narrativeCount]]) AS c9
}
CALL (dst1) {
MATCH (dst11:StancePeriod)
WHERE dst11.outletId = dst1.id
AND dst11.monthKey IS NOT NULL
AND dst11.sortKey IS NOT NULL
AND dst11.stanceId IS NOT NULL
AND (dst11.stance = $p3)
RETURN count(*) AS t10
}
RETURN collect([[c3, COUNT { (dst1)-[:OUTLET_STANCE]->()
}], [c9, t10]]) AS c12
}
RETURN c12 AS result;

// radio: p0='fenradio', p1=20, p2=1
CALL () {
MATCH (a1:Alias {kind: 'OUTLET', foldedKey: left($p0, 1000)})-[:NAMES]->(dst1:Outlet)
WHERE a1.folded = $p0
AND dst1.storyCount + dst1.attributionCount > 0
WITH DISTINCT dst1
ORDER BY dst1.storyCount DESC, dst1.id
LIMIT 1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH (dst2:StancePeriod)
WHERE dst2.outletId = dst1.id
AND dst2.monthKey IS NOT NULL
AND dst2.sortKey IS NOT NULL
AND dst2.stanceId IS NOT NULL
WITH dst2, dst2.monthKey AS c3k0, dst2.sortKey AS c3k1, dst2.stanceId AS c3k2
ORDER BY dst2.outletId, c3k0, c3k1, c3k2
LIMIT $p1
CALL (dst2) {
MATCH (dst4)-[c4:PROVIDED_BY]->()
WHERE c4.outletId = dst2.outletId
AND c4.stanceId = dst2.stanceId
AND c4.narrativeId IS NOT NULL
AND c4.lastVersion IS NULL
AND c4.publishedKey >= coalesce(dst2.month, '')
AND c4.publishedKey <= coalesce(dst2.month + '~', '')
AND NOT EXISTS {
MATCH (dst4)-[t4:PROVIDED_BY]->()
WHERE t4.outletId = c4.outletId
AND t4.lastVersion IS NULL
AND t4.position < c4.position
}
WITH dst4, c4.publishedKey AS c5k0, c4.narrativeId AS c5k1
ORDER BY c4.outletId DESC, c4.stanceId DESC, c5k0 DESC, c5k1 DESC
LIMIT $p2
RETURN collect([[dst4.text]]) AS c5
}
RETURN collect([[dst2.stance, dst2.month, dst2.narrativeCount, [c5, dst2.narrativeCount]]]) AS c3
}
RETURN collect([[c3, null]]) AS c6
}
RETURN c6 AS result;

// blatt: p0='zelnablatt', p1=20, p2=20
CALL () {
MATCH (a1:Alias {kind: 'OUTLET', foldedKey: left($p0, 1000)})-[:NAMES]->(dst1:Outlet)
WHERE a1.folded = $p0
AND dst1.storyCount + dst1.attributionCount > 0
WITH DISTINCT dst1
ORDER BY dst1.storyCount DESC, dst1.id
LIMIT 1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH (dst2)-[c2:PROVIDED_BY]->()
WHERE c2.outletId = dst1.id
AND c2.publishedKey IS NOT NULL
AND c2.narrativeId IS NOT NULL
AND c2.lastVersion IS NULL
AND NOT EXISTS {
MATCH (dst2)-[t2:PROVIDED_BY]->()
WHERE t2.outletId = c2.outletId
AND t2.lastVersion IS NULL
AND t2.position < c2.position
}
WITH dst2, c2.publishedKey AS c3k0, c2.narrativeId AS c3k1
ORDER BY c2.outletId DESC, c3k0 DESC, c3k1 DESC
LIMIT $p1
RETURN collect([]) AS c3
}
CALL (dst1) {
MATCH (dst5)-[c5:PROVIDED_BY]->()
WHERE c5.outletId = dst1.id
AND c5.publishedKey IS NOT NULL
AND c5.narrativeId IS NOT NULL
AND c5.lastVersion IS NULL
AND NOT EXISTS {
MATCH (dst5)-[t5:PROVIDED_BY]->()
WHERE t5.outletId = c5.outletId
AND t5.lastVersion IS NULL
AND t5.position < c5.position
}
RETURN count(*) AS t4
}
CALL (dst1) {
MATCH (dst6:StancePeriod)
WHERE dst6.outletId = dst1.id
AND dst6.monthKey IS NOT NULL
AND dst6.sortKey IS NOT NULL
AND dst6.stanceId IS NOT NULL
WITH dst6, dst6.monthKey AS c7k0, dst6.sortKey AS c7k1, dst6.stanceId AS c7k2
ORDER BY dst6.outletId, c7k0, c7k1, c7k2
LIMIT $p2
RETURN collect([[dst6.stance]]) AS c7
}
RETURN collect([[c3, t4], [c7, COUNT { (dst1)-[:OUTLET_STANCE]->()
}]]) AS c8
}
RETURN c8 AS result;
