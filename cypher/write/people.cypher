// name: settle-co-mentions
// mode: write
// rows: none
// params: rows
// CO_MENTIONED: stories and facts that mention both. A row is one of a pair, which is kept both ways round.
UNWIND $rows AS row
MATCH (one:Person {id: row.person})
MATCH (other:Person {id: row.other})
MERGE (one)-[there:CO_MENTIONED {personId: row.person, otherId: row.other}]->(other)
ON CREATE SET there.storyCount = row.stories, there.factCount = row.facts
ON MATCH SET there.storyCount = there.storyCount + row.stories, there.factCount = there.factCount + row.facts
MERGE (other)-[back:CO_MENTIONED {personId: row.other, otherId: row.person}]->(one)
ON CREATE SET back.storyCount = row.stories, back.factCount = row.facts
ON MATCH SET back.storyCount = back.storyCount + row.stories, back.factCount = back.factCount + row.facts

// name: remove-empty-co-mentions
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (:Person {id: row.person})-[edge:CO_MENTIONED]-(:Person {id: row.other}) WHERE edge.storyCount = 0
DELETE edge
