// name: stats
// mode: read
// params: none
// How much the newest versions hold.
WITH {
    storyCount: COUNT { (:Story) },
    factCount: COUNT { MATCH (@f:Fact) WHERE @f.lastVersion IS NULL },
    claimCount: COUNT { MATCH (@c:Claim) WHERE @c.factCount > 0 },
    outletCount: COUNT { MATCH (@o:Outlet) WHERE @o.storyCount + @o.attributionCount > 0 },
    personCount: COUNT { MATCH (@p:Person) WHERE @p.storyCount > 0 },
    narrativeCount: COUNT { MATCH (@n:Narrative) WHERE @n.lastVersion IS NULL },
    citationCount: COUNT { MATCH ()-[@k:CITES]->() WHERE @k.lastVersion IS NULL },
    problemCount: COUNT { (:Problem) }
} AS @dst
WHERE TRUE
