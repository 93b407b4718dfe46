-- outlet: p0='gazetteofthemarsh', p1=20, p2=20
SELECT coalesce((
SELECT format('{"name":%s,"aliases":%s,"kind":%s,"country":%s,"domain":%s,"owner":%s,"claimCount":%s,"storyCount":%s,"citationCount":%s,"claims":%s}', json_quote(dst1.name), dst1.aliases, json_quote(dst1.kind), json_quote(dst1.country), json_quote(dst1.domain), json_quote(dst1.owner), json_quote(dst1.claim_count), json_quote(dst1.story_count), json_quote(dst1.citation_count), (
SELECT format('{"edges":%s,"totalCount":%s}', '[' || coalesce(group_concat(format('{"storyCount":%s,"citationCount":%s,"node":%s,"facts":%s}', json_quote(r3.e_story_count), json_quote(r3.e_citation_count), format('{"text":%s}', json_quote(r3.n_text)), (
SELECT format('{"nodes":%s}', '[' || coalesce(group_concat(format('{"text":%s,"story":%s}', json_quote(r5.n_text), coalesce((
SELECT format('{"title":%s}', json_quote(dst6.title))
FROM story AS dst6
WHERE dst6.key = r5.n_story
LIMIT 1), 'null')), ','), '') || ']')
FROM (
SELECT dst4.published_key AS k0, dst4.id AS k1, dst4.text AS n_text, dst4.story AS n_story
FROM fact AS dst4
WHERE dst4.claim = r3.e_claim
AND dst4.last_version IS NULL
AND EXISTS (
SELECT 1
FROM cites AS c4
WHERE c4.fact = dst4.key
AND c4.outlet = r3.e_outlet
AND c4.last_version IS NULL)
ORDER BY dst4.published_key DESC, dst4.id DESC
LIMIT :p2) AS r5)), ','), '') || ']', dst1.claim_count)
FROM (
SELECT e2.story_count AS k0, e2.claim_id AS k1, e2.story_count AS e_story_count, e2.citation_count AS e_citation_count, dst2.text AS n_text, e2.claim AS e_claim, e2.outlet AS e_outlet
FROM backs AS e2
CROSS JOIN claim AS dst2 ON dst2.key = e2.claim
WHERE e2.outlet = dst1.key
ORDER BY e2.story_count DESC, e2.claim_id DESC
LIMIT :p1) AS r3))
FROM outlet AS dst1
WHERE dst1.story_count + dst1.attribution_count > 0
AND (dst1.key = (
SELECT o.key
FROM outlet_alias AS a
CROSS JOIN outlet AS o ON o.key = a.outlet
WHERE a.folded = :p0
AND o.story_count + o.attribution_count > 0
ORDER BY o.story_count DESC, o.id
LIMIT 1))
LIMIT 1), 'null');
