// name: fact-attributions
// mode: read
// params: none
// ATTRIBUTED_TO: whom the words of a fact say that it has something from, in the last version that it stands in.
MATCH (@src)-[@e:ATTRIBUTED_TO]->(@dst:Outlet)
WHERE coalesce(@e.lastVersion, 0) = coalesce(@src.lastVersion, 0)
