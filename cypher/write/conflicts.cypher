// name: conflicts-of-claims
// mode: read
// rows: many
// params: rows
// What conflicts with claims, and whether a standing fact states the claim whose id comes first.
UNWIND $rows AS id
MATCH (claim:Claim {id: id})-[:CONFLICTS_WITH]->(other:Claim)
RETURN id, other.id, claim.factCount > 0

// name: settle-conflicts
// mode: write
// rows: none
// params: rows
// With how many stated claims a claim conflicts, by difference.
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})
SET claim.conflictCount = claim.conflictCount + row.claims
SET claim.isContested = claim.conflictCount > 0

// name: settle-conflicts-of-claims
// mode: write
// rows: none
// params: rows
// The same, counted anew.
UNWIND $rows AS id
MATCH (claim:Claim {id: id})
WITH claim, COUNT { MATCH (claim)-[:CONFLICTS_WITH]->(other:Claim) WHERE other.factCount > 0 } AS conflicts
SET claim.conflictCount = conflicts, claim.isContested = conflicts > 0

// name: remove-disputes
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH ()-[dispute:DISPUTES]->() WHERE dispute.claimId = row.claim AND dispute.otherClaimId = row.other
DELETE dispute

// name: add-disputes
// mode: write
// rows: none
// params: rows
// DISPUTES: each outlet that backs the claim, and each that backs the other one.
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})-[conflict:CONFLICTS_WITH]->(other:Claim {id: row.other})
MATCH (claim)<-[:BACKS]-(outlet:Outlet)
MATCH (other)<-[:BACKS]-(against:Outlet)
CREATE (outlet)-[:DISPUTES {outletId: outlet.id, otherId: against.id, claimId: row.claim, otherClaimId: row.other,
    score: conflict.score, differs: conflict.differs}]->(against)
