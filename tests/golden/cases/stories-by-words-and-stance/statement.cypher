// stories: p0=['pellwick'], p1='pro-establishment', p2=20
CALL () {
CALL db.index.fulltext.queryNodes('search', CASE size($p0) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(q1 = '', k1 IN $p0 | q1 + ' +' + k1) END) YIELD node AS dst1
WITH dst1
WHERE dst1:Story
AND (EXISTS {
MATCH (dst1)-[:HAS_NARRATIVE]->(f1:Narrative)
WHERE f1.lastVersion IS NULL
AND f1.stance = $p1
})
WITH dst1, dst1.publishedKey AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p2
RETURN collect([[dst1.title]]) AS c2
}
RETURN [c2, null] AS result;
