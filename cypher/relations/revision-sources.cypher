// name: revision-sources
// mode: read
// params: none
// LISTS: the sources line of one version of a story.
MATCH (@src)<-[:HAS_REVISION]-(:Story)-[@e:LISTS]->(@dst:Outlet)
WHERE @e.firstVersion <= @src.number AND coalesce(@e.lastVersion, @src.number) >= @src.number
