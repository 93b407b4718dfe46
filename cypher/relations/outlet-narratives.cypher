// name: outlet-narratives
// mode: read
// params: none
// PROVIDED_BY, backwards: the narratives that an outlet provides, once each.
MATCH (@src)<-[@p:PROVIDED_BY]-(@dst:Narrative)
WHERE @p.lastVersion IS NULL
WITH DISTINCT @dst
WHERE TRUE
