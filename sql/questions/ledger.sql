-- name: has-stories
-- mode: read
-- rows: one
-- params: none
-- Whether any story is stored.
SELECT EXISTS (SELECT 1 FROM story)

-- name: revisions
-- mode: read
-- rows: many
-- params: none
-- The whole ledger, by the story that each revision told when it came, then by version.
SELECT origin, id, origin, number, published_at, recorded_at, arrival, digest, text, brief FROM revision ORDER BY origin, number

-- name: decisions
-- mode: read
-- rows: many
-- params: none
-- The log of decisions.
SELECT id, kind, at, by, reason, subjects, effects, undone_at, undone_by FROM decision ORDER BY at, id
