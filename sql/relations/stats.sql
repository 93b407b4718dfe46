-- name: stats
-- mode: read
-- params: none
-- How much the newest versions hold.
FROM (SELECT
    (SELECT count(*) FROM story) AS story_count,
    (SELECT count(*) FROM fact WHERE last_version IS NULL) AS fact_count,
    (SELECT count(*) FROM claim WHERE fact_count > 0) AS claim_count,
    (SELECT count(*) FROM outlet WHERE story_count + attribution_count > 0) AS outlet_count,
    (SELECT count(*) FROM person WHERE story_count > 0) AS person_count,
    (SELECT count(*) FROM narrative WHERE last_version IS NULL) AS narrative_count,
    (SELECT coalesce(sum(citation_count), 0) FROM outlet WHERE story_count > 0) AS citation_count,
    (SELECT count(*) FROM problem) AS problem_count) AS @dst
WHERE TRUE
