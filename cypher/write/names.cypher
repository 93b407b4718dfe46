// name: settle-outlet-aliases
// mode: write
// rows: many
// params: rows
// How often outlets are spelt in each way, by difference. Gives the outlets that gain or lose a spelling
// or a name; a mere change of counts renames nobody.
UNWIND $rows AS row
MATCH (outlet:Outlet {id: row.node})
MERGE (alias:Alias {id: row.id})
ON CREATE SET alias.kind = 'OUTLET', alias.alias = row.alias, alias.folded = row.folded, alias.foldedKey = left(row.folded, 1000),
    alias.uses = 0, alias.named = 0
WITH outlet, alias, row, alias.uses > 0 AS used, alias.named > 0 AS known
SET alias.uses = alias.uses + row.uses, alias.named = alias.named + row.named
MERGE (alias)-[:NAMES]->(outlet)
WITH outlet, alias, used, known WHERE used <> (alias.uses > 0) OR known <> (alias.named > 0)
RETURN DISTINCT outlet.id

// name: settle-person-aliases
// mode: write
// rows: many
// params: rows
UNWIND $rows AS row
MATCH (person:Person {id: row.node})
MERGE (alias:Alias {id: row.id})
ON CREATE SET alias.kind = 'PERSON', alias.alias = row.alias, alias.folded = row.folded, alias.foldedKey = left(row.folded, 1000),
    alias.uses = 0, alias.named = 0
WITH person, alias, row, alias.uses > 0 AS used, alias.named > 0 AS known
SET alias.uses = alias.uses + row.uses, alias.named = alias.named + row.named
MERGE (alias)-[:NAMES]->(person)
WITH person, alias, used, known WHERE used <> (alias.uses > 0) OR known <> (alias.named > 0)
RETURN DISTINCT person.id

// name: remove-unused-aliases
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (alias:Alias {id: row.id}) WHERE alias.uses = 0 AND alias.named = 0
DETACH DELETE alias

// name: outlet-spellings
// mode: read
// rows: many
// params: rows
// Everything that names follow from, and whether questions see the outlet.
UNWIND $rows AS id
MATCH (outlet:Outlet {id: id})
OPTIONAL MATCH (outlet)<-[:NAMES]-(alias:Alias)
RETURN id, outlet.storyCount + outlet.attributionCount > 0, collect([alias.alias, alias.uses, alias.named])

// name: person-spellings
// mode: read
// rows: many
// params: rows
UNWIND $rows AS id
MATCH (person:Person {id: id})
OPTIONAL MATCH (person)<-[:NAMES]-(alias:Alias)
RETURN id, person.storyCount > 0, collect([alias.alias, alias.uses, alias.named])

// name: name-outlets
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (outlet:Outlet {id: row.id})
SET outlet.name = row.name, outlet.aliases = row.aliases, outlet.sortKey = row.sortKey, outlet.tokens = row.tokens

// name: name-people
// mode: write
// rows: none
// params: rows
UNWIND $rows AS row
MATCH (person:Person {id: row.id})
SET person.name = row.name, person.aliases = row.aliases, person.sortKey = row.sortKey, person.tokens = row.tokens

// name: remove-outlets
// mode: write
// rows: none
// params: rows
UNWIND $rows AS id
MATCH (outlet:Outlet {id: id}) DETACH DELETE outlet

// name: remove-people
// mode: write
// rows: none
// params: rows
UNWIND $rows AS id
MATCH (person:Person {id: id}) DETACH DELETE person
