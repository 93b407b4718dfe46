-- name: manifest-revisions
-- mode: read
-- rows: many
-- params: none
-- The ids of all versions, from the index of them: what the manifest should name.
SELECT id FROM revision

-- name: manifest-revision
-- mode: read
-- rows: one
-- params: id
-- What the manifest says of a version.
SELECT id AS revision, origin AS story, title, json_extract(brief, '$.address') AS address, recorded_at FROM revision WHERE id = :id

-- name: salvage-revisions
-- mode: read
-- rows: many
-- params: after, last
-- The ledger from a key on, as far as it can be read: the row's key, then what the `revisions` question gives.
SELECT key, id, origin, number, published_at, recorded_at, arrival, digest, text, brief
FROM revision WHERE key > :after AND key <= :last ORDER BY key

-- name: salvage-decisions
-- mode: read
-- rows: many
-- params: after, last
-- The log of decisions likewise.
SELECT key, id, kind, at, by, reason, subjects, effects, undone_at, undone_by
FROM decision WHERE key > :after AND key <= :last ORDER BY key

-- name: salvage-stories
-- mode: read
-- rows: many
-- params: after, last
-- The stories likewise: what the ledger has lost may still be named here.
SELECT key, id, title, address, recorded_at FROM story WHERE key > :after AND key <= :last ORDER BY key

-- name: salvage-schema
-- mode: read
-- rows: many
-- params: none
-- The pages that the schema itself is kept on: the same in any two stores that were made by one set of schema files.
SELECT pageno FROM dbstat WHERE name = 'sqlite_schema' ORDER BY pageno
