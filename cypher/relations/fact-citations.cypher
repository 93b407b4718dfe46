// name: fact-citations
// mode: read
// params: none
// CITES: the citations of a fact, or those of the last version that it stood in, one edge each; an outlet cited by two documents is there twice.
MATCH (@src)-[@e:CITES]->(@dst:Outlet)
WHERE coalesce(@e.lastVersion, 0) = coalesce(@src.lastVersion, 0)
