-- name: decisions
-- mode: read
-- params: none
-- The log of decisions.
FROM decision AS @dst
WHERE TRUE
-- count: (SELECT count(*) FROM decision)
