-- analysis: p0=2, p1=20, p2=3
SELECT coalesce((
SELECT format('{"at":%s,"outletCount":%s,"pairCount":%s,"communityCount":%s,"modularity":%s,"isSampled":%s,"isStale":%s,"communities":%s}', json_quote(dst1.at), json_quote(dst1.outlet_count), json_quote(dst1.pair_count), json_quote(dst1.community_count), json_quote(dst1.modularity), iif(dst1.is_sampled, 'true', 'false'), iif(dst1.is_stale, 'true', 'false'), (
SELECT format('{"edges":%s,"pageInfo":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"cursor":%s,"node":%s}', '"' || hex(json_array('analysis-communities:NUMBER_ASC', r3.k0)) || '"', format('{"number":%s,"outletCount":%s,"outlets":%s}', json_quote(r3.n_number), json_quote(r3.n_outlet_count), (
SELECT format('{"nodes":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"name":%s,"pageRank":%s}', json_quote(r5.n_name), json_quote(r5.n_page_rank)), ','), '') || ']', (
SELECT count(*)
FROM outlet AS dst6
WHERE dst6.community = r3.n_number
AND dst6.story_count + dst6.attribution_count > 0))
FROM (
SELECT dst4.page_rank_key AS k0, dst4.id AS k1, dst4.name AS n_name, dst4.page_rank AS n_page_rank
FROM outlet AS dst4
WHERE dst4.community = r3.n_number
AND dst4.story_count + dst4.attribution_count > 0
ORDER BY dst4.page_rank_key DESC, dst4.id DESC
LIMIT :p1) AS r5))), ',') FILTER (WHERE r3.rn <= :p0), '') || ']', format('{"hasNextPage":%s,"endCursor":%s}', iif(count(*) > :p0, 'true', 'false'), coalesce(json_quote(substr(max(format('%03d%s', r3.rn, hex(json_array('analysis-communities:NUMBER_ASC', r3.k0)))) FILTER (WHERE r3.rn <= :p0), 4)), 'null')), (
SELECT count(*)
FROM community))
FROM (
SELECT *, row_number() OVER () AS rn
FROM (
SELECT dst2.number AS k0, dst2.number AS n_number, dst2.outlet_count AS n_outlet_count
FROM community AS dst2
WHERE TRUE
ORDER BY dst2.number
LIMIT :p2)) AS r3))
FROM (
SELECT a1.*, a1.changes <> coalesce((
SELECT CAST(m1.value AS INTEGER)
FROM meta AS m1
WHERE m1.name = 'changes'), 0) AS is_stale
FROM analysis AS a1) AS dst1
WHERE TRUE
LIMIT 1), 'null');

-- central: p0=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s,"pageRank":%s}', json_quote(r2.n_name), json_quote(r2.n_page_rank)), ','), '') || ']')
FROM (
SELECT dst1.page_rank_key AS k0, dst1.id AS k1, dst1.name AS n_name, dst1.page_rank AS n_page_rank
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
ORDER BY dst1.page_rank_key DESC, dst1.id DESC
LIMIT :p0) AS r2);

-- between: p0=4
SELECT (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"cursor":%s,"node":%s}', '"' || hex(json_array('outlets:BETWEENNESS_DESC', r2.k0, r2.k1)) || '"', format('{"name":%s,"betweenness":%s,"community":%s}', json_quote(r2.n_name), json_quote(r2.n_betweenness), json_quote(r2.n_community))), ','), '') || ']')
FROM (
SELECT dst1.betweenness_key AS k0, dst1.id AS k1, dst1.name AS n_name, dst1.betweenness AS n_betweenness, dst1.community AS n_community
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
ORDER BY dst1.betweenness_key DESC, dst1.id DESC
LIMIT :p0) AS r2);

-- second: p0=2, p1=20
SELECT (
SELECT format('{"nodes":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"name":%s}', json_quote(r2.n_name)), ','), '') || ']', (
SELECT count(*)
FROM outlet AS dst3
WHERE dst3.story_count + dst3.attribution_count > 0
AND (dst3.community = :p0)))
FROM (
SELECT dst1.sort_key AS k0, dst1.id AS k1, dst1.name AS n_name
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
AND (dst1.community = :p0)
ORDER BY dst1.sort_key, dst1.id
LIMIT :p1) AS r2);
