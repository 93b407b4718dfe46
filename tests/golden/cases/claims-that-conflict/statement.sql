-- claims: p0='"eastern" "gate"', p1=20, p2=20, p3=20, p4=20, p5='actor', p6=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"backers":%s,"conflicting":%s,"actors":%s}', json_quote(r2.n_text), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r4.n_name)), ','), '') || ']')
FROM (
SELECT e3.story_count AS k0, e3.outlet_id AS k1, dst3.name AS n_name
FROM backs AS e3
CROSS JOIN outlet AS dst3 ON dst3.key = e3.outlet
WHERE e3.claim = r2.n_key
ORDER BY e3.story_count DESC, e3.outlet_id DESC
LIMIT :p2) AS r4), (
SELECT format('{"edges":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"score":%s,"differs":%s,"node":%s}', json_quote(r6.e_score), r6.e_differs, format('{"text":%s,"backers":%s}', json_quote(r6.n_text), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r8.n_name)), ','), '') || ']')
FROM (
SELECT e7.story_count AS k0, e7.outlet_id AS k1, dst7.name AS n_name
FROM backs AS e7
CROSS JOIN outlet AS dst7 ON dst7.key = e7.outlet
WHERE e7.claim = r6.n_key
ORDER BY e7.story_count DESC, e7.outlet_id DESC
LIMIT :p4) AS r8))), ','), '') || ']', r2.n_conflict_count)
FROM (
SELECT e5.score AS k0, e5.other_id AS k1, e5.score AS e_score, e5.differs AS e_differs, dst5.text AS n_text, dst5.key AS n_key
FROM conflicts_with AS e5
CROSS JOIN claim AS dst5 ON dst5.key = e5.other
WHERE e5.claim = r2.n_key
AND dst5.fact_count > 0
ORDER BY e5.score DESC, e5.other_id DESC
LIMIT :p3) AS r6), format('{"totalCount":%s}', (
SELECT count(*)
FROM conflicts_with AS e11
CROSS JOIN claim AS dst11 ON dst11.key = e11.other
WHERE e11.claim = r2.n_key
AND dst11.fact_count > 0
AND (EXISTS (
SELECT 1
FROM json_each(e11.differs) AS d11
WHERE d11.value = :p5))))), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.key AS n_key, dst1.conflict_count AS n_conflict_count
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p0
AND rowid & 15 = 3))
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);
