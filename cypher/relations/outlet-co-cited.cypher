// name: outlet-co-cited
// mode: read
// params: minWeight
// CO_CITED: the outlets that facts cite together with an outlet; the weight counts these facts. Read from
// the index, as outlet-claims.
MATCH ()-[@e:CO_CITED]->(@dst)
WHERE @e.outletId = @src.id AND @e.weight IS NOT NULL AND @e.otherId IS NOT NULL
// filter minWeight: @e.weight >= $minWeight
// lead: @e.outletId
// key n.id: @e.otherId
// count: COUNT { (@src)-[:CO_CITED]->() }
