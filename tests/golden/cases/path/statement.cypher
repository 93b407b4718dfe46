// path: p0='pe_abd3ab936ba3761321d0375e', p1='ou_724724c017a8b9dfd8d95eb4', p2=6
CALL () { OPTIONAL
MATCH (m1:Moved {id: $p0}) OPTIONAL
MATCH (n1:Moved {id: $p1})
MATCH (a1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(m1.target, $p0)})
WHERE a1.lastVersion IS NULL
AND CASE WHEN a1:Claim THEN a1.factCount > 0 WHEN a1:Outlet THEN a1.storyCount + a1.attributionCount > 0 WHEN a1:Person THEN a1.storyCount > 0 ELSE TRUE END
MATCH (b1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(n1.target, $p1)})
WHERE b1.lastVersion IS NULL
AND CASE WHEN b1:Claim THEN b1.factCount > 0 WHEN b1:Outlet THEN b1.storyCount + b1.attributionCount > 0 WHEN b1:Person THEN b1.storyCount > 0 ELSE TRUE END
WITH reduce(s1 = {lefts: [[a1]], rights: [[b1]], met: CASE WHEN a1 = b1 THEN [a1] ELSE [] END}, hop1 IN range(1, $p2) | CASE WHEN size(s1.met) > 0 OR size(s1.lefts[-1]) = 0 OR size(s1.rights[-1]) = 0 THEN s1 ELSE [left1 IN [reduce(c1 = 0, x1 IN s1.lefts[-1] | c1 + COUNT { (x1)--()
}) <= reduce(c1 = 0, x1 IN s1.rights[-1] | c1 + COUNT { (x1)--()
})] | [levels1 IN [CASE WHEN left1 THEN s1.lefts ELSE s1.rights END] | [seen1 IN [levels1[-1] + coalesce(levels1[-2], [])] | [grown1 IN [COLLECT {
UNWIND levels1[-1] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1.lastVersion IS NULL
AND (NOT y1:Claim OR y1.factCount > 0)
AND NOT y1 IN seen1
RETURN DISTINCT y1
}] | CASE WHEN left1 THEN {lefts: s1.lefts + [grown1], rights: s1.rights, met: COLLECT {
UNWIND s1.rights[-1] AS y1
WITH y1
WHERE y1 IN grown1
RETURN y1
}} ELSE {lefts: s1.lefts, rights: s1.rights + [grown1], met: COLLECT {
UNWIND s1.lefts[-1] AS y1
WITH y1
WHERE y1 IN grown1
RETURN y1
}} END][0]][0]][0]][0] END) AS s1
WHERE size(s1.met) > 0
WITH s1, reduce(on1 = [s1.met], i1 IN range(size(s1.lefts) - 2, 1, -1) | [CASE WHEN reduce(c1 = 0, x1 IN on1[0] | c1 + COUNT { (x1)--()
}) <= reduce(c1 = 0, x1 IN s1.lefts[i1] | c1 + COUNT { (x1)--()
}) THEN COLLECT {
UNWIND on1[0] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1 IN s1.lefts[i1]
RETURN DISTINCT y1
} ELSE COLLECT {
UNWIND s1.lefts[i1] AS y1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND x1 IN on1[0]
RETURN DISTINCT y1
} END] + on1) + reverse(s1.rights[..-1]) AS on1
WITH reduce(path1 = s1.lefts[0], level1 IN CASE size(s1.lefts) WHEN 1 THEN on1[1..] ELSE on1 END | path1 + COLLECT {
WITH path1[-1] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1 IN level1
RETURN y1
ORDER BY y1.id
LIMIT 1
}) AS path1
WITH {length: size(path1) - 1, nodes: path1} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
UNWIND range(0, size(dst1.nodes) - 1) AS place2
WITH dst1.nodes[place2] AS dst2, place2
WHERE TRUE
WITH dst2
ORDER BY place2
CALL (dst2) {
WITH dst2
WHERE dst2:Story
RETURN [0, [null, dst2.id, dst2.title]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Fact
RETURN [1, [null, dst2.id, dst2.text]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Claim
RETURN [2, [null, dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Outlet
RETURN [3, [null, dst2.id, dst2.name]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Person
RETURN [4, [null, dst2.id, dst2.name]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Narrative
RETURN [5, [null, dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Forecast
RETURN [6, [null, dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Revision
RETURN [7, [null, dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Problem
RETURN [8, [null, dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Decision
RETURN [9, [null, dst2.id]] AS v3
}
RETURN collect(v3) AS c4
}
CALL (dst1) {
UNWIND range(0, size(dst1.nodes) - 2) AS place5
WITH place5, dst1.nodes[place5] AS a5, dst1.nodes[place5 + 1] AS b5
MATCH (a5)-[h5:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(b5)
WHERE h5.lastVersion IS NULL
AND (type(h5) <> 'CONFLICTS_WITH' OR startNode(h5).id < endNode(h5).id)
WITH place5, startNode(h5).id AS from5, endNode(h5).id AS to5, type(h5) AS k5, count(*) AS w5
WITH {place: place5, source: from5, target: to5, kind: k5, weight: w5} AS dst5
WHERE TRUE
WITH dst5
ORDER BY dst5.place, dst5.kind
RETURN collect([dst5.source, dst5.target, dst5.kind, dst5.weight]) AS c6
}
RETURN collect([dst1.length, c4, c6]) AS c7
}
RETURN c7 AS result;

// back: p0='ou_724724c017a8b9dfd8d95eb4', p1='pe_abd3ab936ba3761321d0375e', p2=6
CALL () { OPTIONAL
MATCH (m1:Moved {id: $p0}) OPTIONAL
MATCH (n1:Moved {id: $p1})
MATCH (a1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(m1.target, $p0)})
WHERE a1.lastVersion IS NULL
AND CASE WHEN a1:Claim THEN a1.factCount > 0 WHEN a1:Outlet THEN a1.storyCount + a1.attributionCount > 0 WHEN a1:Person THEN a1.storyCount > 0 ELSE TRUE END
MATCH (b1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(n1.target, $p1)})
WHERE b1.lastVersion IS NULL
AND CASE WHEN b1:Claim THEN b1.factCount > 0 WHEN b1:Outlet THEN b1.storyCount + b1.attributionCount > 0 WHEN b1:Person THEN b1.storyCount > 0 ELSE TRUE END
WITH reduce(s1 = {lefts: [[a1]], rights: [[b1]], met: CASE WHEN a1 = b1 THEN [a1] ELSE [] END}, hop1 IN range(1, $p2) | CASE WHEN size(s1.met) > 0 OR size(s1.lefts[-1]) = 0 OR size(s1.rights[-1]) = 0 THEN s1 ELSE [left1 IN [reduce(c1 = 0, x1 IN s1.lefts[-1] | c1 + COUNT { (x1)--()
}) <= reduce(c1 = 0, x1 IN s1.rights[-1] | c1 + COUNT { (x1)--()
})] | [levels1 IN [CASE WHEN left1 THEN s1.lefts ELSE s1.rights END] | [seen1 IN [levels1[-1] + coalesce(levels1[-2], [])] | [grown1 IN [COLLECT {
UNWIND levels1[-1] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1.lastVersion IS NULL
AND (NOT y1:Claim OR y1.factCount > 0)
AND NOT y1 IN seen1
RETURN DISTINCT y1
}] | CASE WHEN left1 THEN {lefts: s1.lefts + [grown1], rights: s1.rights, met: COLLECT {
UNWIND s1.rights[-1] AS y1
WITH y1
WHERE y1 IN grown1
RETURN y1
}} ELSE {lefts: s1.lefts, rights: s1.rights + [grown1], met: COLLECT {
UNWIND s1.lefts[-1] AS y1
WITH y1
WHERE y1 IN grown1
RETURN y1
}} END][0]][0]][0]][0] END) AS s1
WHERE size(s1.met) > 0
WITH s1, reduce(on1 = [s1.met], i1 IN range(size(s1.lefts) - 2, 1, -1) | [CASE WHEN reduce(c1 = 0, x1 IN on1[0] | c1 + COUNT { (x1)--()
}) <= reduce(c1 = 0, x1 IN s1.lefts[i1] | c1 + COUNT { (x1)--()
}) THEN COLLECT {
UNWIND on1[0] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1 IN s1.lefts[i1]
RETURN DISTINCT y1
} ELSE COLLECT {
UNWIND s1.lefts[i1] AS y1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND x1 IN on1[0]
RETURN DISTINCT y1
} END] + on1) + reverse(s1.rights[..-1]) AS on1
WITH reduce(path1 = s1.lefts[0], level1 IN CASE size(s1.lefts) WHEN 1 THEN on1[1..] ELSE on1 END | path1 + COLLECT {
WITH path1[-1] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1 IN level1
RETURN y1
ORDER BY y1.id
LIMIT 1
}) AS path1
WITH {length: size(path1) - 1, nodes: path1} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
UNWIND range(0, size(dst1.nodes) - 1) AS place2
WITH dst1.nodes[place2] AS dst2, place2
WHERE TRUE
WITH dst2
ORDER BY place2
CALL (dst2) {
WITH dst2
WHERE dst2:Story
RETURN [0, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Fact
RETURN [1, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Claim
RETURN [2, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Outlet
RETURN [3, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Person
RETURN [4, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Narrative
RETURN [5, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Forecast
RETURN [6, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Revision
RETURN [7, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Problem
RETURN [8, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Decision
RETURN [9, [dst2.id]] AS v3
}
RETURN collect(v3) AS c4
}
CALL (dst1) {
UNWIND range(0, size(dst1.nodes) - 2) AS place5
WITH place5, dst1.nodes[place5] AS a5, dst1.nodes[place5 + 1] AS b5
MATCH (a5)-[h5:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(b5)
WHERE h5.lastVersion IS NULL
AND (type(h5) <> 'CONFLICTS_WITH' OR startNode(h5).id < endNode(h5).id)
WITH place5, startNode(h5).id AS from5, endNode(h5).id AS to5, type(h5) AS k5, count(*) AS w5
WITH {place: place5, source: from5, target: to5, kind: k5, weight: w5} AS dst5
WHERE TRUE
WITH dst5
ORDER BY dst5.place, dst5.kind
RETURN collect([dst5.kind]) AS c6
}
RETURN collect([c4, c6]) AS c7
}
RETURN c7 AS result;

// short: p0='pe_abd3ab936ba3761321d0375e', p1='ou_724724c017a8b9dfd8d95eb4', p2=2
CALL () { OPTIONAL
MATCH (m1:Moved {id: $p0}) OPTIONAL
MATCH (n1:Moved {id: $p1})
MATCH (a1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(m1.target, $p0)})
WHERE a1.lastVersion IS NULL
AND CASE WHEN a1:Claim THEN a1.factCount > 0 WHEN a1:Outlet THEN a1.storyCount + a1.attributionCount > 0 WHEN a1:Person THEN a1.storyCount > 0 ELSE TRUE END
MATCH (b1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(n1.target, $p1)})
WHERE b1.lastVersion IS NULL
AND CASE WHEN b1:Claim THEN b1.factCount > 0 WHEN b1:Outlet THEN b1.storyCount + b1.attributionCount > 0 WHEN b1:Person THEN b1.storyCount > 0 ELSE TRUE END
WITH reduce(s1 = {lefts: [[a1]], rights: [[b1]], met: CASE WHEN a1 = b1 THEN [a1] ELSE [] END}, hop1 IN range(1, $p2) | CASE WHEN size(s1.met) > 0 OR size(s1.lefts[-1]) = 0 OR size(s1.rights[-1]) = 0 THEN s1 ELSE [left1 IN [reduce(c1 = 0, x1 IN s1.lefts[-1] | c1 + COUNT { (x1)--()
}) <= reduce(c1 = 0, x1 IN s1.rights[-1] | c1 + COUNT { (x1)--()
})] | [levels1 IN [CASE WHEN left1 THEN s1.lefts ELSE s1.rights END] | [seen1 IN [levels1[-1] + coalesce(levels1[-2], [])] | [grown1 IN [COLLECT {
UNWIND levels1[-1] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1.lastVersion IS NULL
AND (NOT y1:Claim OR y1.factCount > 0)
AND NOT y1 IN seen1
RETURN DISTINCT y1
}] | CASE WHEN left1 THEN {lefts: s1.lefts + [grown1], rights: s1.rights, met: COLLECT {
UNWIND s1.rights[-1] AS y1
WITH y1
WHERE y1 IN grown1
RETURN y1
}} ELSE {lefts: s1.lefts, rights: s1.rights + [grown1], met: COLLECT {
UNWIND s1.lefts[-1] AS y1
WITH y1
WHERE y1 IN grown1
RETURN y1
}} END][0]][0]][0]][0] END) AS s1
WHERE size(s1.met) > 0
WITH s1, reduce(on1 = [s1.met], i1 IN range(size(s1.lefts) - 2, 1, -1) | [CASE WHEN reduce(c1 = 0, x1 IN on1[0] | c1 + COUNT { (x1)--()
}) <= reduce(c1 = 0, x1 IN s1.lefts[i1] | c1 + COUNT { (x1)--()
}) THEN COLLECT {
UNWIND on1[0] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1 IN s1.lefts[i1]
RETURN DISTINCT y1
} ELSE COLLECT {
UNWIND s1.lefts[i1] AS y1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND x1 IN on1[0]
RETURN DISTINCT y1
} END] + on1) + reverse(s1.rights[..-1]) AS on1
WITH reduce(path1 = s1.lefts[0], level1 IN CASE size(s1.lefts) WHEN 1 THEN on1[1..] ELSE on1 END | path1 + COLLECT {
WITH path1[-1] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1 IN level1
RETURN y1
ORDER BY y1.id
LIMIT 1
}) AS path1
WITH {length: size(path1) - 1, nodes: path1} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
RETURN collect([dst1.length]) AS c2
}
RETURN c2 AS result;

// twice: p0='fa_0977163dd77e9b8c6baaeaeb', p1='ou_724724c017a8b9dfd8d95eb4', p2=6
CALL () { OPTIONAL
MATCH (m1:Moved {id: $p0}) OPTIONAL
MATCH (n1:Moved {id: $p1})
MATCH (a1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(m1.target, $p0)})
WHERE a1.lastVersion IS NULL
AND CASE WHEN a1:Claim THEN a1.factCount > 0 WHEN a1:Outlet THEN a1.storyCount + a1.attributionCount > 0 WHEN a1:Person THEN a1.storyCount > 0 ELSE TRUE END
MATCH (b1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(n1.target, $p1)})
WHERE b1.lastVersion IS NULL
AND CASE WHEN b1:Claim THEN b1.factCount > 0 WHEN b1:Outlet THEN b1.storyCount + b1.attributionCount > 0 WHEN b1:Person THEN b1.storyCount > 0 ELSE TRUE END
WITH reduce(s1 = {lefts: [[a1]], rights: [[b1]], met: CASE WHEN a1 = b1 THEN [a1] ELSE [] END}, hop1 IN range(1, $p2) | CASE WHEN size(s1.met) > 0 OR size(s1.lefts[-1]) = 0 OR size(s1.rights[-1]) = 0 THEN s1 ELSE [left1 IN [reduce(c1 = 0, x1 IN s1.lefts[-1] | c1 + COUNT { (x1)--()
}) <= reduce(c1 = 0, x1 IN s1.rights[-1] | c1 + COUNT { (x1)--()
})] | [levels1 IN [CASE WHEN left1 THEN s1.lefts ELSE s1.rights END] | [seen1 IN [levels1[-1] + coalesce(levels1[-2], [])] | [grown1 IN [COLLECT {
UNWIND levels1[-1] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1.lastVersion IS NULL
AND (NOT y1:Claim OR y1.factCount > 0)
AND NOT y1 IN seen1
RETURN DISTINCT y1
}] | CASE WHEN left1 THEN {lefts: s1.lefts + [grown1], rights: s1.rights, met: COLLECT {
UNWIND s1.rights[-1] AS y1
WITH y1
WHERE y1 IN grown1
RETURN y1
}} ELSE {lefts: s1.lefts, rights: s1.rights + [grown1], met: COLLECT {
UNWIND s1.lefts[-1] AS y1
WITH y1
WHERE y1 IN grown1
RETURN y1
}} END][0]][0]][0]][0] END) AS s1
WHERE size(s1.met) > 0
WITH s1, reduce(on1 = [s1.met], i1 IN range(size(s1.lefts) - 2, 1, -1) | [CASE WHEN reduce(c1 = 0, x1 IN on1[0] | c1 + COUNT { (x1)--()
}) <= reduce(c1 = 0, x1 IN s1.lefts[i1] | c1 + COUNT { (x1)--()
}) THEN COLLECT {
UNWIND on1[0] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1 IN s1.lefts[i1]
RETURN DISTINCT y1
} ELSE COLLECT {
UNWIND s1.lefts[i1] AS y1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND x1 IN on1[0]
RETURN DISTINCT y1
} END] + on1) + reverse(s1.rights[..-1]) AS on1
WITH reduce(path1 = s1.lefts[0], level1 IN CASE size(s1.lefts) WHEN 1 THEN on1[1..] ELSE on1 END | path1 + COLLECT {
WITH path1[-1] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1 IN level1
RETURN y1
ORDER BY y1.id
LIMIT 1
}) AS path1
WITH {length: size(path1) - 1, nodes: path1} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
UNWIND range(0, size(dst1.nodes) - 2) AS place2
WITH place2, dst1.nodes[place2] AS a2, dst1.nodes[place2 + 1] AS b2
MATCH (a2)-[h2:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(b2)
WHERE h2.lastVersion IS NULL
AND (type(h2) <> 'CONFLICTS_WITH' OR startNode(h2).id < endNode(h2).id)
WITH place2, startNode(h2).id AS from2, endNode(h2).id AS to2, type(h2) AS k2, count(*) AS w2
WITH {place: place2, source: from2, target: to2, kind: k2, weight: w2} AS dst2
WHERE TRUE
WITH dst2
ORDER BY dst2.place, dst2.kind
RETURN collect([dst2.kind, dst2.weight]) AS c3
}
RETURN collect([dst1.length, c3]) AS c4
}
RETURN c4 AS result;

// here: p0='pe_abd3ab936ba3761321d0375e', p1=1
CALL () { OPTIONAL
MATCH (m1:Moved {id: $p0}) OPTIONAL
MATCH (n1:Moved {id: $p0})
MATCH (a1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(m1.target, $p0)})
WHERE a1.lastVersion IS NULL
AND CASE WHEN a1:Claim THEN a1.factCount > 0 WHEN a1:Outlet THEN a1.storyCount + a1.attributionCount > 0 WHEN a1:Person THEN a1.storyCount > 0 ELSE TRUE END
MATCH (b1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(n1.target, $p0)})
WHERE b1.lastVersion IS NULL
AND CASE WHEN b1:Claim THEN b1.factCount > 0 WHEN b1:Outlet THEN b1.storyCount + b1.attributionCount > 0 WHEN b1:Person THEN b1.storyCount > 0 ELSE TRUE END
WITH reduce(s1 = {lefts: [[a1]], rights: [[b1]], met: CASE WHEN a1 = b1 THEN [a1] ELSE [] END}, hop1 IN range(1, $p1) | CASE WHEN size(s1.met) > 0 OR size(s1.lefts[-1]) = 0 OR size(s1.rights[-1]) = 0 THEN s1 ELSE [left1 IN [reduce(c1 = 0, x1 IN s1.lefts[-1] | c1 + COUNT { (x1)--()
}) <= reduce(c1 = 0, x1 IN s1.rights[-1] | c1 + COUNT { (x1)--()
})] | [levels1 IN [CASE WHEN left1 THEN s1.lefts ELSE s1.rights END] | [seen1 IN [levels1[-1] + coalesce(levels1[-2], [])] | [grown1 IN [COLLECT {
UNWIND levels1[-1] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1.lastVersion IS NULL
AND (NOT y1:Claim OR y1.factCount > 0)
AND NOT y1 IN seen1
RETURN DISTINCT y1
}] | CASE WHEN left1 THEN {lefts: s1.lefts + [grown1], rights: s1.rights, met: COLLECT {
UNWIND s1.rights[-1] AS y1
WITH y1
WHERE y1 IN grown1
RETURN y1
}} ELSE {lefts: s1.lefts, rights: s1.rights + [grown1], met: COLLECT {
UNWIND s1.lefts[-1] AS y1
WITH y1
WHERE y1 IN grown1
RETURN y1
}} END][0]][0]][0]][0] END) AS s1
WHERE size(s1.met) > 0
WITH s1, reduce(on1 = [s1.met], i1 IN range(size(s1.lefts) - 2, 1, -1) | [CASE WHEN reduce(c1 = 0, x1 IN on1[0] | c1 + COUNT { (x1)--()
}) <= reduce(c1 = 0, x1 IN s1.lefts[i1] | c1 + COUNT { (x1)--()
}) THEN COLLECT {
UNWIND on1[0] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1 IN s1.lefts[i1]
RETURN DISTINCT y1
} ELSE COLLECT {
UNWIND s1.lefts[i1] AS y1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND x1 IN on1[0]
RETURN DISTINCT y1
} END] + on1) + reverse(s1.rights[..-1]) AS on1
WITH reduce(path1 = s1.lefts[0], level1 IN CASE size(s1.lefts) WHEN 1 THEN on1[1..] ELSE on1 END | path1 + COLLECT {
WITH path1[-1] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1 IN level1
RETURN y1
ORDER BY y1.id
LIMIT 1
}) AS path1
WITH {length: size(path1) - 1, nodes: path1} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
CALL (dst1) {
UNWIND range(0, size(dst1.nodes) - 1) AS place2
WITH dst1.nodes[place2] AS dst2, place2
WHERE TRUE
WITH dst2
ORDER BY place2
CALL (dst2) {
WITH dst2
WHERE dst2:Story
RETURN [0, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Fact
RETURN [1, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Claim
RETURN [2, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Outlet
RETURN [3, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Person
RETURN [4, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Narrative
RETURN [5, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Forecast
RETURN [6, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Revision
RETURN [7, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Problem
RETURN [8, [dst2.id]] AS v3
UNION ALL
WITH dst2
WHERE dst2:Decision
RETURN [9, [dst2.id]] AS v3
}
RETURN collect(v3) AS c4
}
CALL (dst1) {
UNWIND range(0, size(dst1.nodes) - 2) AS place5
WITH place5, dst1.nodes[place5] AS a5, dst1.nodes[place5 + 1] AS b5
MATCH (a5)-[h5:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(b5)
WHERE h5.lastVersion IS NULL
AND (type(h5) <> 'CONFLICTS_WITH' OR startNode(h5).id < endNode(h5).id)
WITH place5, startNode(h5).id AS from5, endNode(h5).id AS to5, type(h5) AS k5, count(*) AS w5
WITH {place: place5, source: from5, target: to5, kind: k5, weight: w5} AS dst5
WHERE TRUE
WITH dst5
ORDER BY dst5.place, dst5.kind
RETURN collect([dst5.kind]) AS c6
}
RETURN collect([dst1.length, c4, c6]) AS c7
}
RETURN c7 AS result;

// nowhere: p0='pe_abd3ab936ba3761321d0375e', p1='fa_unknown', p2=6
CALL () { OPTIONAL
MATCH (m1:Moved {id: $p0}) OPTIONAL
MATCH (n1:Moved {id: $p1})
MATCH (a1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(m1.target, $p0)})
WHERE a1.lastVersion IS NULL
AND CASE WHEN a1:Claim THEN a1.factCount > 0 WHEN a1:Outlet THEN a1.storyCount + a1.attributionCount > 0 WHEN a1:Person THEN a1.storyCount > 0 ELSE TRUE END
MATCH (b1:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(n1.target, $p1)})
WHERE b1.lastVersion IS NULL
AND CASE WHEN b1:Claim THEN b1.factCount > 0 WHEN b1:Outlet THEN b1.storyCount + b1.attributionCount > 0 WHEN b1:Person THEN b1.storyCount > 0 ELSE TRUE END
WITH reduce(s1 = {lefts: [[a1]], rights: [[b1]], met: CASE WHEN a1 = b1 THEN [a1] ELSE [] END}, hop1 IN range(1, $p2) | CASE WHEN size(s1.met) > 0 OR size(s1.lefts[-1]) = 0 OR size(s1.rights[-1]) = 0 THEN s1 ELSE [left1 IN [reduce(c1 = 0, x1 IN s1.lefts[-1] | c1 + COUNT { (x1)--()
}) <= reduce(c1 = 0, x1 IN s1.rights[-1] | c1 + COUNT { (x1)--()
})] | [levels1 IN [CASE WHEN left1 THEN s1.lefts ELSE s1.rights END] | [seen1 IN [levels1[-1] + coalesce(levels1[-2], [])] | [grown1 IN [COLLECT {
UNWIND levels1[-1] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1.lastVersion IS NULL
AND (NOT y1:Claim OR y1.factCount > 0)
AND NOT y1 IN seen1
RETURN DISTINCT y1
}] | CASE WHEN left1 THEN {lefts: s1.lefts + [grown1], rights: s1.rights, met: COLLECT {
UNWIND s1.rights[-1] AS y1
WITH y1
WHERE y1 IN grown1
RETURN y1
}} ELSE {lefts: s1.lefts, rights: s1.rights + [grown1], met: COLLECT {
UNWIND s1.lefts[-1] AS y1
WITH y1
WHERE y1 IN grown1
RETURN y1
}} END][0]][0]][0]][0] END) AS s1
WHERE size(s1.met) > 0
WITH s1, reduce(on1 = [s1.met], i1 IN range(size(s1.lefts) - 2, 1, -1) | [CASE WHEN reduce(c1 = 0, x1 IN on1[0] | c1 + COUNT { (x1)--()
}) <= reduce(c1 = 0, x1 IN s1.lefts[i1] | c1 + COUNT { (x1)--()
}) THEN COLLECT {
UNWIND on1[0] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1 IN s1.lefts[i1]
RETURN DISTINCT y1
} ELSE COLLECT {
UNWIND s1.lefts[i1] AS y1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND x1 IN on1[0]
RETURN DISTINCT y1
} END] + on1) + reverse(s1.rights[..-1]) AS on1
WITH reduce(path1 = s1.lefts[0], level1 IN CASE size(s1.lefts) WHEN 1 THEN on1[1..] ELSE on1 END | path1 + COLLECT {
WITH path1[-1] AS x1
MATCH (x1)-[h1:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(y1)
WHERE h1.lastVersion IS NULL
AND y1 IN level1
RETURN y1
ORDER BY y1.id
LIMIT 1
}) AS path1
WITH {length: size(path1) - 1, nodes: path1} AS dst1
WHERE TRUE
WITH dst1
LIMIT 1
RETURN collect([dst1.length]) AS c2
}
RETURN c2 AS result;
