-- name: path-nodes
-- mode: read
-- params: none
-- The nodes of a path, out of what it carries.
FROM (SELECT @n.key AS place, @n.value & 15 AS kind, @n.value >> 4 AS key FROM json_each(@src.nodes) AS @n) AS @dst
WHERE TRUE
-- order: @dst.place
