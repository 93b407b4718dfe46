// name: has-stories
// mode: read
// rows: one
// params: none
// Whether any story is stored.
RETURN EXISTS { (:Story) }

// name: revisions
// mode: read
// rows: many
// params: none
// The whole ledger, by story and version.
MATCH (s:Story) WHERE s.id >= ''
MATCH (s)-[:HAS_REVISION]->(r:Revision)
RETURN s.id, r.id, r.number, r.publishedAt, r.recordedAt, r.arrival, r.digest, r.text, r.brief
ORDER BY s.id, r.number
