// name: story-sources
// mode: read
// params: none
// LISTS: the sources line of a story's newest version, cited or not.
MATCH (@src)-[@e:LISTS]->(@dst:Outlet)
WHERE @e.lastVersion IS NULL
