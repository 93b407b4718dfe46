// name: mention-spans
// mode: read
// params: none
// MENTIONS: every mention of a person in a story, or in the one fact or narrative that the edge is of. Read
// from the index that begins with the person's id, as a person may be mentioned by all stories.
MATCH ()-[@m:MENTIONS]->()
WHERE @m.personId = @src.personId AND @m.storyId = @src.storyId AND @m.lastVersion IS NULL
    AND (@src.ownerId IS NULL OR @m.nodeId = @src.ownerId)
WITH @m AS @dst
WHERE TRUE
// order: @dst.rank, @dst.position
