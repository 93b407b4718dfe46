-- name: log-of-decisions
-- mode: read
-- rows: many
-- params: none
SELECT id, kind, at, by, reason, subjects, effects, undone_at, undone_by FROM decision ORDER BY at, id

-- name: decision-changes
-- mode: read
-- rows: one
-- params: none
-- How often the log has changed: who has it in memory need not read it again.
SELECT coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'decisions'), 0)

-- name: count-decision-change
-- mode: write
-- rows: none
-- params: none
INSERT INTO meta (name, value) VALUES ('decisions', '1')
ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)

-- name: put-decision
-- mode: write
-- rows: none
-- params: id, kind, at, by, reason, subjects, effects, is_undone, undone_at, undone_by
INSERT INTO decision (id, kind, at, by, reason, subjects, effects, is_undone, undone_at, undone_by)
VALUES (:id, :kind, :at, :by, :reason, :subjects, :effects, :is_undone, :undone_at, :undone_by)
ON CONFLICT (id) DO UPDATE SET reason = excluded.reason, effects = excluded.effects, is_undone = excluded.is_undone,
    undone_at = excluded.undone_at, undone_by = excluded.undone_by

-- name: stories-of-outlet
-- mode: read
-- rows: many
-- params: id
-- The stories that name an outlet, in any version.
WITH o AS (SELECT key FROM outlet WHERE id = :id)
SELECT s.id FROM story AS s WHERE s.key IN (
    SELECT l.story FROM lists AS l WHERE l.outlet IN (SELECT key FROM o)
    UNION SELECT f.story FROM cites AS c CROSS JOIN fact AS f ON f.key = c.fact
        WHERE c.outlet IN (SELECT key FROM o) AND c.last_version IS NULL
    UNION SELECT f.story FROM cites AS c CROSS JOIN fact AS f ON f.key = c.fact
        WHERE c.outlet IN (SELECT key FROM o) AND c.last_version IS NOT NULL
    UNION SELECT n.story FROM provided_by AS p CROSS JOIN narrative AS n ON n.key = p.narrative
        WHERE p.outlet IN (SELECT key FROM o)
    UNION SELECT f.story FROM attributed_to AS a CROSS JOIN fact AS f ON f.key = a.fact WHERE a.outlet IN (SELECT key FROM o))

-- name: stories-of-person
-- mode: read
-- rows: many
-- params: id
-- The stories that mention a person, in any version.
SELECT DISTINCT s.id FROM person AS p CROSS JOIN mention AS m ON m.person = p.key CROSS JOIN story AS s ON s.key = m.story
WHERE p.id = :id

-- name: stories-renaming
-- mode: read
-- rows: many
-- params: id
-- The stories in which an outlet or a person stands for another.
SELECT s.id FROM renamed AS r CROSS JOIN story AS s ON s.key = r.story WHERE r.id = :id
