// name: claim-stories
// mode: read
// params: none
// The stories that state a claim, once each.
MATCH (@src)<-[:STATES]-(@f:Fact)<-[:HAS_FACT]-(@dst:Story)
WHERE @f.lastVersion IS NULL
WITH DISTINCT @dst
WHERE TRUE
