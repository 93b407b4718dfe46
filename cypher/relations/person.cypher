// name: person
// mode: read
// params: id, name
// A person by their id, or by their name or any spelling seen; of several, the one in most stories.
MATCH (@dst:Person)
WHERE @dst.storyCount > 0
// from name: MATCH (@a:Alias {kind: 'PERSON', foldedKey: left($name, 1000)})-[:NAMES]->(@dst:Person)
//     WHERE @a.folded = $name AND @dst.storyCount > 0 WITH DISTINCT @dst ORDER BY @dst.storyCount DESC, @dst.id LIMIT 1 WHERE TRUE
// from id: OPTIONAL MATCH (@m:Moved {id: $id})
//     MATCH (@dst:Person {id: coalesce(@m.target, $id)}) WHERE @dst.storyCount > 0
// filter id: @dst.id = coalesce(COLLECT { MATCH (@m:Moved {id: $id}) RETURN @m.target }[0], $id)
