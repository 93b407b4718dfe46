// name: settle-co-backing
// mode: write
// rows: none
// params: rows
// CO_BACKED: outlets that back the same claims.
UNWIND $rows AS row
MATCH (outlet:Outlet {id: row.outlet})
MATCH (other:Outlet {id: row.other})
MERGE (outlet)-[pair:CO_BACKED {outletId: row.outlet, otherId: row.other}]->(other)
ON CREATE SET pair.claimCount = row.claims
ON MATCH SET pair.claimCount = pair.claimCount + row.claims

// name: remove-empty-co-backing
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (:Outlet {id: row.outlet})-[pair:CO_BACKED]->(:Outlet {id: row.other}) WHERE pair.claimCount = 0
DELETE pair
