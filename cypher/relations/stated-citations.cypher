// name: stated-citations
// mode: read
// params: none
// CITES: the citations that a fact has in one version of its story.
WITH @src.owner AS @f
MATCH (@f)-[@e:CITES]->(@dst:Outlet)
WHERE @e.firstVersion <= @src.number AND coalesce(@e.lastVersion, @src.number) >= @src.number
