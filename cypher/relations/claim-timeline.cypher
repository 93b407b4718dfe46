// name: claim-timeline
// mode: read
// params: none
// When facts began to state a claim and ceased to: each run of versions of each fact, standing or not. `number` is the
// version that the fact is read in, `row` tells events apart: of one instant, those that take something away come first.
MATCH (@src)<-[:STATES]-(@f:Fact)<-[:HAS_FACT]-(@s:Story)
UNWIND CASE WHEN @f.lastVersion IS NULL THEN [[@f.firstVersion, @f.firstVersion, 'STATED', '1:']]
    ELSE [[@f.firstVersion, @f.firstVersion, 'STATED', '1:'], [@f.lastVersion + 1, @f.lastVersion, 'WITHDRAWN', '0:']] END AS @x
MATCH (@s)-[:HAS_REVISION]->(@r:Revision {number: @x[0]})
WITH {kind: @x[2], at: coalesce(@r.publishedAt, @r.recordedAt), recordedAt: @r.recordedAt, version: @x[0], text: @f.text,
    story: @s, owner: @f, number: @x[1], row: @x[3] + @f.id + ':' + toString(@f.firstVersion)} AS @dst
WHERE TRUE
