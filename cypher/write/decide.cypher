// name: log-of-decisions
// mode: read
// rows: many
// params: none
MATCH (d:Decision) WHERE d.at >= '' AND d.id >= ''
RETURN d.id, d.kind, d.at, d.by, d.reason, d.subjects, d.effects, d.undoneAt, d.undoneBy
ORDER BY d.at, d.id

// name: count-decision-change
// mode: write
// rows: none
// params: none
// Who has the log in memory sees by this that it has changed. A count would come again where the database is made anew.
MATCH (store:Store {id: 'briefgraph'}) SET store.log = randomUUID()

// name: put-decisions
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MERGE (decision:Decision {id: row.id})
ON CREATE SET decision.kind = row.kind, decision.at = row.at, decision.by = row.by, decision.subjects = row.subjects
SET decision.reason = row.reason, decision.effects = row.effects, decision.isUndone = row.isUndone,
    decision.undoneAt = row.undoneAt, decision.undoneBy = row.undoneBy

// name: stories-of-outlets
// mode: read
// rows: many
// params: rows
// The stories that name an outlet, in any version.
UNWIND $rows AS id
MATCH (outlet:Outlet {id: id})
CALL (outlet) {
    MATCH (outlet)<-[:LISTS]-(story:Story) RETURN story
    UNION MATCH (outlet)<-[:CITES]-(:Fact)<-[:HAS_FACT]-(story:Story) RETURN story
    UNION MATCH (outlet)<-[:ATTRIBUTED_TO]-(:Fact)<-[:HAS_FACT]-(story:Story) RETURN story
    UNION MATCH (outlet)<-[:PROVIDED_BY]-(:Narrative)<-[:HAS_NARRATIVE]-(story:Story) RETURN story
}
RETURN DISTINCT story.id

// name: stories-of-people
// mode: read
// rows: many
// params: rows
// The stories that mention a person, in any version.
UNWIND $rows AS id
MATCH (:Person {id: id})<-[mentions:MENTIONS]-()
RETURN DISTINCT mentions.storyId

// name: stories-renaming
// mode: read
// rows: many
// params: rows
// The stories in which an outlet or a person stands for another.
UNWIND $rows AS id
MATCH (:Renamed {id: id})<-[:RENAMES]-(story:Story)
RETURN DISTINCT story.id

// name: stories-of-origins
// mode: read
// rows: many
// params: rows
// The stories that hold what came as others: one each, unless decisions are just changing.
UNWIND $rows AS id
MATCH (:Revision {origin: id})<-[:HAS_REVISION]-(story:Story)
RETURN DISTINCT story.id
