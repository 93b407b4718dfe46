-- sole: p0=True, p1=20
SELECT (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM claim AS dst3
WHERE dst3.fact_count > 0
AND (dst3.is_sole_sourced = :p0)), '[' || coalesce(group_concat(format('{"text":%s,"backerCount":%s}', json_quote(r2.n_text), json_quote(r2.n_backer_count)), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.backer_count AS n_backer_count
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.is_sole_sourced = :p0)
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);

-- others: p0=False, p1=20
SELECT (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM claim AS dst3
WHERE dst3.fact_count > 0
AND (dst3.is_sole_sourced = :p0)), '[' || coalesce(group_concat(format('{"backerCount":%s}', json_quote(r2.n_backer_count)), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.backer_count AS n_backer_count
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.is_sole_sourced = :p0)
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);
