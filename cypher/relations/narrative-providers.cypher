// name: narrative-providers
// mode: read
// params: none
// PROVIDED_BY: who a narrative is credited to, or was in the last version that it stood in.
MATCH (@src)-[@e:PROVIDED_BY]->(@dst:Outlet)
WHERE coalesce(@e.lastVersion, 0) = coalesce(@src.lastVersion, 0)
