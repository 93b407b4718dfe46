// name: schema-version
// mode: read
// rows: one
// params: none
// The version that the database was prepared with, if it was; whether it holds anything; and the server's.
CALL () { OPTIONAL MATCH (store:Store {id: 'briefgraph'}) RETURN store.schemaVersion AS version LIMIT 1 }
CALL () { OPTIONAL MATCH (node) WITH node LIMIT 1 RETURN node IS NOT NULL AS used }
CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel'
RETURN [version, used, versions[0]]

// name: schema-names
// mode: read
// rows: many
// params: none
// The indexes and constraints that are there, and whether they answer.
SHOW INDEXES YIELD name, state RETURN name, state
