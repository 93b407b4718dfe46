-- name: network-edges
-- mode: read
-- params: none
-- The edges of a network, out of what it carries, in the order that they have there: kind, source, target.
FROM (SELECT substr(@n.key, 1, 27) AS source, substr(@n.key, 28, 27) AS target, substr(@n.key, 55) AS kind, @n.value AS weight
    FROM json_each(@src.edges) AS @n) AS @dst
WHERE TRUE
