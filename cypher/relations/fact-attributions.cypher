// name: fact-attributions
// mode: read
// params: none
// ATTRIBUTED_TO: whom the words of a fact say that it has something from.
MATCH (@src)-[@e:ATTRIBUTED_TO]->(@dst:Outlet)
WHERE @e.lastVersion IS NULL
