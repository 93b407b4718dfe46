// name: settle-outlets
// mode: write
// rows: many
// params: rows
// Counters, by difference. Gives the outlets that questions come to see or cease to.
UNWIND $rows AS row
MATCH (outlet:Outlet {id: row.id})
WITH outlet, row, outlet.storyCount + outlet.attributionCount > 0 AS seen
SET outlet.claimCount = outlet.claimCount + row.claims, outlet.storyCount = outlet.storyCount + row.stories,
    outlet.citationCount = outlet.citationCount + row.citations, outlet.factCount = outlet.factCount + row.facts,
    outlet.advocacyCount = outlet.advocacyCount + row.advocacies, outlet.soleClaimCount = outlet.soleClaimCount + row.sole,
    outlet.attributionCount = outlet.attributionCount + row.attributions
WITH outlet, seen WHERE seen <> (outlet.storyCount + outlet.attributionCount > 0)
RETURN outlet.id

// name: settle-people
// mode: write
// rows: many
// params: rows
UNWIND $rows AS row
MATCH (person:Person {id: row.id})
WITH person, row, person.storyCount > 0 AS seen
SET person.factCount = person.factCount + row.facts, person.storyCount = person.storyCount + row.stories
WITH person, seen WHERE seen <> (person.storyCount > 0)
RETURN person.id

// name: settle-pairs
// mode: write
// rows: none
// params: rows
// CO_CITED: facts that cite both, whichever of its documents each is cited by.
UNWIND $rows AS row
MATCH (outlet:Outlet {id: row.outlet})
MATCH (other:Outlet {id: row.other})
MERGE (outlet)-[pair:CO_CITED {outletId: row.outlet, otherId: row.other}]->(other)
ON CREATE SET pair.weight = row.weight
ON MATCH SET pair.weight = pair.weight + row.weight

// name: remove-empty-pairs
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (:Outlet {id: row.outlet})-[pair:CO_CITED]->(:Outlet {id: row.other}) WHERE pair.weight = 0
DELETE pair

// name: settle-person-outlets
// mode: write
// rows: none
// params: rows
// CITED_ABOUT: facts that mention the person and cite the outlet.
UNWIND $rows AS row
MATCH (person:Person {id: row.person})
MATCH (outlet:Outlet {id: row.outlet})
MERGE (person)-[about:CITED_ABOUT {personId: row.person, outletId: row.outlet}]->(outlet)
ON CREATE SET about.factCount = row.facts, about.storyCount = row.stories
ON MATCH SET about.factCount = about.factCount + row.facts, about.storyCount = about.storyCount + row.stories

// name: remove-empty-person-outlets
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (:Person {id: row.person})-[about:CITED_ABOUT]->(:Outlet {id: row.outlet}) WHERE about.factCount = 0
DELETE about

// name: remove-backs
// mode: write
// rows: many
// params: rows
// Who backs the claims, before it is found anew.
UNWIND $rows AS id
MATCH (:Claim {id: id})<-[backs:BACKS]-(outlet:Outlet)
WITH id, outlet, backs
DELETE backs
RETURN id, outlet.id

// name: add-backs
// mode: write
// rows: many
// params: rows
// Who backs the claims now.
UNWIND $rows AS id
MATCH (claim:Claim {id: id})<-[:STATES]-(fact:Fact)-[cites:CITES]->(outlet:Outlet)
WHERE fact.lastVersion IS NULL AND cites.lastVersion IS NULL
MATCH (fact)<-[:HAS_FACT]-(story:Story)
WITH claim, outlet, count(*) AS citations, count(DISTINCT fact) AS facts, count(DISTINCT story.event) AS stories,
    min(nullIf(fact.publishedKey, '')) AS first, max(nullIf(fact.publishedKey, '')) AS last
WITH claim, collect([outlet, citations, facts, stories, first, last]) AS backers
UNWIND backers AS backer
WITH claim, size(backers) AS count, backer, backer[0] AS outlet
CREATE (outlet)-[:BACKS {outletId: outlet.id, claimId: claim.id, citationCount: backer[1], factCount: backer[2],
    storyCount: backer[3], firstAt: backer[4], lastAt: backer[5], backerCount: count}]->(claim)
RETURN claim.id, outlet.id

// name: settle-claims
// mode: write
// rows: many
// params: rows
// What follows of a claim from the facts that state it, standing ones first, and from who backs it. Gives
// the text that questions saw and see, and how many facts there are, past ones too.
UNWIND $rows AS id
MATCH (claim:Claim {id: id})
CALL (claim) {
    MATCH (claim)<-[states:STATES]-(fact:Fact) WHERE fact.lastVersion IS NULL
    MATCH (fact)<-[:HAS_FACT]-(story:Story)
    WITH fact, states, story ORDER BY fact.publishedLastKey, fact.id
    RETURN count(*) AS facts, count(DISTINCT story.event) AS stories, head(collect(fact)).text AS text,
        min(states.score) AS score, min(nullIf(fact.publishedKey, '')) AS first,
        max(nullIf(fact.publishedKey, '')) AS last
}
CALL (claim) {
    MATCH (claim)<-[states:STATES]-(fact:Fact) WHERE fact.lastVersion IS NOT NULL
    WITH fact, states ORDER BY fact.publishedLastKey, fact.id, fact.firstVersion
    RETURN count(*) AS past, head(collect(fact)).text AS pastText, min(states.score) AS pastScore
}
CALL (claim) {
    MATCH (claim)<-[:BACKS]-(outlet:Outlet)
    RETURN count(*) AS backers, count(outlet.owner) AS owned, count(DISTINCT outlet.owner) AS owners
}
WITH *, CASE WHEN claim.factCount > 0 THEN claim.text END AS seen
SET claim.text = coalesce(text, pastText, claim.text), claim.factCount = facts, claim.storyCount = stories,
    claim.minScore = coalesce(score, pastScore, 0.0), claim.firstStatedAt = first, claim.lastStatedAt = last,
    claim.firstStatedKey = coalesce(first, ''), claim.firstStatedLastKey = coalesce(first, '~'),
    claim.backerCount = backers, claim.isSoleSourced = backers = 1,
    claim.restsOnOwner = backers > 0 AND backers = owned AND owners = 1,
    claim.ownerCount = CASE WHEN backers > 0 AND backers = owned THEN owners END
RETURN id, seen, text, facts + past

// name: word-claims
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id}) SET claim.tokens = row.tokens

// name: remove-claims
// mode: write
// rows: none
// params: rows
// Claims that no fact states any more.
UNWIND $rows AS id
MATCH (claim:Claim {id: id}) DETACH DELETE claim
