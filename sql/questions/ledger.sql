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
-- The whole ledger, by story and version.
SELECT s.id, r.id, r.number, r.published_at, r.recorded_at, r.arrival, r.digest, r.text, r.brief
FROM story AS s CROSS JOIN revision AS r ON r.story = s.key ORDER BY s.id, r.number
