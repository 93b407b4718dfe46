// name: person-outlets
// mode: read
// params: none
// The outlets that facts which mention a person cite. Read from the index, as outlet-claims.
MATCH ()-[@e:CITED_ABOUT]->(@dst)
WHERE @e.personId = @src.id AND @e.factCount IS NOT NULL AND @e.outletId IS NOT NULL
// lead: @e.personId
// key n.id: @e.outletId
// count: COUNT { (@src)-[:CITED_ABOUT]->() }
