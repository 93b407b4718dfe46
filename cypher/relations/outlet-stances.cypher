// name: outlet-stances
// mode: read
// params: stance
// OUTLET_STANCE: the stances of the narratives that an outlet provides, month by month. Read from the index, as
// outlet-claims.
MATCH (@dst:StancePeriod)
WHERE @dst.outletId = @src.id AND @dst.monthKey IS NOT NULL AND @dst.sortKey IS NOT NULL AND @dst.stanceId IS NOT NULL
// filter stance: @dst.stance = $stance
// lead: @dst.outletId
// count: COUNT { (@src)-[:OUTLET_STANCE]->() }
