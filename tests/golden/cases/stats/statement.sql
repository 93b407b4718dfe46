-- stats: binds nothing
SELECT coalesce((
SELECT format('{"storyCount":%s,"factCount":%s,"claimCount":%s,"outletCount":%s,"personCount":%s,"narrativeCount":%s,"citationCount":%s,"problemCount":%s}', json_quote(dst1.story_count), json_quote(dst1.fact_count), json_quote(dst1.claim_count), json_quote(dst1.outlet_count), json_quote(dst1.person_count), json_quote(dst1.narrative_count), json_quote(dst1.citation_count), json_quote(dst1.problem_count))
FROM (
SELECT (
SELECT count(*)
FROM story) AS story_count, (
SELECT count(*)
FROM fact
WHERE last_version IS NULL) AS fact_count, (
SELECT count(*)
FROM claim
WHERE fact_count > 0) AS claim_count, (
SELECT count(*)
FROM outlet
WHERE story_count + attribution_count > 0) AS outlet_count, (
SELECT count(*)
FROM person
WHERE story_count > 0) AS person_count, (
SELECT count(*)
FROM narrative
WHERE last_version IS NULL) AS narrative_count, (
SELECT coalesce(sum(citation_count), 0)
FROM outlet
WHERE story_count > 0) AS citation_count, (
SELECT count(*)
FROM problem) AS problem_count) AS dst1
WHERE TRUE
LIMIT 1), 'null');
