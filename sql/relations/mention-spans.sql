-- name: mention-spans
-- mode: read
-- params: none
-- MENTIONS: every mention of a person in a story, or in the one fact or narrative that the edge is of, in the version
-- `number`; without one, those that stand.
FROM (SELECT m.*, CASE m.kind
        WHEN 'FACT' THEN (SELECT id FROM fact WHERE key = m.owner)
        WHEN 'NARRATIVE' THEN (SELECT id FROM narrative WHERE key = m.owner)
        ELSE (SELECT id FROM story WHERE key = m.owner) END AS node_id
    FROM mention AS m) AS @dst
WHERE @dst.story = @src.story AND @dst.person = @src.person
    AND CASE WHEN @src.number IS NULL THEN @dst.last_version IS NULL
        ELSE @dst.first_version <= @src.number AND coalesce(@dst.last_version, @src.number) >= @src.number END
    AND (@src.kind IS NULL OR (@dst.kind = @src.kind AND @dst.owner = @src.owner))
-- order: iif(@src.kind IS NULL, @dst.rank, 0), @dst.position
