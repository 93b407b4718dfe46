// name: fact-citations
// mode: read
// params: none
// CITES: the citations of a fact, one edge each; an outlet cited by two documents is there twice.
MATCH (@src)-[@e:CITES]->(@dst:Outlet)
WHERE @e.lastVersion IS NULL
