// name: narrative-people
// mode: read
// params: none
// The people whom a narrative mentions, or mentioned in the last version that it stood in, once each.
MATCH (@src)-[@m:MENTIONS]->(@dst:Person)
WHERE coalesce(@m.lastVersion, 0) = coalesce(@src.lastVersion, 0)
WITH @dst, @m ORDER BY @m.position
WITH @dst, count(*) AS @count, collect(@m.role)[0] AS @role, collect(@m)[0] AS @first
WITH @dst, {personId: @dst.id, storyId: @first.storyId, ownerId: @first.nodeId, number: @src.lastVersion, mentionCount: @count, role: @role} AS @e
WHERE TRUE
