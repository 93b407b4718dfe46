-- name: story
-- mode: read
-- params: id, address
-- A story by its id or its canonical address.
FROM story AS @dst
WHERE TRUE
-- filter id: @dst.id = coalesce((SELECT target FROM moved WHERE id = $id), $id)
-- filter address: @dst.key = (SELECT key FROM story WHERE address = $address ORDER BY id LIMIT 1)
