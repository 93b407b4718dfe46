-- name: changes
-- mode: read
-- rows: one
-- params: none
-- How often the graph has been changed.
SELECT coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'changes'), 0)

-- name: network
-- mode: read
-- rows: many
-- params: none
-- Every outlet with those of a greater id that facts cite together with it, and how many facts; one row with nulls
-- where there are none.
SELECT o.id, p.other_id, p.weight
FROM outlet AS o LEFT JOIN co_cited AS p ON p.outlet = o.key AND p.other_id > o.id
WHERE o.story_count + o.attribution_count > 0
ORDER BY o.id, p.other_id
