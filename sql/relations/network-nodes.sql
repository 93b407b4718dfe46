-- name: network-nodes
-- mode: read
-- params: none
-- The nodes of a network, out of what it carries; `weight` adds up the weights of its edges.
FROM (SELECT @n.key AS id, @n.value AS weight,
        CASE substr(@n.key, 1, 3) WHEN 'st_' THEN 'STORY' WHEN 'cl_' THEN 'CLAIM' WHEN 'ou_' THEN 'OUTLET' ELSE 'PERSON' END AS kind,
        CASE substr(@n.key, 1, 3) WHEN 'st_' THEN (SELECT title FROM story WHERE id = @n.key) WHEN 'cl_' THEN (SELECT text FROM claim WHERE id = @n.key)
            WHEN 'ou_' THEN (SELECT name FROM outlet WHERE id = @n.key) ELSE (SELECT name FROM person WHERE id = @n.key) END AS label
    FROM json_each(@src.nodes) AS @n) AS @dst
WHERE TRUE
-- order: @dst.kind, @dst.id
