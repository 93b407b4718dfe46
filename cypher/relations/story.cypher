// name: story
// mode: read
// params: id, address
// A story by its id or its canonical address; of several at one address, the one with the smallest id.
MATCH (@dst:Story)
WHERE TRUE
// from address: MATCH (@dst:Story) WHERE @dst.addressKey = left($address, 1000) AND @dst.id IS NOT NULL AND @dst.address = $address
//     WITH @dst ORDER BY @dst.id LIMIT 1 WHERE TRUE
// from id: OPTIONAL MATCH (@m:Moved {id: $id})
//     MATCH (@dst:Story {id: coalesce(@m.target, $id)}) WHERE TRUE
// filter id: @dst.id = coalesce(COLLECT { MATCH (@m:Moved {id: $id}) RETURN @m.target }[0], $id)
