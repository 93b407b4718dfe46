// name: mention-spans
// mode: read
// params: none
// MENTIONS: every mention of a person in a story, or in the one fact or narrative that the edge is of.
WITH @src.owner AS @o, @src.person AS @p
MATCH (@o)-[:HAS_FACT|HAS_NARRATIVE*0..1]->(@n)-[@m:MENTIONS]->(@p)
WHERE @m.lastVersion IS NULL
WITH {nodeId: @n.id, kind: CASE WHEN @n:Fact THEN 'FACT' WHEN @n:Narrative THEN 'NARRATIVE' ELSE 'STORY' END,
    text: @m.text, role: @m.role, start: @m.start, end: @m.end, startUtf16: @m.startUtf16, endUtf16: @m.endUtf16,
    rank: @m.rank, position: @m.position} AS @dst
WHERE TRUE
// order: @dst.rank, @dst.position
