// name: stated-narrative-people
// mode: read
// params: none
// The people whom a narrative mentions in one version of its story, once each.
WITH @src.owner AS @o
MATCH (@o)-[@m:MENTIONS]->(@dst:Person)
WHERE @m.firstVersion <= @src.number AND coalesce(@m.lastVersion, @src.number) >= @src.number
WITH @dst, @m ORDER BY @m.position
WITH @dst, count(*) AS @count, collect(@m.role)[0] AS @role, collect(@m)[0] AS @first
WITH @dst, {personId: @dst.id, storyId: @first.storyId, ownerId: @first.nodeId, number: @src.number, mentionCount: @count, role: @role} AS @e
WHERE TRUE
