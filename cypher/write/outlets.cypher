// name: settle-stances
// mode: write
// rows: none
// params: rows
// OUTLET_STANCE: how many narratives of a stance an outlet provides in a month, by difference.
UNWIND $rows AS row
MATCH (outlet:Outlet {id: row.properties.outletId})
MERGE (period:StancePeriod {id: row.id})
ON CREATE SET period += row.properties, period.narrativeCount = 0
SET period.narrativeCount = period.narrativeCount + row.narratives
MERGE (outlet)-[:OUTLET_STANCE]->(period)

// name: remove-empty-stances
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (period:StancePeriod {id: row.id}) WHERE period.narrativeCount = 0
DETACH DELETE period
