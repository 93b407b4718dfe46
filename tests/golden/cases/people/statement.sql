-- people: p0=20, p1=20, p2=20, p3=20
SELECT (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"name":%s,"aliases":%s,"factCount":%s,"storyCount":%s,"facts":%s,"narratives":%s,"outlets":%s}', json_quote(r2.n_name), r2.n_aliases, json_quote(r2.n_fact_count), json_quote(r2.n_story_count), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r4.n_text)), ','), '') || ']')
FROM (
SELECT c3.published_key AS k0, c3.owner_id AS k1, dst3.text AS n_text
FROM mentioned_in AS c3
CROSS JOIN fact AS dst3 ON dst3.key = c3.owner
WHERE c3.person = r2.n_key
AND c3.kind = 'FACT'
ORDER BY c3.published_key DESC, c3.owner_id DESC
LIMIT :p1) AS r4), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s}', json_quote(r6.n_text)), ','), '') || ']')
FROM (
SELECT c5.published_key AS k0, c5.owner_id AS k1, dst5.text AS n_text
FROM mentioned_in AS c5
CROSS JOIN narrative AS dst5 ON dst5.key = c5.owner
WHERE c5.person = r2.n_key
AND c5.kind = 'NARRATIVE'
ORDER BY c5.published_key DESC, c5.owner_id DESC
LIMIT :p2) AS r6), (
SELECT format('{"edges":%s}', '[' || coalesce(group_concat(format('{"factCount":%s,"storyCount":%s,"node":%s}', json_quote(r8.e_fact_count), json_quote(r8.e_story_count), format('{"name":%s}', json_quote(r8.n_name))), ','), '') || ']')
FROM (
SELECT e7.fact_count AS k0, e7.outlet_id AS k1, e7.fact_count AS e_fact_count, e7.story_count AS e_story_count, dst7.name AS n_name
FROM cites_person AS e7
CROSS JOIN outlet AS dst7 ON dst7.key = e7.outlet
WHERE e7.person = r2.n_key
ORDER BY e7.fact_count DESC, e7.outlet_id DESC
LIMIT :p3) AS r8)), ','), '') || ']')
FROM (
SELECT dst1.story_count AS k0, dst1.id AS k1, dst1.name AS n_name, dst1.aliases AS n_aliases, dst1.fact_count AS n_fact_count, dst1.story_count AS n_story_count, dst1.key AS n_key
FROM person AS dst1
WHERE dst1.story_count > 0
ORDER BY dst1.story_count DESC, dst1.id DESC
LIMIT :p0) AS r2);
