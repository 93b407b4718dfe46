// name: story
// mode: read
// params: id, address
// A story by its id or its canonical address; of several at one address, the one with the smallest id.
MATCH (@dst:Story)
WHERE TRUE
// filter id: @dst.id = $id
// from address: MATCH (@dst:Story) WHERE @dst.addressKey = left($address, 1000) AND @dst.id IS NOT NULL AND @dst.address = $address
//     WITH @dst ORDER BY @dst.id LIMIT 1 WHERE TRUE
