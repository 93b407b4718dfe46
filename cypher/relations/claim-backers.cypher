// name: claim-backers
// mode: read
// params: minStories
// BACKS, backwards: the outlets that standing facts which state a claim cite, with counts and dates.
MATCH (@src)<-[@b:BACKS]-(@dst:Outlet)
WITH @dst, @b {.citationCount, .factCount, .storyCount, .firstAt, .lastAt, claim: @src, outlet: @dst} AS @e
WHERE TRUE
// filter minStories: @e.storyCount >= $minStories
// count: @src.backerCount
