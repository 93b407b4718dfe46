// name: co-mention-facts
// mode: read
// params: none
// The facts that mention two people. Those of the one whom fewer facts mention are walked in their order, and the other
// is looked up in each: a person beside a hub costs what that person has.
WITH CASE WHEN startNode(@src).factCount <= endNode(@src).factCount THEN [@src.personId, @src.otherId] ELSE [@src.otherId, @src.personId] END AS @two
MATCH ()-[@c:MENTIONED_IN]->(@dst)
WHERE @c.personId = @two[0] AND @c.kind = 'FACT' AND @c.publishedKey IS NOT NULL AND @c.ownerId IS NOT NULL
    AND EXISTS { MATCH (@dst)<-[@d:MENTIONED_IN]-() WHERE @d.personId = @two[1] }
// lead: @c.personId, @c.kind
// key n.publishedKey: @c.publishedKey
// key n.id: @c.ownerId
// count: @src.factCount
