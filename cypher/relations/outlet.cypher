// name: outlet
// mode: read
// params: id, name
// An outlet by its id, or by its name or any spelling seen; of several, the one in most stories.
MATCH (@dst:Outlet)
WHERE @dst.storyCount + @dst.attributionCount > 0
// from name: MATCH (@a:Alias {kind: 'OUTLET', foldedKey: left($name, 1000)})-[:NAMES]->(@dst:Outlet)
//     WHERE @a.folded = $name AND @dst.storyCount + @dst.attributionCount > 0 WITH DISTINCT @dst ORDER BY @dst.storyCount DESC, @dst.id LIMIT 1 WHERE TRUE
// from id: OPTIONAL MATCH (@m:Moved {id: $id})
//     MATCH (@dst:Outlet {id: coalesce(@m.target, $id)}) WHERE @dst.storyCount + @dst.attributionCount > 0
// filter id: @dst.id = coalesce(COLLECT { MATCH (@m:Moved {id: $id}) RETURN @m.target }[0], $id)
