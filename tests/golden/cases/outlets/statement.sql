-- all: p0=20
SELECT (
SELECT format('{"nodes":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"name":%s,"kind":%s}', json_quote(r2.n_name), json_quote(r2.n_kind)), ','), '') || ']', (
SELECT count(*)
FROM outlet
WHERE story_count + attribution_count > 0))
FROM (
SELECT dst1.sort_key AS k0, dst1.id AS k1, dst1.name AS n_name, dst1.kind AS n_kind
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
ORDER BY dst1.sort_key, dst1.id
LIMIT :p0) AS r2);

-- sedge: p0='NEWS', p1='Sedge Group', p2=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s,"citationCount":%s}', json_quote(r2.n_name), json_quote(r2.n_citation_count)), ','), '') || ']')
FROM (
SELECT dst1.citation_count AS k0, dst1.id AS k1, dst1.name AS n_name, dst1.citation_count AS n_citation_count
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
AND (dst1.kind = :p0)
AND (dst1.owner = :p1)
ORDER BY dst1.citation_count DESC, dst1.id DESC
LIMIT :p2) AS r2);
