// name: comparison-stances
// mode: read
// params: none
// The stances of the narratives that the outlets of a comparison provide, of all months together.
UNWIND [@src.outletId, @src.otherId] AS @o
MATCH (:Outlet {id: @o})-[:OUTLET_STANCE]->(@s:StancePeriod)
WITH @s.stanceId AS @id, @s.stance AS @stance, @s.sortKey AS @key,
    sum(CASE WHEN @o = @src.outletId THEN @s.narrativeCount ELSE 0 END) AS @a,
    sum(CASE WHEN @o = @src.otherId THEN @s.narrativeCount ELSE 0 END) AS @b
WITH {stance: @stance, narrativeCountA: @a, narrativeCountB: @b, sortKey: @key, stanceId: @id} AS @dst
WHERE TRUE
// order: @dst.sortKey, @dst.stanceId
