// name: narrative-providers
// mode: read
// params: none
// PROVIDED_BY: who a narrative is credited to.
MATCH (@src)-[@e:PROVIDED_BY]->(@dst:Outlet)
WHERE @e.lastVersion IS NULL
