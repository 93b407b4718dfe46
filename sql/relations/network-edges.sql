-- name: network-edges
-- mode: read
-- params: none
-- The edges of a network, out of what it carries: "KIND source target" and the weight.
FROM (SELECT @n.key AS place, @n.value AS weight, substr(@n.key, 1, length(@n.key) - 56) AS kind,
        substr(@n.key, -55, 27) AS source, substr(@n.key, -27, 27) AS target
    FROM json_each(@src.edges) AS @n) AS @dst
WHERE TRUE
-- order: @dst.place
