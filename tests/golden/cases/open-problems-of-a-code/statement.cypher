// open: p0=False, p1=20
CALL () {
MATCH (dst1:Problem)
WHERE dst1.isClosed = $p0
AND dst1.publishedKey IS NOT NULL
AND dst1.position IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.publishedKey AS c2k0, dst1.position AS c2k1, dst1.id AS c2k2
ORDER BY dst1.isClosed DESC, c2k0 DESC, c2k1 DESC, c2k2 DESC
LIMIT $p1
CALL (dst1) {
MATCH (dst1)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst5:Story)
WHERE TRUE
WITH dst5
LIMIT 1
RETURN collect([dst5.title]) AS c6
}
RETURN collect([[dst1.code, c6]]) AS c2
}
CALL () {
MATCH (dst4:Problem)
WHERE dst4.isClosed = $p0
AND dst4.publishedKey IS NOT NULL
AND dst4.position IS NOT NULL
AND dst4.id IS NOT NULL
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;

// uncited: p0='UNCITED_SOURCE', p1=False, p2=20
CALL () {
MATCH (dst1:Problem)
WHERE dst1.code = $p0
AND dst1.isClosed = $p1
AND dst1.publishedKey IS NOT NULL
AND dst1.position IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.publishedKey AS c2k0, dst1.position AS c2k1, dst1.id AS c2k2
ORDER BY dst1.code DESC, dst1.isClosed DESC, c2k0 DESC, c2k1 DESC, c2k2 DESC
LIMIT $p2
CALL (dst1) {
MATCH (dst1)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst3:Story)
WHERE TRUE
WITH dst3
LIMIT 1
RETURN collect([dst3.title]) AS c4
}
RETURN collect([[c4]]) AS c2
}
RETURN [c2, null] AS result;

// dangling: p0='DANGLING_MARKER', p1=False, p2=20
CALL () {
MATCH (dst1:Problem)
WHERE dst1.code = $p0
AND dst1.isClosed = $p1
AND dst1.publishedKey IS NOT NULL
AND dst1.position IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.publishedKey AS c2k0, dst1.position AS c2k1, dst1.id AS c2k2
ORDER BY dst1.code DESC, dst1.isClosed DESC, c2k0 DESC, c2k1 DESC, c2k2 DESC
LIMIT $p2
RETURN collect([]) AS c2
}
CALL () {
MATCH (dst4:Problem)
WHERE dst4.code = $p0
AND dst4.isClosed = $p1
AND dst4.publishedKey IS NOT NULL
AND dst4.position IS NOT NULL
AND dst4.id IS NOT NULL
RETURN count(*) AS t3
}
RETURN [c2, t3] AS result;

// closed: p0='DANGLING_MARKER', p1=True, p2=20
CALL () {
MATCH (dst1:Problem)
WHERE dst1.code = $p0
AND dst1.isClosed = $p1
AND dst1.publishedKey IS NOT NULL
AND dst1.position IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.publishedKey AS c2k0, dst1.position AS c2k1, dst1.id AS c2k2
ORDER BY dst1.code DESC, dst1.isClosed DESC, c2k0 DESC, c2k1 DESC, c2k2 DESC
LIMIT $p2
CALL (dst1) {
MATCH (dst1)<-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_REVISION|HAS_PROBLEM]-(dst3:Story)
WHERE TRUE
WITH dst3
LIMIT 1
RETURN collect([dst3.title]) AS c4
}
RETURN collect([[c4]]) AS c2
}
RETURN [c2, null] AS result;
