// name: fact-claim
// mode: read
// params: none
// STATES: the claim that a fact states.
MATCH (@src)-[:STATES]->(@dst:Claim)
WHERE TRUE
