-- claims: p0='"eastern" "gate" "gave" "way"', p1=20, p2=20, p3=20, p4=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"backerCount":%s,"storyCount":%s,"factCount":%s,"ownerCount":%s,"isSoleSourced":%s,"firstStatedAt":%s,"lastStatedAt":%s,"backers":%s}', json_quote(r2.n_text), json_quote(r2.n_backer_count), json_quote(r2.n_story_count), json_quote(r2.n_fact_count), json_quote(r2.n_owner_count), iif(r2.n_is_sole_sourced, 'true', 'false'), json_quote(r2.n_first_stated_at), json_quote(r2.n_last_stated_at), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"storyCount":%s,"citationCount":%s,"factCount":%s,"firstAt":%s,"lastAt":%s,"node":%s,"facts":%s}', json_quote(r4.e_story_count), json_quote(r4.e_citation_count), json_quote(r4.e_fact_count), json_quote(r4.e_first_at), json_quote(r4.e_last_at), format('{"name":%s,"kind":%s,"owner":%s}', json_quote(r4.n_name), json_quote(r4.n_kind), json_quote(r4.n_owner)), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"story":%s,"citations":%s}', json_quote(r6.n_text), coalesce((
SELECT format('{"title":%s,"publishedAt":%s}', json_quote(dst7.title), json_quote(dst7.published_at))
FROM story AS dst7
WHERE dst7.key = r6.n_story
LIMIT 1), 'null'), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"label":%s,"marker":%s,"node":%s}', json_quote(r9.e_label), json_quote(r9.e_marker), format('{"name":%s}', json_quote(r9.n_name))), ','), '') || ']')
FROM (
SELECT e8.position AS k0, dst8.id AS k1, e8.label AS e_label, e8.marker AS e_marker, dst8.name AS n_name
FROM cites AS e8
CROSS JOIN outlet AS dst8 ON dst8.key = e8.outlet
WHERE e8.fact = r6.n_key
AND e8.last_version IS r6.n_last_version
ORDER BY e8.position, dst8.id
LIMIT :p4) AS r9)), ','), '') || ']')
FROM (
SELECT dst5.published_key AS k0, dst5.id AS k1, dst5.text AS n_text, dst5.story AS n_story, dst5.key AS n_key, dst5.last_version AS n_last_version
FROM fact AS dst5
WHERE dst5.claim = r4.e_claim
AND dst5.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS c5
WHERE c5.fact = dst5.key
AND c5.outlet = r4.e_outlet
AND c5.last_version IS NULL)
ORDER BY dst5.published_key DESC, dst5.id DESC
LIMIT :p3) AS r6)), ','), '') || ']')
FROM (
SELECT e3.story_count AS k0, e3.outlet_id AS k1, e3.story_count AS e_story_count, e3.citation_count AS e_citation_count, e3.fact_count AS e_fact_count, e3.first_at AS e_first_at, e3.last_at AS e_last_at, dst3.name AS n_name, dst3.kind AS n_kind, dst3.owner AS n_owner, e3.claim AS e_claim, e3.outlet AS e_outlet
FROM backs AS e3
CROSS JOIN outlet AS dst3 ON dst3.key = e3.outlet
WHERE e3.claim = r2.n_key
ORDER BY e3.story_count DESC, e3.outlet_id DESC
LIMIT :p2) AS r4)), ','), '') || ']')
FROM (
SELECT dst1.backer_count AS k0, dst1.id AS k1, dst1.text AS n_text, dst1.backer_count AS n_backer_count, dst1.story_count AS n_story_count, dst1.fact_count AS n_fact_count, dst1.owner_count AS n_owner_count, dst1.is_sole_sourced AS n_is_sole_sourced, dst1.first_stated_at AS n_first_stated_at, dst1.last_stated_at AS n_last_stated_at, dst1.key AS n_key
FROM claim AS dst1
WHERE dst1.fact_count > 0
AND (dst1.key IN (
SELECT rowid >> 4
FROM search
WHERE search MATCH :p0
AND rowid & 15 = 3))
ORDER BY dst1.backer_count DESC, dst1.id DESC
LIMIT :p1) AS r2);
