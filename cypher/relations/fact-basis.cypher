// name: fact-basis
// mode: read
// params: none
// The earliest standing fact of the wording that a fact's own wording was compared with.
MATCH (@src)-[:WORDED]->(@w:Wording)
MATCH (@dst:Fact)-[:WORDED]->(:Wording {id: @w.basis})
WHERE @dst.lastVersion IS NULL
WITH @dst ORDER BY @dst.publishedLastKey, @dst.id LIMIT 1
WHERE TRUE
