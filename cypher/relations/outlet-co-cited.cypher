// name: outlet-co-cited
// mode: read
// params: minWeight
// CO_CITED: the outlets that facts cite together with an outlet; the weight counts these facts.
MATCH (@src)-[@e:CO_CITED]->(@dst:Outlet)
WHERE TRUE
// filter minWeight: @e.weight >= $minWeight
