// name: comparison-co-citing
// mode: read
// params: none
// The standing facts that cite both outlets of a comparison, found from the one that is cited less.
MATCH (@a:Outlet {id: @src.outletId}) MATCH (@b:Outlet {id: @src.otherId})
WITH CASE WHEN @a.citationCount <= @b.citationCount THEN [@a, @b] ELSE [@b, @a] END AS @both
WITH @both[0] AS @less, @both[1].id AS @more
MATCH (@less)<-[@k:CITES]-(@dst:Fact) WHERE @k.lastVersion IS NULL AND @dst.lastVersion IS NULL
    AND EXISTS { MATCH (@dst)-[@l:CITES]->(@o:Outlet) WHERE @l.lastVersion IS NULL AND @o.id = @more }
WITH DISTINCT @dst
WHERE TRUE
// count: @src.coCitationCount
