// forecasts: p0=20, p1=20
CALL () {
MATCH (dst1:Forecast)
WHERE dst1.lastVersion IS NULL
AND dst1.publishedKey IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.publishedKey AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p0
CALL (dst1) {
MATCH (dst1)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst5:Story)
WHERE TRUE
WITH dst5
LIMIT 1
RETURN collect([dst5.title]) AS c6
}
CALL (dst1) {
MATCH (dst7:Forecast)
WHERE dst7.questionKey = dst1.questionKey
AND dst7.publishedLastKey IS NOT NULL
AND dst7.id IS NOT NULL
AND dst7.lastVersion IS NULL
WITH dst7, dst7.publishedLastKey AS c8k0, dst7.id AS c8k1
ORDER BY dst7.questionKey, c8k0, c8k1
LIMIT $p1
CALL (dst7) {
MATCH (dst7)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst11:Story)
WHERE TRUE
WITH dst11
LIMIT 1
RETURN collect([dst11.title]) AS c12
}
RETURN collect([[dst7.probability, c12]]) AS c8
}
CALL (dst1) {
MATCH (dst10:Forecast)
WHERE dst10.questionKey = dst1.questionKey
AND dst10.publishedLastKey IS NOT NULL
AND dst10.id IS NOT NULL
AND dst10.lastVersion IS NULL
RETURN count(*) AS t9
}
RETURN collect([[dst1.question, dst1.probability, dst1.source, c6, [c8, t9]]]) AS c2
}
CALL () {
MATCH (dst4:Forecast)
WHERE dst4.lastVersion IS NULL
AND dst4.publishedKey IS NOT NULL
AND dst4.id IS NOT NULL
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;

// likely: p0=0.5, p1=20
CALL () {
MATCH (dst1:Forecast)
WHERE dst1.lastVersion IS NULL
AND (dst1.probability + 0 >= $p0)
AND dst1.probability IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.probability AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p1
RETURN collect([[dst1.probability]]) AS c2
}
RETURN [c2, null] AS result;

// unlikely: p0='Oddsquill', p1=0.2, p2=20
CALL () {
MATCH (dst1:Forecast)
WHERE dst1.sourceKey = left($p0, 1000)
AND dst1.publishedKey IS NOT NULL
AND dst1.id IS NOT NULL
AND dst1.source = $p0
AND dst1.lastVersion IS NULL
AND (dst1.probability + 0 <= $p1)
WITH dst1, dst1.publishedKey AS c2k0, dst1.id AS c2k1
ORDER BY dst1.sourceKey DESC, c2k0 DESC, c2k1 DESC
LIMIT $p2
RETURN collect([[dst1.question]]) AS c2
}
RETURN [c2, null] AS result;

// words: p0=['june', 'pellwick'], p1=20
CALL () {
CALL db.index.fulltext.queryNodes('forecasts', CASE size($p0) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(q1 = '', k1 IN $p0 | q1 + ' +' + k1) END) YIELD node AS dst1
WITH dst1
WHERE dst1.lastVersion IS NULL
WITH dst1, dst1.publishedLastKey AS c2k0, dst1.id AS c2k1
ORDER BY c2k0, c2k1
LIMIT $p1
RETURN collect([[dst1.probability]]) AS c2
}
RETURN [c2, null] AS result;

// since: p0='2031-05-04T00:00:00Z', p1=20
CALL () {
MATCH (dst1:Forecast)
WHERE dst1.lastVersion IS NULL
AND (dst1.publishedKey >= $p0
AND dst1.publishedLastKey >= $p0)
AND dst1.publishedKey IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.publishedKey AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p1
RETURN collect([[dst1.probability]]) AS c2
}
RETURN [c2, null] AS result;
