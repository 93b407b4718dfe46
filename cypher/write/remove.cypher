// name: story-shares
// mode: read
// rows: many
// params: rows
// What stories add to what stories have in common, as it was written with them.
UNWIND $rows AS id
MATCH (story:Story {id: id}) RETURN id, story.share

// name: claims-of-stories
// mode: read
// rows: many
// params: rows
// The claims that the stories' facts state before they are replaced.
UNWIND $rows AS id
MATCH (story:Story {id: id})-[:HAS_FACT]->(:Fact)-[:STATES]->(claim:Claim)
RETURN DISTINCT claim.id

// name: claims-of-outlets
// mode: read
// rows: many
// params: rows
// The claims that outlets back or are named for, for when their owner or kind is learnt.
UNWIND $rows AS id
MATCH (outlet:Outlet {id: id})-[:BACKS|ORIGIN_OF]->(claim:Claim) RETURN DISTINCT claim.id

// name: remove-parts
// mode: write
// rows: none
// params: rows
// All of a story but the story itself and its revisions.
UNWIND $rows AS id
MATCH (story:Story {id: id})
CALL (story) {
    MATCH (story)-[:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|HAS_PROBLEM|RENAMES]->(part) DETACH DELETE part
}
CALL (story) { MATCH (story)-[edge:LISTS|MENTIONS|COVERED_BY]->() DELETE edge }
CALL (story) { MATCH (story)<-[edge:APPEARS_IN]-() DELETE edge }
CALL (story) { MATCH (story)-[edge:TWIN]-() DELETE edge }

// name: remove-stories
// mode: write
// rows: none
// params: rows
UNWIND $rows AS id
MATCH (story:Story {id: id})
CALL (story) { MATCH (story)-[:HAS_REVISION]->(revision) DETACH DELETE revision }
DETACH DELETE story
