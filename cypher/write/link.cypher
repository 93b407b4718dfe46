// name: find-wordings
// mode: read
// rows: many
// params: rows
UNWIND $rows AS id
MATCH (wording:Wording {id: id})
OPTIONAL MATCH (wording)-[:WORDS]->(claim:Claim)
RETURN id, wording.text, claim.id, wording.score, wording.method, wording.basis

// name: wordings-of-stories
// mode: read
// rows: many
// params: rows
// What the stories' facts say before they are replaced.
UNWIND $rows AS id
MATCH (:Story {id: id})-[:HAS_FACT]->(:Fact)-[:WORDED]->(wording:Wording)
RETURN DISTINCT wording.id

// name: least-texts-elsewhere
// mode: read
// rows: many
// params: rows, stories
// The least text that facts of other stories than `stories` write each wording with, in the order of code points,
// which only the caller knows: so all of their texts are given.
UNWIND $rows AS id
MATCH (:Wording {id: id})<-[:WORDED]-(fact:Fact)<-[:HAS_FACT]-(story:Story) WHERE NOT story.id IN $stories
RETURN DISTINCT id, fact.text

// name: members-of-keys
// mode: read
// rows: many
// params: rows, most
UNWIND $rows AS value
MATCH (bucket:Bucket {value: value})
CALL (bucket) { MATCH (bucket)<-[:HAS_KEY]-(wording:Wording) RETURN wording.id AS id LIMIT $most }
RETURN value, collect(id)

// name: pairs-of-wordings
// mode: read
// rows: many
// params: rows
UNWIND $rows AS id
MATCH (:Wording {id: id})-[pair:LIKE]-(:Wording)
RETURN DISTINCT startNode(pair).id, endNode(pair).id, pair.score

// name: stored-pairs
// mode: read
// rows: many
// params: rows
// Pairs and conflicts that begin at the wordings.
UNWIND $rows AS id
MATCH (:Wording {id: id})-[:LIKE|CONTRADICTS]->(other:Wording)
RETURN id, other.id

// name: take-wordings
// mode: write
// rows: many
// params: rows
// Takes away keys, pairs and conflicts, and gives whom each wording was paired with. A key that nothing has any more
// goes too.
UNWIND $rows AS id
MATCH (wording:Wording {id: id})
CALL (wording) {
    MATCH (wording)-[key:HAS_KEY]->(bucket:Bucket)
    DELETE key
    WITH DISTINCT bucket WHERE NOT EXISTS { (bucket)<-[:HAS_KEY]-() }
    DELETE bucket
}
CALL (wording) {
    MATCH (wording)-[pair:LIKE|CONTRADICTS]-(other:Wording)
    WITH pair, other.id AS other, type(pair) AS kind
    DELETE pair
    WITH other, kind WHERE kind = 'LIKE'
    RETURN collect(other) AS paired
}
UNWIND paired AS other
RETURN DISTINCT other

// name: put-wordings
// mode: write
// rows: none
// params: rows
// A new one is not placed yet.
UNWIND $rows AS row
MERGE (wording:Wording {id: row.id})
ON CREATE SET wording.score = 0.0, wording.method = ''
SET wording.text = row.text

// name: add-keys
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (wording:Wording {id: row.id})
UNWIND row.keys AS value
MERGE (bucket:Bucket {value: value})
CREATE (wording)-[:HAS_KEY]->(bucket)

// name: add-pairs
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (one:Wording {id: row.a})
MATCH (other:Wording {id: row.b})
CREATE (one)-[:LIKE {score: row.score}]->(other)

// name: add-contradictions
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (one:Wording {id: row.a})
MATCH (other:Wording {id: row.b})
CREATE (one)-[:CONTRADICTS {score: row.score, differs: row.differs}]->(other)

// name: remove-pairs
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (:Wording {id: row.a})-[pair:LIKE|CONTRADICTS]->(:Wording {id: row.b})
DELETE pair

// name: place-wordings
// mode: write
// rows: none
// params: rows
// Wordings that state another claim, or for another reason, and the facts of other stories with them.
UNWIND $rows AS row
MATCH (wording:Wording {id: row.id})
MATCH (claim:Claim {id: row.claim})
SET wording.score = row.score, wording.method = row.method, wording.basis = row.basis
WITH wording, claim, row
CALL (wording) { MATCH (wording)-[words:WORDS]->() DELETE words }
CREATE (wording)-[:WORDS]->(claim)
WITH wording, claim, row
CALL (wording, claim, row) {
    MATCH (wording)<-[:WORDED]-(fact:Fact)-[old:STATES]->(:Claim)
    WITH claim, row, fact, old, old.isReviewed AS isReviewed
    DELETE old
    CREATE (fact)-[:STATES {score: row.score, method: row.method, isReviewed: isReviewed}]->(claim)
}

// name: remove-wordings
// mode: write
// rows: none
// params: rows
UNWIND $rows AS id
MATCH (wording:Wording {id: id}) DETACH DELETE wording

// name: move
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MERGE (moved:Moved {id: row.id}) SET moved.target = row.target

// name: unmove
// mode: write
// rows: none
// params: rows
UNWIND $rows AS id
MATCH (moved:Moved {id: id}) DELETE moved

// name: remove-conflicts
// mode: write
// rows: none
// params: rows
UNWIND $rows AS id
MATCH (:Claim {id: id})-[conflict:CONFLICTS_WITH]-(:Claim)
DELETE conflict

// name: add-conflicts
// mode: write
// rows: none
// params: rows
// The closest two wordings of each two claims; of equally close ones, those with the smallest ids. Where both claims
// are among the rows the second finds the same.
UNWIND $rows AS id
MATCH (claim:Claim {id: id})<-[:WORDS]-(:Wording)-[pair:CONTRADICTS]-(:Wording)-[:WORDS]->(other:Claim)
WHERE other <> claim
WITH claim, other, pair ORDER BY pair.score DESC, startNode(pair).id, endNode(pair).id
WITH claim, other, head(collect(pair)) AS closest
MERGE (claim)-[conflict:CONFLICTS_WITH {claimId: claim.id, otherId: other.id}]->(other)
SET conflict.score = closest.score, conflict.differs = closest.differs
MERGE (other)-[mirrored:CONFLICTS_WITH {claimId: other.id, otherId: claim.id}]->(claim)
SET mirrored.score = closest.score, mirrored.differs = closest.differs
