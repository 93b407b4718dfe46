-- name: problems
-- mode: read
-- params: none
-- All problems of the newest versions.
FROM problem AS @dst
WHERE TRUE
-- count: (SELECT count(*) FROM problem)
