-- name: received
-- mode: read
-- rows: one
-- params: none
-- How many briefs the store has received: the position that the next one comes after.
SELECT coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'arrivals'), 0)

-- name: ingested
-- mode: read
-- rows: many
-- params: after, until, most
-- What came after one position, up to another, oldest first: the position of each revision, and the story that has it now.
SELECT r.arrival, s.id FROM revision AS r CROSS JOIN story AS s ON s.key = r.story
WHERE r.arrival > :after AND r.arrival <= :until ORDER BY r.arrival LIMIT :most
