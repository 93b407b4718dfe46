// name: twins-of-stories
// mode: read
// rows: many
// params: rows
// Who tells the same as each story.
UNWIND $rows AS id
MATCH (:Story {id: id})-[:TWIN]-(other:Story)
RETURN DISTINCT id, other.id

// name: find-twins
// mode: read
// rows: many
// params: rows
// Stories of which one says at least three quarters of what the other says, and two facts or more.
UNWIND $rows AS id
MATCH (story:Story {id: id})
CALL (story) {
    MATCH (story)-[:HAS_FACT]->(fact:Fact)-[:WORDED]->(wording:Wording) WHERE fact.lastVersion IS NULL
    RETURN collect(DISTINCT wording) AS own
}
UNWIND own AS wording
MATCH (wording)<-[:WORDED]-(fact:Fact)<-[:HAS_FACT]-(other:Story) WHERE fact.lastVersion IS NULL AND other <> story
WITH id, other, size(own) AS said, count(DISTINCT wording) AS shared WHERE shared > 1
CALL (other) {
    MATCH (other)-[:HAS_FACT]->(fact:Fact)-[:WORDED]->(wording:Wording) WHERE fact.lastVersion IS NULL
    RETURN count(DISTINCT wording) AS others
}
WITH id, other, shared, CASE WHEN said < others THEN said ELSE others END AS least WHERE 4 * shared >= 3 * least
RETURN id, other.id

// name: add-twins
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (one:Story {id: row.a})
MATCH (other:Story {id: row.b})
MERGE (one)-[:TWIN]->(other)

// name: events-of
// mode: read
// rows: many
// params: rows
// The stories that are there, with what decides which of several counts.
UNWIND $rows AS id
MATCH (story:Story {id: id})
RETURN id, story.publishedLastKey, story.event

// name: put-events
// mode: write
// rows: many
// params: rows
// Stories that count as others than before, each with the problem that says so where that is not the story itself.
// Gives the claims that they state, which count events.
UNWIND $rows AS row
MATCH (story:Story {id: row.id})
SET story.event = row.event
WITH story, row
CALL (story) {
    MATCH (story)-[:HAS_PROBLEM]->(problem:Problem) WHERE problem.code = 'DUPLICATE_STORY'
    DETACH DELETE problem
}
CALL (story, row) {
    WITH story, row WHERE row.problem IS NOT NULL
    WITH story, row, COUNT { (story)-[:HAS_PROBLEM]->() } + 1 AS position
    CREATE (story)-[:HAS_PROBLEM]->(:Problem {id: row.problem, position: position, code: 'DUPLICATE_STORY',
        message: row.message, line: 1, column: 1, isClosed: row.isClosed, publishedKey: story.publishedKey})
}
MATCH (story)-[:HAS_FACT]->(:Fact)-[:STATES]->(claim:Claim)
RETURN DISTINCT claim.id
