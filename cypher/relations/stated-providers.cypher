// name: stated-providers
// mode: read
// params: none
// PROVIDED_BY: who a narrative is credited to in one version of its story.
WITH @src.owner AS @n
MATCH (@n)-[@e:PROVIDED_BY]->(@dst:Outlet)
WHERE @e.firstVersion <= @src.number AND coalesce(@e.lastVersion, @src.number) >= @src.number
