// name: put-outlets
// mode: write
// rows: many
// params: rows
// Outlets that are written to, described as the registry says now; their names follow from their
// spellings. Gives those whose owner or kind has changed, since claims count owners and rest on wires.
UNWIND $rows AS row
MERGE (outlet:Outlet {id: row.id})
ON CREATE SET outlet.name = '', outlet.aliases = [], outlet.sortKey = '', outlet.claimCount = 0,
    outlet.storyCount = 0, outlet.citationCount = 0, outlet.factCount = 0, outlet.advocacyCount = 0,
    outlet.soleClaimCount = 0, outlet.attributionCount = 0
WITH outlet, row, coalesce(outlet.owner, '') <> coalesce(row.owner, '') OR coalesce(outlet.kind, '') <> coalesce(row.kind, '') AS changed
SET outlet.kind = row.kind, outlet.country = row.country, outlet.domain = row.domain, outlet.owner = row.owner
WITH outlet, changed WHERE changed
RETURN outlet.id

// name: put-people
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MERGE (person:Person {id: row.id})
ON CREATE SET person.name = '', person.aliases = [], person.sortKey = '', person.factCount = 0, person.storyCount = 0

// name: put-claims
// mode: write
// rows: none
// params: rows
// Claims that wordings state; nothing is known of a new one yet.
UNWIND $rows AS id
MERGE (claim:Claim {id: id})
ON CREATE SET claim.text = '', claim.backerCount = 0, claim.storyCount = 0, claim.factCount = 0,
    claim.isSoleSourced = false, claim.conflictCount = 0, claim.isContested = false, claim.minScore = 0.0,
    claim.firstStatedKey = '', claim.firstStatedLastKey = '~', claim.restsOnOwner = false, claim.restsOnWire = false

// name: put-stories
// mode: write
// rows: none
// params: rows
// A story with all that hangs on it but facts and narratives; its revisions stay as they are.
UNWIND $rows AS row
MERGE (story:Story {id: row.properties.id})
SET story = row.properties, story.addressKey = left(row.properties.address, 1000)
WITH story, row
CALL (story, row) {
    UNWIND row.forecasts AS properties
    CREATE (story)-[:HAS_FORECAST]->(forecast:Forecast) SET forecast = properties, forecast.sourceKey = left(properties.source, 1000)
}
CALL (story, row) {
    UNWIND row.problems AS properties
    CREATE (story)-[:HAS_PROBLEM]->(problem:Problem) SET problem = properties
}
CALL (story, row) {
    UNWIND row.renamed AS id
    CREATE (story)-[:RENAMES]->(:Renamed {id: id})
}
CALL (story, row) {
    UNWIND row.lists AS edge
    MATCH (outlet:Outlet {id: edge.target})
    CREATE (story)-[lists:LISTS]->(outlet) SET lists = edge.properties
}
CALL (story, row) {
    UNWIND row.covers AS edge
    MATCH (outlet:Outlet {id: edge.target})
    CREATE (story)-[covered:COVERED_BY]->(outlet) SET covered = edge.properties
}
CALL (story, row) {
    UNWIND row.mentions AS edge
    MATCH (person:Person {id: edge.target})
    CREATE (story)-[mentions:MENTIONS]->(person) SET mentions = edge.properties
}
CALL (story, row) {
    UNWIND row.people AS edge
    MATCH (person:Person {id: edge.target})
    CREATE (person)-[appears:APPEARS_IN]->(story) SET appears = edge.properties
}

// name: put-facts
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (story:Story {id: row.story})
MATCH (claim:Claim {id: row.claim})
MATCH (wording:Wording {id: row.wording})
CREATE (story)-[:HAS_FACT]->(fact:Fact)
CREATE (fact)-[:WORDED {wordingId: row.wording, factId: row.properties.id, publishedLastKey: row.properties.publishedLastKey}]->(wording)
CREATE (fact)-[states:STATES]->(claim)
SET fact = row.properties, states = row.link
WITH fact, row
CALL (fact, row) {
    UNWIND row.cites AS edge
    MATCH (outlet:Outlet {id: edge.target})
    CREATE (fact)-[cites:CITES]->(outlet) SET cites = edge.properties
}
CALL (fact, row) {
    UNWIND row.attributions AS edge
    MATCH (outlet:Outlet {id: edge.target})
    CREATE (fact)-[attributed:ATTRIBUTED_TO]->(outlet) SET attributed = edge.properties
}
CALL (fact, row) {
    UNWIND row.mentions AS edge
    MATCH (person:Person {id: edge.target})
    CREATE (fact)-[mentions:MENTIONS]->(person) SET mentions = edge.properties
}
CALL (fact, row) {
    UNWIND row.people AS edge
    MATCH (person:Person {id: edge.target})
    CREATE (person)-[mentioned:MENTIONED_IN]->(fact) SET mentioned = edge.properties
}

// name: put-narratives
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (story:Story {id: row.story})
CREATE (story)-[:HAS_NARRATIVE]->(narrative:Narrative)
SET narrative = row.properties, narrative.stanceKey = left(row.properties.stance, 1000)
WITH narrative, row
CALL (narrative, row) {
    UNWIND row.providers AS edge
    MATCH (outlet:Outlet {id: edge.target})
    CREATE (narrative)-[provided:PROVIDED_BY]->(outlet) SET provided = edge.properties
}
CALL (narrative, row) {
    UNWIND row.mentions AS edge
    MATCH (person:Person {id: edge.target})
    CREATE (narrative)-[mentions:MENTIONS]->(person) SET mentions = edge.properties
}
CALL (narrative, row) {
    UNWIND row.people AS edge
    MATCH (person:Person {id: edge.target})
    CREATE (person)-[mentioned:MENTIONED_IN]->(narrative) SET mentioned = edge.properties
}
