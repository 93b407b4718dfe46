// name: claim-facts
// mode: read
// params: none
// STATES, backwards: the standing facts that state a claim; score, method and review are the link's.
MATCH (@src)<-[@e:STATES]-(@dst:Fact)
WHERE @dst.lastVersion IS NULL
// count: @src.factCount
