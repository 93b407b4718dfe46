// name: claim-backers
// mode: read
// params: minStories, minScore, method
// BACKS, backwards: the outlets that standing facts which state a claim cite, with counts and dates.
MATCH (@src)<-[@e:BACKS]-(@dst:Outlet)
WHERE TRUE
// filter minStories: @e.storyCount >= $minStories
// filter minScore: EXISTS { MATCH (@src)<-[@s:STATES]-(@f:Fact) WHERE @f.lastVersion IS NULL AND @s.score >= $minScore
//     AND EXISTS { MATCH (@f)-[@k:CITES]->(@dst) WHERE @k.lastVersion IS NULL } }
// filter method: EXISTS { MATCH (@src)<-[@t:STATES]-(@g:Fact) WHERE @g.lastVersion IS NULL AND @t.method = $method
//     AND EXISTS { MATCH (@g)-[@l:CITES]->(@dst) WHERE @l.lastVersion IS NULL } }
// key n.id: @e.outletId
// count: @src.backerCount
