// name: story
// mode: read
// params: id, address
// A story by its id or its canonical address; of several at one address, the one with the smallest id.
MATCH (@dst:Story)
WHERE TRUE
// filter id: @dst.id = $id
// filter address: @dst.address = $address AND NOT EXISTS { MATCH (@s:Story {address: $address}) WHERE @s.id < @dst.id }
