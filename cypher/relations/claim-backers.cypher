// name: claim-backers
// mode: read
// params: minStories, minScore, method
// BACKS, backwards: the outlets that standing facts which state a claim cite, with counts and dates.
MATCH (@src)<-[@e:BACKS]-(@dst:Outlet)
WHERE TRUE
// filter minStories: @e.storyCount >= $minStories
// filter minScore: EXISTS { MATCH (@src)<-[@s:STATES]-(@f:Fact)-[@k:CITES]->(@dst)
//     WHERE @f.lastVersion IS NULL AND @k.lastVersion IS NULL AND @s.score >= $minScore }
// filter method: EXISTS { MATCH (@src)<-[@t:STATES]-(@g:Fact)-[@l:CITES]->(@dst)
//     WHERE @g.lastVersion IS NULL AND @l.lastVersion IS NULL AND @t.method = $method }
// key n.id: @e.outletId
// count: @src.backerCount
