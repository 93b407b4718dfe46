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
// The whole ledger, by the story that each revision told when it came, then by version.
MATCH (r:Revision) WHERE r.origin >= '' AND r.number >= 0
RETURN r.origin AS story, r.id, r.origin, r.number, r.publishedAt, r.recordedAt, r.arrival, r.digest, r.text, r.brief
ORDER BY r.origin, r.number

// name: decisions
// mode: read
// rows: many
// params: none
// The log of decisions.
MATCH (d:Decision) WHERE d.at >= '' AND d.id >= ''
RETURN d.id, d.kind, d.at, d.by, d.reason, d.subjects, d.effects, d.undoneAt, d.undoneBy
ORDER BY d.at, d.id
