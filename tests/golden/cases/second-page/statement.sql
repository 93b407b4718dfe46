-- claims: p0=2, p1=2, p2='cl_c965f490d2638f39837074d4', p3=3
SELECT (
SELECT format('{"edges":%s,"pageInfo":%s}', '[' || coalesce(group_concat(format('{"cursor":%s,"node":%s}', '"' || hex(json_array('claims:BACKER_COUNT_DESC', r2.k0, r2.k1)) || '"', format('{"text":%s,"backerCount":%s}', json_quote(r2.n_text), json_quote(r2.n_backer_count))), ',') FILTER (WHERE r2.rn <= :p0), '') || ']', format('{"hasNextPage":%s,"hasPreviousPage":%s,"startCursor":%s,"endCursor":%s}', iif(count(*) > :p0, 'true', 'false'), 'true', coalesce(json_quote(substr(min(format('%03d%s', r2.rn, hex(json_array('claims:BACKER_COUNT_DESC', r2.k0, r2.k1)))) FILTER (WHERE r2.rn <= :p0), 4)), 'null'), coalesce(json_quote(substr(max(format('%03d%s', r2.rn, hex(json_array('claims:BACKER_COUNT_DESC', r2.k0, r2.k1)))) FILTER (WHERE r2.rn <= :p0), 4)), 'null')))
FROM (
SELECT *, row_number() OVER () AS rn
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.backer_count AS n_backer_count
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.backer_count, dst1.id) < (:p1, :p2)
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p3)) AS r2);
