// name: fact-basis
// mode: read
// params: none
// The earliest standing fact of the wording that a fact's own wording was compared with.
// Read from the index that begins with a wording's id, as all stories may state one.
MATCH (@src)-[:WORDED]->(@w:Wording)
CALL (@w) {
    MATCH (@dst)-[@c:WORDED]->()
    WHERE @c.wordingId = @w.basis AND @c.publishedLastKey IS NOT NULL AND @c.factId IS NOT NULL AND @dst.lastVersion IS NULL
    RETURN @dst ORDER BY @c.wordingId, @c.publishedLastKey, @c.factId LIMIT 1
}
WITH @dst
WHERE TRUE
