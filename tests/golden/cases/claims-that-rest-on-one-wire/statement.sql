-- claims: p0=True, p1=20, p2=20, p3=20
SELECT (
SELECT format('{"totalCount":%s,"nodes":%s}', (
SELECT count(*)
FROM claim AS dst3
WHERE dst3.fact_count > 0
AND (dst3.rests_on_wire = :p0)), '[' || coalesce(group_concat(format('{"text":%s,"backerCount":%s,"soleWire":%s,"attributedTo":%s}', json_quote(r2.n_text), json_quote(r2.n_backer_count), coalesce((
SELECT format('{"name":%s,"kind":%s}', json_quote(dst4.name), json_quote(dst4.kind))
FROM outlet AS dst4
WHERE dst4.key = r2.n_sole_wire
LIMIT 1), 'null'), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"factCount":%s,"storyCount":%s,"firstAt":%s,"isFirst":%s,"node":%s,"facts":%s}', json_quote(r6.e_fact_count), json_quote(r6.e_story_count), json_quote(r6.e_first_at), iif(r6.e_is_first, 'true', 'false'), format('{"name":%s}', json_quote(r6.n_name)), (
SELECT format('{"totalCount":%s,"nodes":%s}', r6.e_fact_count, '[' || coalesce(group_concat(format('{"story":%s}', coalesce((
SELECT format('{"title":%s}', json_quote(dst9.title))
FROM story AS dst9
WHERE dst9.key = r8.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst7.published_key AS k0, dst7.id AS k1, dst7.story AS n_story
FROM fact AS dst7
WHERE dst7.claim = r6.e_claim
AND dst7.last_version IS NULL
AND EXISTS (
SELECT 1
FROM attributed_to AS a7
WHERE a7.fact = dst7.key
AND a7.outlet = r6.e_outlet
AND a7.last_version IS NULL)
ORDER BY dst7.published_key DESC, dst7.id DESC
LIMIT :p3) AS r8)), ','), '') || ']')
FROM (
SELECT e5.story_count AS k0, e5.outlet_id AS k1, e5.fact_count AS e_fact_count, e5.story_count AS e_story_count, e5.first_at AS e_first_at, e5.is_first AS e_is_first, dst5.name AS n_name, e5.claim AS e_claim, e5.outlet AS e_outlet
FROM origin_of AS e5
CROSS JOIN outlet AS dst5 ON dst5.key = e5.outlet
WHERE e5.claim = r2.n_key
ORDER BY e5.story_count DESC, e5.outlet_id DESC
LIMIT :p2) AS r6)), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.backer_count AS n_backer_count, dst1.sole_wire AS n_sole_wire, dst1.key AS n_key
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.rests_on_wire = :p0)
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);

-- bell: p0='"bell"', p1=False, p2=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"soleWire":%s}', json_quote(r2.n_text), coalesce((
SELECT format('{"name":%s}', json_quote(dst3.name))
FROM outlet AS dst3
WHERE dst3.key = r2.n_sole_wire
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.sole_wire AS n_sole_wire
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p0
AND rowid & 15 = 3))
AND (dst1.rests_on_wire = :p1)
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p2) AS r2);
