-- name: unindexed-rows
-- mode: read
-- rows: many
-- params: none
-- The search rows of the stories that are replaced.
SELECT 16 * key + 1 FROM story WHERE key IN (SELECT key FROM touched_story)
UNION ALL SELECT 16 * key + 2 FROM fact WHERE story IN (SELECT key FROM touched_story) AND last_version IS NULL
UNION ALL SELECT 16 * key + 6 FROM narrative WHERE story IN (SELECT key FROM touched_story) AND last_version IS NULL

-- name: remove-mentioned-in-facts
-- mode: write
-- rows: none
-- params: none
DELETE FROM mentioned_in WHERE kind = 'FACT' AND owner IN (SELECT key FROM fact WHERE story IN (SELECT key FROM touched_story))

-- name: remove-mentioned-in-narratives
-- mode: write
-- rows: none
-- params: none
DELETE FROM mentioned_in WHERE kind = 'NARRATIVE' AND owner IN (SELECT key FROM narrative WHERE story IN (SELECT key FROM touched_story))

-- name: remove-mentions-of-facts
-- mode: write
-- rows: none
-- params: none
DELETE FROM mention WHERE kind = 'FACT' AND owner IN (SELECT key FROM fact WHERE story IN (SELECT key FROM touched_story))

-- name: remove-mentions-of-narratives
-- mode: write
-- rows: none
-- params: none
DELETE FROM mention WHERE kind = 'NARRATIVE' AND owner IN (SELECT key FROM narrative WHERE story IN (SELECT key FROM touched_story))

-- name: remove-mentions-of-leads
-- mode: write
-- rows: none
-- params: none
DELETE FROM mention WHERE kind = 'STORY' AND owner IN (SELECT key FROM touched_story)

-- name: remove-cites
-- mode: write
-- rows: none
-- params: none
DELETE FROM cites WHERE fact IN (SELECT key FROM fact WHERE story IN (SELECT key FROM touched_story))

-- name: remove-provided-by
-- mode: write
-- rows: none
-- params: none
DELETE FROM provided_by WHERE narrative IN (SELECT key FROM narrative WHERE story IN (SELECT key FROM touched_story))

-- name: remove-lists
-- mode: write
-- rows: none
-- params: none
DELETE FROM lists WHERE story IN (SELECT key FROM touched_story)

-- name: remove-covered-by
-- mode: write
-- rows: none
-- params: none
DELETE FROM covered_by WHERE story IN (SELECT key FROM touched_story)

-- name: remove-appears-in
-- mode: write
-- rows: none
-- params: none
DELETE FROM appears_in WHERE story IN (SELECT key FROM touched_story)

-- name: remove-spelling
-- mode: write
-- rows: none
-- params: none
DELETE FROM spelling WHERE story IN (SELECT key FROM touched_story)

-- name: remove-problem
-- mode: write
-- rows: none
-- params: none
DELETE FROM problem WHERE story IN (SELECT key FROM touched_story)

-- name: remove-renamed
-- mode: write
-- rows: none
-- params: none
DELETE FROM renamed WHERE story IN (SELECT key FROM touched_story)

-- name: remove-forecast
-- mode: write
-- rows: none
-- params: none
DELETE FROM forecast WHERE story IN (SELECT key FROM touched_story)

-- name: remove-narrative
-- mode: write
-- rows: none
-- params: none
DELETE FROM narrative WHERE story IN (SELECT key FROM touched_story)

-- name: remove-fact
-- mode: write
-- rows: none
-- params: none
DELETE FROM fact WHERE story IN (SELECT key FROM touched_story)

-- name: remove-story
-- mode: write
-- rows: none
-- params: none
DELETE FROM story WHERE key IN (SELECT key FROM touched_story)
