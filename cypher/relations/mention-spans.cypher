// name: mention-spans
// mode: read
// params: none
// MENTIONS: every mention of a person in a story, or in the one fact or narrative that the edge is of, in the version
// `number`; without one, those that stand. Read from the index that begins with the person's id, as a person may be
// mentioned by all stories.
MATCH ()-[@m:MENTIONS]->()
WHERE @m.personId = @src.personId AND @m.storyId = @src.storyId
    AND CASE WHEN @src.number IS NULL THEN @m.lastVersion IS NULL
        ELSE @m.firstVersion <= @src.number AND coalesce(@m.lastVersion, @src.number) >= @src.number END
    AND (@src.ownerId IS NULL OR @m.nodeId = @src.ownerId)
WITH @m AS @dst
WHERE TRUE
// order: CASE WHEN @src.ownerId IS NULL THEN @dst.rank ELSE 0 END, @dst.position
