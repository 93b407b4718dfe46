// name: person-outlets
// mode: read
// params: none
// The outlets that facts which mention a person cite.
MATCH (@src)-[@e:CITED_ABOUT]->(@dst:Outlet)
WHERE TRUE
