// name: received
// mode: read
// rows: one
// params: none
// How many briefs the store has received: the position that the next one comes after.
MATCH (store:Store {id: 'briefgraph'}) RETURN coalesce(store.arrivals, 0)

// name: ingested
// mode: read
// rows: one
// params: after, until, most
// What came after one position, up to another, oldest first: the position of each revision, and the story that has it now.
CALL () {
    MATCH (r:Revision) WHERE r.arrival > $after AND r.arrival <= $until
    MATCH (story:Story)-[:HAS_REVISION]->(r)
    WITH r.arrival AS arrival, story.id AS id ORDER BY arrival LIMIT $most
    RETURN collect([arrival, id]) AS rows
}
RETURN rows
