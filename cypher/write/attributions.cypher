// name: remove-origins
// mode: write
// rows: none
// params: rows
UNWIND $rows AS id
MATCH (:Claim {id: id})<-[origin:ORIGIN_OF]-(:Outlet)
DELETE origin

// name: add-origins
// mode: write
// rows: none
// params: rows
// Outlets that standing facts which state the claims say they have something from.
UNWIND $rows AS id
MATCH (claim:Claim {id: id})<-[:STATES]-(fact:Fact)-[said:ATTRIBUTED_TO]->(outlet:Outlet)
WHERE fact.lastVersion IS NULL AND said.lastVersion IS NULL
MATCH (fact)<-[:HAS_FACT]-(story:Story)
WITH claim, outlet, count(DISTINCT fact) AS facts, count(DISTINCT story.event) AS stories,
    min(nullIf(fact.publishedKey, '')) AS first, max(said.kind = 'FIRST_REPORTED') AS isFirst
CREATE (outlet)-[:ORIGIN_OF {outletId: outlet.id, claimId: claim.id, factCount: facts, storyCount: stories,
    firstAt: first, isFirst: isFirst}]->(claim)

// name: settle-sole-wires
// mode: write
// rows: none
// params: rows
// Wires that every citation of a claim is of, or stands beside words that say so. Where one is cited and the words name
// another, it is the one that the words name; where they name two it is neither.
UNWIND $rows AS id
MATCH (claim:Claim {id: id})
CALL (claim) {
    MATCH (claim)<-[edge:BACKS|ORIGIN_OF]-(outlet:Outlet) WHERE outlet.kind = 'WIRE' AND claim.backerCount > 0
    WITH claim, outlet, max(CASE type(edge) WHEN 'ORIGIN_OF' THEN 1 ELSE 0 END) AS said
    WHERE NOT EXISTS {
        MATCH (claim)<-[:STATES]-(fact:Fact)-[cites:CITES]->(other:Outlet)
        WHERE fact.lastVersion IS NULL AND cites.lastVersion IS NULL AND other <> outlet
            AND NOT EXISTS { MATCH (fact)-[a:ATTRIBUTED_TO]->(outlet) WHERE a.lastVersion IS NULL }
    }
    WITH collect(outlet.id) AS wires, collect(CASE said WHEN 1 THEN outlet.id END) AS named
    RETURN CASE WHEN size(named) = 1 THEN named[0] WHEN size(wires) = 1 THEN wires[0] END AS wire
}
SET claim.soleWire = wire, claim.restsOnWire = wire IS NOT NULL
