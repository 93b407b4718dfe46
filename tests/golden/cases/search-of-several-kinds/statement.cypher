// search: p0=['ferry'], p1=['STORY', 'NARRATIVE'], p2=20
CALL () {
CALL db.index.fulltext.queryNodes('search', CASE size($p0) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(q1 = '', k1 IN $p0 | q1 + ' +' + k1) END) YIELD node AS dst1, score AS s1
WITH dst1, {score: round(s1 / (1 + s1) * 10000) / 10000.0, row: dst1.id} AS e1
WHERE TRUE
AND (ANY(k1 IN $p1
WHERE left(k1, 1) + toLower(substring(k1, 1)) IN labels(dst1)))
WITH dst1, e1, e1.score AS c2k0, e1.row AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p2
CALL (dst1) {
WITH dst1
WHERE dst1:Story
RETURN [0, [null, dst1.title]] AS v5
UNION ALL
WITH dst1
WHERE dst1:Fact
RETURN [1, [null]] AS v5
UNION ALL
WITH dst1
WHERE dst1:Claim
RETURN [2, [null]] AS v5
UNION ALL
WITH dst1
WHERE dst1:Outlet
RETURN [3, [null]] AS v5
UNION ALL
WITH dst1
WHERE dst1:Person
RETURN [4, [null]] AS v5
UNION ALL
WITH dst1
WHERE dst1:Narrative
RETURN [5, [null, dst1.text]] AS v5
UNION ALL
WITH dst1
WHERE dst1:Forecast
RETURN [6, [null]] AS v5
UNION ALL
WITH dst1
WHERE dst1:Revision
RETURN [7, [null]] AS v5
UNION ALL
WITH dst1
WHERE dst1:Problem
RETURN [8, [null]] AS v5
UNION ALL
WITH dst1
WHERE dst1:Decision
RETURN [9, [null]] AS v5
}
RETURN collect([[CASE WHEN dst1:Story THEN dst1.title + coalesce(' — ' + dst1.lead, '') WHEN dst1:Outlet OR dst1:Person THEN dst1.name + ' — ' + reduce(x1 = '', y1 IN dst1.aliases | x1 + CASE x1 WHEN '' THEN '' ELSE ', ' END + y1) ELSE dst1.text END, v5]]) AS c2
}
CALL () {
CALL db.index.fulltext.queryNodes('search', CASE size($p0) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(q4 = '', k4 IN $p0 | q4 + ' +' + k4) END) YIELD node AS dst4, score AS s4
WITH dst4, {score: round(s4 / (1 + s4) * 10000) / 10000.0, row: dst4.id} AS e4
WHERE TRUE
AND (ANY(k4 IN $p1
WHERE left(k4, 1) + toLower(substring(k4, 1)) IN labels(dst4)))
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;
