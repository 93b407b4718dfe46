// story: p0='news.example/survey', p1=20, p2=20, p3=2, p4=1, p5=1, p6=3
CALL () {
MATCH (dst1:Story)
WHERE dst1.addressKey = left($p0, 1000)
AND dst1.id IS NOT NULL
AND dst1.address = $p0
WITH dst1
ORDER BY dst1.id
LIMIT 1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
MATCH (dst1)-[:HAS_REVISION]->(dst2:Revision)
WHERE TRUE
WITH dst2, dst2.number AS c3k0, dst2.id AS c3k1
ORDER BY c3k0, c3k1
LIMIT $p1
CALL (dst2) {
MATCH (dst2)<-[:HAS_REVISION]-(story4:Story)
WITH story4, dst2.number - 1 AS old4, dst2.number AS new4
MATCH (story4)-[:HAS_REVISION]->(a4:Revision {number: old4})
MATCH (story4)-[:HAS_REVISION]->(b4:Revision {number: new4})
CALL (story4, old4, new4) {
MATCH (story4)-[:HAS_FACT]->(f4:Fact) OPTIONAL
MATCH (f4)-[c4:CITES]->(o4:Outlet)
WITH f4, f4.firstVersion <= old4
AND coalesce(f4.lastVersion, old4) >= old4 AS was4, f4.firstVersion <= new4
AND coalesce(f4.lastVersion, new4) >= new4 AS now4, collect(CASE WHEN o4 IS NOT NULL THEN {outlet: o4, label: c4.label, place: c4.position, was: c4.firstVersion <= old4
AND coalesce(c4.lastVersion, old4) >= old4, now: c4.firstVersion <= new4
AND coalesce(c4.lastVersion, new4) >= new4} END) AS cites4
WITH collect(CASE WHEN was4 THEN {node: f4, id: f4.id, cites: [x4 IN cites4
WHERE x4.was]} END) AS facts4, collect(CASE WHEN now4 THEN {node: f4, id: f4.id, cites: [x4 IN cites4
WHERE x4.now]} END) AS others4
WITH facts4, others4, [x4 IN facts4 | x4.id] AS wasIds4, [x4 IN others4 | x4.id] AS nowIds4
RETURN [x4 IN facts4
WHERE NOT x4.id IN nowIds4] AS gone4, [x4 IN others4
WHERE NOT x4.id IN wasIds4] AS come4, [x4 IN facts4
WHERE x4.id IN nowIds4] AS kept4, [x4 IN others4
WHERE x4.id IN wasIds4] AS keeps4
}
CALL (gone4, come4) {
UNWIND gone4 AS x4
UNWIND come4 AS y4
WITH x4, y4, x4.node AS g4, y4.node AS n4
MATCH (g4)-[:WORDED]->(u4:Wording)
MATCH (n4)-[:WORDED]->(w4:Wording) OPTIONAL
MATCH (u4)-[p4:LIKE|CONTRADICTS]-(w4)
WITH x4, y4, g4, n4, p4
WHERE p4 IS NOT NULL OR (g4.position = n4.position
AND size(x4.cites) > 0
AND ALL(i4 IN x4.cites
WHERE ANY(j4 IN y4.cites
WHERE j4.outlet = i4.outlet))
AND ALL(j4 IN y4.cites
WHERE ANY(i4 IN x4.cites
WHERE j4.outlet = i4.outlet)))
WITH collect({gone: g4, come: n4, score: p4.score, rank: coalesce(p4.score, -1.0), differs: p4.differs}) AS alike4
RETURN [x4 IN alike4
WHERE NONE(y4 IN alike4
WHERE y4.gone = x4.gone
AND (y4.rank > x4.rank OR (y4.rank = x4.rank
AND (y4.come.position < x4.come.position OR (y4.come.position = x4.come.position
AND y4.come.id < x4.come.id)))))
AND NONE(y4 IN alike4
WHERE y4.come = x4.come
AND (y4.rank > x4.rank OR (y4.rank = x4.rank
AND (y4.gone.position < x4.gone.position OR (y4.gone.position = x4.gone.position
AND y4.gone.id < x4.gone.id)))))] AS reworded4
}
CALL (kept4, keeps4) {
UNWIND kept4 AS x4
UNWIND keeps4 AS y4
WITH x4, y4
WHERE x4.id = y4.id
UNWIND [i4 IN x4.cites
WHERE NONE(j4 IN y4.cites
WHERE j4.outlet = i4.outlet
AND j4.label = i4.label) | {kind: 'DROPPED', edge: i4}] + [j4 IN y4.cites
WHERE NONE(i4 IN x4.cites
WHERE i4.outlet = j4.outlet
AND i4.label = j4.label) | {kind: 'ADDED', edge: j4}] AS z4
WITH y4.node AS n4, z4.kind AS kind4, z4.edge.outlet AS o4, z4.edge.label AS l4, min(z4.edge.place) AS p4
RETURN collect({part: 4, what: 'CITATION', kind: kind4, before: CASE kind4 WHEN 'DROPPED' THEN l4 END, after: CASE kind4 WHEN 'ADDED' THEN l4 END, of: n4.text, position: n4.position, fact: n4, outlet: o4, id: n4.id, place: p4}) AS citations4
}
CALL (story4, old4, new4) {
MATCH (story4)-[l4:LISTS]->(o4:Outlet)
WITH o4, l4, l4.firstVersion <= old4
AND coalesce(l4.lastVersion, old4) >= old4 AS was4, l4.firstVersion <= new4
AND coalesce(l4.lastVersion, new4) >= new4 AS now4
WHERE was4 OR now4
WITH o4, l4.label AS label4, min(l4.position) AS p4, collect(was4) AS wasAny4, collect(now4) AS nowAny4
WITH o4, label4, p4, true IN wasAny4 AS was4, true IN nowAny4 AS now4
WHERE was4 <> now4
RETURN collect({part: 5, what: 'SOURCE', kind: CASE WHEN was4 THEN 'DROPPED' ELSE 'ADDED' END, before: CASE WHEN was4 THEN label4 END, after: CASE WHEN now4 THEN label4 END, position: p4, outlet: o4, id: '', place: 0}) AS sources4
}
CALL (story4, old4, new4) {
MATCH (story4)-[:HAS_NARRATIVE]->(x4:Narrative)
WITH x4
ORDER BY x4.position, x4.id
WITH collect(CASE WHEN x4.firstVersion <= old4
AND coalesce(x4.lastVersion, old4) >= old4 THEN x4 END) AS was4, collect(CASE WHEN x4.firstVersion <= new4
AND coalesce(x4.lastVersion, new4) >= new4 THEN x4 END) AS now4
WITH [x4 IN was4
WHERE NONE(y4 IN now4
WHERE y4.id = x4.id)] AS lost4, [x4 IN now4
WHERE NONE(y4 IN was4
WHERE y4.id = x4.id)] AS found4
UNWIND [x4 IN lost4 + found4 | x4.label] AS label4
WITH DISTINCT label4, [x4 IN lost4
WHERE x4.label = label4] AS gs4, [x4 IN found4
WHERE x4.label = label4] AS ns4
UNWIND range(0, CASE WHEN size(gs4) > size(ns4) THEN size(gs4) ELSE size(ns4) END - 1) AS i4
WITH label4, gs4[i4] AS g4, ns4[i4] AS n4
WITH label4, g4, n4, coalesce(n4, g4) AS it4
RETURN collect({part: 6, what: 'NARRATIVE', kind: CASE WHEN g4 IS NULL THEN 'ADDED' WHEN n4 IS NULL THEN 'DROPPED' ELSE 'REWORDED' END, before: g4.text, after: n4.text, of: label4, position: it4.position, id: it4.id, place: 0}) AS narratives4
}
CALL (story4, old4, new4) {
MATCH (story4)-[:HAS_FORECAST]->(x4:Forecast)
WITH x4.id AS i4, collect(CASE WHEN x4.firstVersion <= old4
AND coalesce(x4.lastVersion, old4) >= old4 THEN x4 END)[0] AS g4, collect(CASE WHEN x4.firstVersion <= new4
AND coalesce(x4.lastVersion, new4) >= new4 THEN x4 END)[0] AS n4
WITH i4, g4, n4, coalesce(n4, g4) AS it4
WHERE (g4 IS NULL) <> (n4 IS NULL) OR g4.probability <> n4.probability
RETURN collect({part: 7, what: 'FORECAST', kind: CASE WHEN g4 IS NULL THEN 'ADDED' WHEN n4 IS NULL THEN 'DROPPED' ELSE 'REWORDED' END, before: g4.question, after: n4.question, position: it4.position, probabilityBefore: g4.probability, probabilityAfter: n4.probability, id: i4, place: 0}) AS forecasts4
}
UNWIND CASE WHEN a4.title <> b4.title THEN [{part: 1, what: 'TITLE', kind: 'REWORDED', before: a4.title, after: b4.title, id: '', place: 0}] ELSE [] END + CASE WHEN coalesce(a4.lead <> b4.lead, (a4.lead IS NULL) <> (b4.lead IS NULL)) THEN [{part: 2, what: 'LEAD', kind: CASE WHEN a4.lead IS NULL THEN 'ADDED' WHEN b4.lead IS NULL THEN 'DROPPED' ELSE 'REWORDED' END, before: a4.lead, after: b4.lead, id: '', place: 0}] ELSE [] END + [x4 IN reworded4 | {part: 3, what: 'FACT', kind: 'REWORDED', before: x4.gone.text, after: x4.come.text, position: x4.come.position, score: x4.score, differs: x4.differs, fact: x4.come, id: x4.come.id, place: 0}] + [x4 IN gone4
WHERE NONE(y4 IN reworded4
WHERE y4.gone = x4.node) | {part: 3, what: 'FACT', kind: 'DROPPED', before: x4.node.text, position: x4.node.position, fact: x4.node, id: x4.id, place: 0}] + [x4 IN come4
WHERE NONE(y4 IN reworded4
WHERE y4.come = x4.node) | {part: 3, what: 'FACT', kind: 'ADDED', after: x4.node.text, position: x4.node.position, fact: x4.node, id: x4.id, place: 0}] + citations4 + sources4 + narratives4 + forecasts4 AS dst4
WITH dst4
WHERE TRUE
WITH dst4
ORDER BY dst4.part, dst4.position, dst4.kind, dst4.id, dst4.place
CALL (dst4) {
WITH dst4.fact AS dst5
WHERE dst5 IS NOT NULL
WITH dst5
LIMIT 1
CALL (dst5) {
MATCH (dst5)-[e6:CITES]->(dst6:Outlet)
WHERE coalesce(e6.lastVersion, 0) = coalesce(dst5.lastVersion, 0)
WITH dst6, e6, e6.position AS c7k0, dst6.id AS c7k1
ORDER BY c7k0, c7k1
LIMIT $p2
RETURN collect([[dst6.name]]) AS c7
}
RETURN collect([dst5.text, [c7, null]]) AS c8
}
CALL (dst4) {
WITH dst4.outlet AS dst9
WHERE dst9 IS NOT NULL
WITH dst9
LIMIT 1
RETURN collect([dst9.name]) AS c10
}
RETURN collect([dst4.kind, dst4.what, dst4.before, dst4.after, dst4.of, dst4.position, dst4.score, dst4.differs, dst4.probabilityBefore, dst4.probabilityAfter, c8, c10]) AS c11
}
RETURN collect([[dst2.number, c11]]) AS c3
}
CALL (dst1) {
WITH dst1 AS story12, $p3 AS old12, $p4 AS new12
MATCH (story12)-[:HAS_REVISION]->(a12:Revision {number: old12})
MATCH (story12)-[:HAS_REVISION]->(b12:Revision {number: new12})
CALL (story12, old12, new12) {
MATCH (story12)-[:HAS_FACT]->(f12:Fact) OPTIONAL
MATCH (f12)-[c12:CITES]->(o12:Outlet)
WITH f12, f12.firstVersion <= old12
AND coalesce(f12.lastVersion, old12) >= old12 AS was12, f12.firstVersion <= new12
AND coalesce(f12.lastVersion, new12) >= new12 AS now12, collect(CASE WHEN o12 IS NOT NULL THEN {outlet: o12, label: c12.label, place: c12.position, was: c12.firstVersion <= old12
AND coalesce(c12.lastVersion, old12) >= old12, now: c12.firstVersion <= new12
AND coalesce(c12.lastVersion, new12) >= new12} END) AS cites12
WITH collect(CASE WHEN was12 THEN {node: f12, id: f12.id, cites: [x12 IN cites12
WHERE x12.was]} END) AS facts12, collect(CASE WHEN now12 THEN {node: f12, id: f12.id, cites: [x12 IN cites12
WHERE x12.now]} END) AS others12
WITH facts12, others12, [x12 IN facts12 | x12.id] AS wasIds12, [x12 IN others12 | x12.id] AS nowIds12
RETURN [x12 IN facts12
WHERE NOT x12.id IN nowIds12] AS gone12, [x12 IN others12
WHERE NOT x12.id IN wasIds12] AS come12, [x12 IN facts12
WHERE x12.id IN nowIds12] AS kept12, [x12 IN others12
WHERE x12.id IN wasIds12] AS keeps12
}
CALL (gone12, come12) {
UNWIND gone12 AS x12
UNWIND come12 AS y12
WITH x12, y12, x12.node AS g12, y12.node AS n12
MATCH (g12)-[:WORDED]->(u12:Wording)
MATCH (n12)-[:WORDED]->(w12:Wording) OPTIONAL
MATCH (u12)-[p12:LIKE|CONTRADICTS]-(w12)
WITH x12, y12, g12, n12, p12
WHERE p12 IS NOT NULL OR (g12.position = n12.position
AND size(x12.cites) > 0
AND ALL(i12 IN x12.cites
WHERE ANY(j12 IN y12.cites
WHERE j12.outlet = i12.outlet))
AND ALL(j12 IN y12.cites
WHERE ANY(i12 IN x12.cites
WHERE j12.outlet = i12.outlet)))
WITH collect({gone: g12, come: n12, score: p12.score, rank: coalesce(p12.score, -1.0), differs: p12.differs}) AS alike12
RETURN [x12 IN alike12
WHERE NONE(y12 IN alike12
WHERE y12.gone = x12.gone
AND (y12.rank > x12.rank OR (y12.rank = x12.rank
AND (y12.come.position < x12.come.position OR (y12.come.position = x12.come.position
AND y12.come.id < x12.come.id)))))
AND NONE(y12 IN alike12
WHERE y12.come = x12.come
AND (y12.rank > x12.rank OR (y12.rank = x12.rank
AND (y12.gone.position < x12.gone.position OR (y12.gone.position = x12.gone.position
AND y12.gone.id < x12.gone.id)))))] AS reworded12
}
CALL (kept12, keeps12) {
UNWIND kept12 AS x12
UNWIND keeps12 AS y12
WITH x12, y12
WHERE x12.id = y12.id
UNWIND [i12 IN x12.cites
WHERE NONE(j12 IN y12.cites
WHERE j12.outlet = i12.outlet
AND j12.label = i12.label) | {kind: 'DROPPED', edge: i12}] + [j12 IN y12.cites
WHERE NONE(i12 IN x12.cites
WHERE i12.outlet = j12.outlet
AND i12.label = j12.label) | {kind: 'ADDED', edge: j12}] AS z12
WITH y12.node AS n12, z12.kind AS kind12, z12.edge.outlet AS o12, z12.edge.label AS l12, min(z12.edge.place) AS p12
RETURN collect({part: 4, what: 'CITATION', kind: kind12, before: CASE kind12 WHEN 'DROPPED' THEN l12 END, after: CASE kind12 WHEN 'ADDED' THEN l12 END, of: n12.text, position: n12.position, fact: n12, outlet: o12, id: n12.id, place: p12}) AS citations12
}
CALL (story12, old12, new12) {
MATCH (story12)-[l12:LISTS]->(o12:Outlet)
WITH o12, l12, l12.firstVersion <= old12
AND coalesce(l12.lastVersion, old12) >= old12 AS was12, l12.firstVersion <= new12
AND coalesce(l12.lastVersion, new12) >= new12 AS now12
WHERE was12 OR now12
WITH o12, l12.label AS label12, min(l12.position) AS p12, collect(was12) AS wasAny12, collect(now12) AS nowAny12
WITH o12, label12, p12, true IN wasAny12 AS was12, true IN nowAny12 AS now12
WHERE was12 <> now12
RETURN collect({part: 5, what: 'SOURCE', kind: CASE WHEN was12 THEN 'DROPPED' ELSE 'ADDED' END, before: CASE WHEN was12 THEN label12 END, after: CASE WHEN now12 THEN label12 END, position: p12, outlet: o12, id: '', place: 0}) AS sources12
}
CALL (story12, old12, new12) {
MATCH (story12)-[:HAS_NARRATIVE]->(x12:Narrative)
WITH x12
ORDER BY x12.position, x12.id
WITH collect(CASE WHEN x12.firstVersion <= old12
AND coalesce(x12.lastVersion, old12) >= old12 THEN x12 END) AS was12, collect(CASE WHEN x12.firstVersion <= new12
AND coalesce(x12.lastVersion, new12) >= new12 THEN x12 END) AS now12
WITH [x12 IN was12
WHERE NONE(y12 IN now12
WHERE y12.id = x12.id)] AS lost12, [x12 IN now12
WHERE NONE(y12 IN was12
WHERE y12.id = x12.id)] AS found12
UNWIND [x12 IN lost12 + found12 | x12.label] AS label12
WITH DISTINCT label12, [x12 IN lost12
WHERE x12.label = label12] AS gs12, [x12 IN found12
WHERE x12.label = label12] AS ns12
UNWIND range(0, CASE WHEN size(gs12) > size(ns12) THEN size(gs12) ELSE size(ns12) END - 1) AS i12
WITH label12, gs12[i12] AS g12, ns12[i12] AS n12
WITH label12, g12, n12, coalesce(n12, g12) AS it12
RETURN collect({part: 6, what: 'NARRATIVE', kind: CASE WHEN g12 IS NULL THEN 'ADDED' WHEN n12 IS NULL THEN 'DROPPED' ELSE 'REWORDED' END, before: g12.text, after: n12.text, of: label12, position: it12.position, id: it12.id, place: 0}) AS narratives12
}
CALL (story12, old12, new12) {
MATCH (story12)-[:HAS_FORECAST]->(x12:Forecast)
WITH x12.id AS i12, collect(CASE WHEN x12.firstVersion <= old12
AND coalesce(x12.lastVersion, old12) >= old12 THEN x12 END)[0] AS g12, collect(CASE WHEN x12.firstVersion <= new12
AND coalesce(x12.lastVersion, new12) >= new12 THEN x12 END)[0] AS n12
WITH i12, g12, n12, coalesce(n12, g12) AS it12
WHERE (g12 IS NULL) <> (n12 IS NULL) OR g12.probability <> n12.probability
RETURN collect({part: 7, what: 'FORECAST', kind: CASE WHEN g12 IS NULL THEN 'ADDED' WHEN n12 IS NULL THEN 'DROPPED' ELSE 'REWORDED' END, before: g12.question, after: n12.question, position: it12.position, probabilityBefore: g12.probability, probabilityAfter: n12.probability, id: i12, place: 0}) AS forecasts12
}
UNWIND CASE WHEN a12.title <> b12.title THEN [{part: 1, what: 'TITLE', kind: 'REWORDED', before: a12.title, after: b12.title, id: '', place: 0}] ELSE [] END + CASE WHEN coalesce(a12.lead <> b12.lead, (a12.lead IS NULL) <> (b12.lead IS NULL)) THEN [{part: 2, what: 'LEAD', kind: CASE WHEN a12.lead IS NULL THEN 'ADDED' WHEN b12.lead IS NULL THEN 'DROPPED' ELSE 'REWORDED' END, before: a12.lead, after: b12.lead, id: '', place: 0}] ELSE [] END + [x12 IN reworded12 | {part: 3, what: 'FACT', kind: 'REWORDED', before: x12.gone.text, after: x12.come.text, position: x12.come.position, score: x12.score, differs: x12.differs, fact: x12.come, id: x12.come.id, place: 0}] + [x12 IN gone12
WHERE NONE(y12 IN reworded12
WHERE y12.gone = x12.node) | {part: 3, what: 'FACT', kind: 'DROPPED', before: x12.node.text, position: x12.node.position, fact: x12.node, id: x12.id, place: 0}] + [x12 IN come12
WHERE NONE(y12 IN reworded12
WHERE y12.come = x12.node) | {part: 3, what: 'FACT', kind: 'ADDED', after: x12.node.text, position: x12.node.position, fact: x12.node, id: x12.id, place: 0}] + citations12 + sources12 + narratives12 + forecasts12 AS dst12
WITH dst12
WHERE TRUE
WITH dst12
ORDER BY dst12.part, dst12.position, dst12.kind, dst12.id, dst12.place
CALL (dst12) {
WITH dst12.outlet AS dst13
WHERE dst13 IS NOT NULL
WITH dst13
LIMIT 1
RETURN collect([dst13.name]) AS c14
}
RETURN collect([dst12.kind, dst12.what, dst12.before, dst12.after, c14]) AS c15
}
CALL (dst1) {
WITH dst1 AS story16, $p5 AS old16, $p6 AS new16
MATCH (story16)-[:HAS_REVISION]->(a16:Revision {number: old16})
MATCH (story16)-[:HAS_REVISION]->(b16:Revision {number: new16})
CALL (story16, old16, new16) {
MATCH (story16)-[:HAS_FACT]->(f16:Fact) OPTIONAL
MATCH (f16)-[c16:CITES]->(o16:Outlet)
WITH f16, f16.firstVersion <= old16
AND coalesce(f16.lastVersion, old16) >= old16 AS was16, f16.firstVersion <= new16
AND coalesce(f16.lastVersion, new16) >= new16 AS now16, collect(CASE WHEN o16 IS NOT NULL THEN {outlet: o16, label: c16.label, place: c16.position, was: c16.firstVersion <= old16
AND coalesce(c16.lastVersion, old16) >= old16, now: c16.firstVersion <= new16
AND coalesce(c16.lastVersion, new16) >= new16} END) AS cites16
WITH collect(CASE WHEN was16 THEN {node: f16, id: f16.id, cites: [x16 IN cites16
WHERE x16.was]} END) AS facts16, collect(CASE WHEN now16 THEN {node: f16, id: f16.id, cites: [x16 IN cites16
WHERE x16.now]} END) AS others16
WITH facts16, others16, [x16 IN facts16 | x16.id] AS wasIds16, [x16 IN others16 | x16.id] AS nowIds16
RETURN [x16 IN facts16
WHERE NOT x16.id IN nowIds16] AS gone16, [x16 IN others16
WHERE NOT x16.id IN wasIds16] AS come16, [x16 IN facts16
WHERE x16.id IN nowIds16] AS kept16, [x16 IN others16
WHERE x16.id IN wasIds16] AS keeps16
}
CALL (gone16, come16) {
UNWIND gone16 AS x16
UNWIND come16 AS y16
WITH x16, y16, x16.node AS g16, y16.node AS n16
MATCH (g16)-[:WORDED]->(u16:Wording)
MATCH (n16)-[:WORDED]->(w16:Wording) OPTIONAL
MATCH (u16)-[p16:LIKE|CONTRADICTS]-(w16)
WITH x16, y16, g16, n16, p16
WHERE p16 IS NOT NULL OR (g16.position = n16.position
AND size(x16.cites) > 0
AND ALL(i16 IN x16.cites
WHERE ANY(j16 IN y16.cites
WHERE j16.outlet = i16.outlet))
AND ALL(j16 IN y16.cites
WHERE ANY(i16 IN x16.cites
WHERE j16.outlet = i16.outlet)))
WITH collect({gone: g16, come: n16, score: p16.score, rank: coalesce(p16.score, -1.0), differs: p16.differs}) AS alike16
RETURN [x16 IN alike16
WHERE NONE(y16 IN alike16
WHERE y16.gone = x16.gone
AND (y16.rank > x16.rank OR (y16.rank = x16.rank
AND (y16.come.position < x16.come.position OR (y16.come.position = x16.come.position
AND y16.come.id < x16.come.id)))))
AND NONE(y16 IN alike16
WHERE y16.come = x16.come
AND (y16.rank > x16.rank OR (y16.rank = x16.rank
AND (y16.gone.position < x16.gone.position OR (y16.gone.position = x16.gone.position
AND y16.gone.id < x16.gone.id)))))] AS reworded16
}
CALL (kept16, keeps16) {
UNWIND kept16 AS x16
UNWIND keeps16 AS y16
WITH x16, y16
WHERE x16.id = y16.id
UNWIND [i16 IN x16.cites
WHERE NONE(j16 IN y16.cites
WHERE j16.outlet = i16.outlet
AND j16.label = i16.label) | {kind: 'DROPPED', edge: i16}] + [j16 IN y16.cites
WHERE NONE(i16 IN x16.cites
WHERE i16.outlet = j16.outlet
AND i16.label = j16.label) | {kind: 'ADDED', edge: j16}] AS z16
WITH y16.node AS n16, z16.kind AS kind16, z16.edge.outlet AS o16, z16.edge.label AS l16, min(z16.edge.place) AS p16
RETURN collect({part: 4, what: 'CITATION', kind: kind16, before: CASE kind16 WHEN 'DROPPED' THEN l16 END, after: CASE kind16 WHEN 'ADDED' THEN l16 END, of: n16.text, position: n16.position, fact: n16, outlet: o16, id: n16.id, place: p16}) AS citations16
}
CALL (story16, old16, new16) {
MATCH (story16)-[l16:LISTS]->(o16:Outlet)
WITH o16, l16, l16.firstVersion <= old16
AND coalesce(l16.lastVersion, old16) >= old16 AS was16, l16.firstVersion <= new16
AND coalesce(l16.lastVersion, new16) >= new16 AS now16
WHERE was16 OR now16
WITH o16, l16.label AS label16, min(l16.position) AS p16, collect(was16) AS wasAny16, collect(now16) AS nowAny16
WITH o16, label16, p16, true IN wasAny16 AS was16, true IN nowAny16 AS now16
WHERE was16 <> now16
RETURN collect({part: 5, what: 'SOURCE', kind: CASE WHEN was16 THEN 'DROPPED' ELSE 'ADDED' END, before: CASE WHEN was16 THEN label16 END, after: CASE WHEN now16 THEN label16 END, position: p16, outlet: o16, id: '', place: 0}) AS sources16
}
CALL (story16, old16, new16) {
MATCH (story16)-[:HAS_NARRATIVE]->(x16:Narrative)
WITH x16
ORDER BY x16.position, x16.id
WITH collect(CASE WHEN x16.firstVersion <= old16
AND coalesce(x16.lastVersion, old16) >= old16 THEN x16 END) AS was16, collect(CASE WHEN x16.firstVersion <= new16
AND coalesce(x16.lastVersion, new16) >= new16 THEN x16 END) AS now16
WITH [x16 IN was16
WHERE NONE(y16 IN now16
WHERE y16.id = x16.id)] AS lost16, [x16 IN now16
WHERE NONE(y16 IN was16
WHERE y16.id = x16.id)] AS found16
UNWIND [x16 IN lost16 + found16 | x16.label] AS label16
WITH DISTINCT label16, [x16 IN lost16
WHERE x16.label = label16] AS gs16, [x16 IN found16
WHERE x16.label = label16] AS ns16
UNWIND range(0, CASE WHEN size(gs16) > size(ns16) THEN size(gs16) ELSE size(ns16) END - 1) AS i16
WITH label16, gs16[i16] AS g16, ns16[i16] AS n16
WITH label16, g16, n16, coalesce(n16, g16) AS it16
RETURN collect({part: 6, what: 'NARRATIVE', kind: CASE WHEN g16 IS NULL THEN 'ADDED' WHEN n16 IS NULL THEN 'DROPPED' ELSE 'REWORDED' END, before: g16.text, after: n16.text, of: label16, position: it16.position, id: it16.id, place: 0}) AS narratives16
}
CALL (story16, old16, new16) {
MATCH (story16)-[:HAS_FORECAST]->(x16:Forecast)
WITH x16.id AS i16, collect(CASE WHEN x16.firstVersion <= old16
AND coalesce(x16.lastVersion, old16) >= old16 THEN x16 END)[0] AS g16, collect(CASE WHEN x16.firstVersion <= new16
AND coalesce(x16.lastVersion, new16) >= new16 THEN x16 END)[0] AS n16
WITH i16, g16, n16, coalesce(n16, g16) AS it16
WHERE (g16 IS NULL) <> (n16 IS NULL) OR g16.probability <> n16.probability
RETURN collect({part: 7, what: 'FORECAST', kind: CASE WHEN g16 IS NULL THEN 'ADDED' WHEN n16 IS NULL THEN 'DROPPED' ELSE 'REWORDED' END, before: g16.question, after: n16.question, position: it16.position, probabilityBefore: g16.probability, probabilityAfter: n16.probability, id: i16, place: 0}) AS forecasts16
}
UNWIND CASE WHEN a16.title <> b16.title THEN [{part: 1, what: 'TITLE', kind: 'REWORDED', before: a16.title, after: b16.title, id: '', place: 0}] ELSE [] END + CASE WHEN coalesce(a16.lead <> b16.lead, (a16.lead IS NULL) <> (b16.lead IS NULL)) THEN [{part: 2, what: 'LEAD', kind: CASE WHEN a16.lead IS NULL THEN 'ADDED' WHEN b16.lead IS NULL THEN 'DROPPED' ELSE 'REWORDED' END, before: a16.lead, after: b16.lead, id: '', place: 0}] ELSE [] END + [x16 IN reworded16 | {part: 3, what: 'FACT', kind: 'REWORDED', before: x16.gone.text, after: x16.come.text, position: x16.come.position, score: x16.score, differs: x16.differs, fact: x16.come, id: x16.come.id, place: 0}] + [x16 IN gone16
WHERE NONE(y16 IN reworded16
WHERE y16.gone = x16.node) | {part: 3, what: 'FACT', kind: 'DROPPED', before: x16.node.text, position: x16.node.position, fact: x16.node, id: x16.id, place: 0}] + [x16 IN come16
WHERE NONE(y16 IN reworded16
WHERE y16.come = x16.node) | {part: 3, what: 'FACT', kind: 'ADDED', after: x16.node.text, position: x16.node.position, fact: x16.node, id: x16.id, place: 0}] + citations16 + sources16 + narratives16 + forecasts16 AS dst16
WITH dst16
WHERE TRUE
WITH dst16
ORDER BY dst16.part, dst16.position, dst16.kind, dst16.id, dst16.place
RETURN collect([dst16.kind]) AS c17
}
RETURN collect([[c3, null], c15, c17]) AS c18
}
RETURN c18 AS result;
