-- name: analysis-communities
-- mode: read
-- params: none
-- The communities of the last analysis.
FROM community AS @dst
WHERE TRUE
-- count: (SELECT count(*) FROM community)
