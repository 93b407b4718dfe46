-- claims: p0='"inspected" "2027"', p1=20, p2=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"isSoleSourced":%s,"backerCount":%s,"ownerCount":%s,"backers":%s}', iif(r2.n_is_sole_sourced, 'true', 'false'), json_quote(r2.n_backer_count), json_quote(r2.n_owner_count), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"citationCount":%s,"factCount":%s,"storyCount":%s,"node":%s}', json_quote(r4.e_citation_count), json_quote(r4.e_fact_count), json_quote(r4.e_story_count), format('{"name":%s,"aliases":%s}', json_quote(r4.n_name), r4.n_aliases)), ','), '') || ']')
FROM (
SELECT e3.story_count AS k0, e3.outlet_id AS k1, e3.citation_count AS e_citation_count, e3.fact_count AS e_fact_count, e3.story_count AS e_story_count, dst3.name AS n_name, dst3.aliases AS n_aliases
FROM backs AS e3
CROSS JOIN outlet AS dst3 ON dst3.key = e3.outlet
WHERE e3.claim = r2.n_key
ORDER BY e3.story_count DESC, e3.outlet_id DESC
LIMIT :p2) AS r4)), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.is_sole_sourced AS n_is_sole_sourced, dst1.backer_count AS n_backer_count, dst1.owner_count AS n_owner_count, dst1.key AS n_key
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p0
AND rowid & 15 = 3))
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);
