-- claims: p0=True, p1=20, p2=20
SELECT (
SELECT format('{"nodes":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"text":%s,"conflictCount":%s,"conflicting":%s}', json_quote(r2.n_text), json_quote(r2.n_conflict_count), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"conflictCount":%s}', json_quote(r4.n_conflict_count)), ','), '') || ']')
FROM (
SELECT e3.score AS k0, e3.other_id AS k1, dst3.conflict_count AS n_conflict_count
FROM conflicts_with AS e3
CROSS JOIN claim AS dst3 ON dst3.key = e3.other
WHERE e3.claim = r2.n_key
AND dst3.fact_count > 0
ORDER BY e3.score DESC, e3.other_id DESC
LIMIT :p2) AS r4)), ','), '') || ']', (
SELECT count(*)
FROM claim AS dst5
WHERE dst5.fact_count > 0
AND (dst5.is_contested = :p0)))
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.conflict_count AS n_conflict_count, dst1.key AS n_key
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.is_contested = :p0)
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);

-- byConflicts: p0=3
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"conflictCount":%s}', json_quote(r2.n_conflict_count)), ','), '') || ']')
FROM (
SELECT dst1.conflict_count AS k0, dst1.id AS k1, dst1.conflict_count AS n_conflict_count
FROM claim AS dst1
WHERE dst1.fact_count > 0
ORDER BY dst1.conflict_count DESC, dst1.id DESC
LIMIT :p0) AS r2);

-- settled: p0=False, p1=20
SELECT format('{"totalCount":%s}', (
SELECT count(*)
FROM claim AS dst3
WHERE dst3.fact_count > 0
AND (dst3.is_contested = :p0)));
