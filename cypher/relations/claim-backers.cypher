// name: claim-backers
// mode: read
// params: minStories
// BACKS, backwards: the outlets that standing facts which state a claim cite, with counts and dates.
MATCH (@src)<-[@e:BACKS]-(@dst:Outlet)
WHERE TRUE
// filter minStories: @e.storyCount >= $minStories
// key n.id: @e.outletId
// count: @src.backerCount
