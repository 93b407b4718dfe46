-- name: story-key
-- mode: read
-- rows: one
-- params: id
-- The key of a story, if it is stored.
SELECT key FROM story WHERE id = :id

-- name: ledger-digests
-- mode: read
-- rows: many
-- params: story
-- What a story has, without reading any text: enough to see that a brief is there already.
SELECT id, number FROM revision WHERE story = :story

-- name: ledger-revisions
-- mode: read
-- rows: many
-- params: story
-- The revisions of a story, whole.
SELECT id, origin, number, published_at, recorded_at, arrival, digest, text, brief
FROM revision WHERE story = :story ORDER BY number

-- name: unnumber-revisions
-- mode: write
-- rows: none
-- params: story
-- Takes the numbers out of the way: a version may arrive before those that are there.
UPDATE revision SET number = -number WHERE story = :story

-- name: number-revision
-- mode: write
-- rows: none
-- params: story, number, id
UPDATE revision SET story = :story, number = :number WHERE id = :id

-- name: add-revision
-- mode: write
-- rows: none
-- params: key, id, origin, story, number, published_at, recorded_at, arrival, digest, title, lead, layout, is_complete, text, brief
INSERT INTO revision (key, id, origin, story, number, published_at, recorded_at, arrival, digest, title, lead, layout, is_complete,
    text, brief)
VALUES (:key, :id, :origin, :story, :number, :published_at, :recorded_at, :arrival, :digest, :title, :lead, :layout, :is_complete,
    :text, :brief)

-- name: remove-revisions
-- mode: write
-- rows: none
-- params: story
DELETE FROM revision WHERE story = :story

-- name: arrivals
-- mode: read
-- rows: one
-- params: none
-- How many briefs the store has received.
SELECT coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'arrivals'), 0)

-- name: count-arrivals
-- mode: write
-- rows: none
-- params: arrivals
INSERT INTO meta (name, value) VALUES ('arrivals', CAST(:arrivals AS TEXT))
ON CONFLICT (name) DO UPDATE SET value = excluded.value

-- name: stories-of-origin
-- mode: read
-- rows: many
-- params: origin
-- The stories that hold what came as the story `origin`: one, unless decisions are just changing.
SELECT DISTINCT s.id FROM revision AS r CROSS JOIN story AS s ON s.key = r.story WHERE r.origin = :origin

-- name: last-keys
-- mode: read
-- rows: one
-- params: none
-- The greatest key of each table; new rows count on from here.
SELECT (SELECT coalesce(max(key), 0) FROM story) AS story,
    (SELECT coalesce(max(key), 0) FROM revision) AS revision,
    (SELECT coalesce(max(key), 0) FROM fact) AS fact,
    (SELECT coalesce(max(key), 0) FROM narrative) AS narrative,
    (SELECT coalesce(max(key), 0) FROM forecast) AS forecast,
    (SELECT coalesce(max(key), 0) FROM problem) AS problem,
    (SELECT coalesce(max(key), 0) FROM claim) AS claim,
    (SELECT coalesce(max(key), 0) FROM outlet) AS outlet,
    (SELECT coalesce(max(key), 0) FROM person) AS person,
    (SELECT coalesce(max(key), 0) FROM wording) AS wording
