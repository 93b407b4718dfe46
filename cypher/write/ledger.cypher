// name: take-turn
// mode: write
// rows: one
// params: none
// Writers take turns: the node stays locked until the transaction ends, so that what is read after this
// cannot grow stale and no two writers wait for each other. Almost every batch cites the same few large
// outlets, whose locks would make writers take turns anyway, and in no order. Gives how many briefs the store has
// received, and which state its log of decisions is in.
MATCH (store:Store {id: 'briefgraph'}) SET store.turn = store.turn + 1 WITH store RETURN store.arrivals, store.log

// name: count-arrivals
// mode: write
// rows: none
// params: arrivals
MATCH (store:Store {id: 'briefgraph'}) SET store.arrivals = $arrivals

// name: ledger-digests
// mode: read
// rows: many
// params: rows
// What stories have, without reading any text: enough to see that a brief is there already.
UNWIND $rows AS id
MATCH (story:Story {id: id})-[:HAS_REVISION]->(revision:Revision)
RETURN id, revision.id, revision.number

// name: ledger-revisions
// mode: read
// rows: many
// params: rows
// The revisions of stories, whole.
UNWIND $rows AS id
MATCH (story:Story {id: id})-[:HAS_REVISION]->(revision:Revision)
RETURN id, revision.id, revision.origin, revision.number, revision.publishedAt, revision.recordedAt, revision.arrival,
    revision.digest, revision.text, revision.brief
ORDER BY id, revision.number

// name: number-revisions
// mode: write
// rows: none
// params: rows
// A version may arrive before those that are there.
UNWIND $rows AS row
MATCH (revision:Revision {id: row.id}) SET revision.number = row.number

// name: place-revisions
// mode: write
// rows: none
// params: rows
// Gives revisions to the stories that they belong to now.
UNWIND $rows AS row
MATCH (revision:Revision {id: row.id})
MATCH (story:Story {id: row.story})
CALL (revision) { MATCH (revision)<-[had:HAS_REVISION]-() DELETE had }
CREATE (story)-[:HAS_REVISION]->(revision)
SET revision.number = row.number

// name: add-revisions
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (story:Story {id: row.story})
CREATE (story)-[:HAS_REVISION]->(revision:Revision) SET revision = row.properties
