-- name: story
-- mode: read
-- params: id, address
-- A story by its id or its canonical address.
FROM story AS @dst
WHERE TRUE
-- filter id: @dst.id = $id
-- filter address: @dst.address = $address
