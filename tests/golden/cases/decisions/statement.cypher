// decisions: p0=20
CALL () {
MATCH (dst1:Decision)
WHERE TRUE
AND dst1.at IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.at AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p0
RETURN collect([[dst1.kind, dst1.at, dst1.by, dst1.reason, dst1.subjects, dst1.isUndone, dst1.undoneAt, dst1.undoneBy]]) AS c2
}
RETURN [c2, COUNT { (:Decision)
}] AS result;

// standing: p0='Ines', p1=False, p2=20
CALL () {
MATCH (dst1:Decision)
WHERE TRUE
AND (dst1.by = $p0)
AND (dst1.isUndone = $p1)
AND dst1.at IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.at AS c2k0, dst1.id AS c2k1
ORDER BY c2k0, c2k1
LIMIT $p2
RETURN collect([[dst1.kind, dst1.reason]]) AS c2
}
RETURN [c2, null] AS result;

// merges: p0='MERGE_OUTLETS', p1=20
CALL () {
MATCH (dst1:Decision)
WHERE dst1.kind = $p0
AND dst1.at IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.at AS c2k0, dst1.id AS c2k1
ORDER BY dst1.kind DESC, c2k0 DESC, c2k1 DESC
LIMIT $p1
RETURN collect([[dst1.by, dst1.isUndone]]) AS c2
}
RETURN [c2, null] AS result;

// about: p0='fa_42faaccbfcdb9552b7d08af4', p1=20
CALL () {
MATCH (dst1:Decision)
WHERE TRUE
AND ($p0 IN dst1.subjects)
AND dst1.at IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.at AS c2k0, dst1.id AS c2k1
ORDER BY c2k0 DESC, c2k1 DESC
LIMIT $p1
RETURN collect([[dst1.kind]]) AS c2
}
RETURN [c2, null] AS result;

// outlet: p0='zelnablatt'
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
RETURN collect([dst1.name]) AS c2
}
RETURN c2 AS result;

// problems: p0='DANGLING_MARKER', p1=20
CALL () {
MATCH (dst1:Problem)
WHERE dst1.code = $p0
AND dst1.publishedKey IS NOT NULL
AND dst1.position IS NOT NULL
AND dst1.id IS NOT NULL
WITH dst1, dst1.publishedKey AS c2k0, dst1.position AS c2k1, dst1.id AS c2k2
ORDER BY dst1.code DESC, c2k0 DESC, c2k1 DESC, c2k2 DESC
LIMIT $p1
RETURN collect([[dst1.message, dst1.isClosed]]) AS c2
}
RETURN [c2, null] AS result;
