-- name: twins-of-stories
-- mode: read
-- rows: many
-- params: none
-- Who told the same as the stories before.
SELECT DISTINCT w.other FROM touched_story AS t CROSS JOIN twin AS w ON w.story = t.key

-- name: remove-mirrored-twins
-- mode: write
-- rows: none
-- params: none
DELETE FROM twin WHERE (story, other) IN (SELECT w.other, w.story FROM touched_story AS t CROSS JOIN twin AS w ON w.story = t.key)

-- name: remove-twins
-- mode: write
-- rows: none
-- params: none
DELETE FROM twin WHERE story IN (SELECT key FROM touched_story)

-- name: find-twins
-- mode: read
-- rows: many
-- params: none
-- Stories of which one says at least three quarters of what the other says, and two facts or more.
WITH own AS (SELECT DISTINCT f.story, f.wording FROM touched_story AS t CROSS JOIN fact AS f ON f.story = t.key AND f.last_version IS NULL),
shared AS (SELECT o.story AS story, f.story AS other, count(DISTINCT o.wording) AS count
    FROM own AS o CROSS JOIN fact AS f ON f.wording = o.wording AND f.last_version IS NULL AND f.story <> o.story
    GROUP BY o.story, f.story HAVING count(DISTINCT o.wording) > 1)
SELECT s.story, s.other, a.id, b.id
FROM shared AS s CROSS JOIN story AS a ON a.key = s.story CROSS JOIN story AS b ON b.key = s.other
WHERE 4 * s.count >= 3 * min(
    (SELECT count(DISTINCT wording) FROM fact WHERE story = s.story AND last_version IS NULL),
    (SELECT count(DISTINCT wording) FROM fact WHERE story = s.other AND last_version IS NULL))

-- name: add-twin
-- mode: write
-- rows: none
-- params: story, other
INSERT OR IGNORE INTO twin (story, other) VALUES (:story, :other)

-- name: twins-of
-- mode: read
-- rows: many
-- params: story
SELECT other FROM twin WHERE story = :story

-- name: event-of
-- mode: read
-- rows: one
-- params: story
SELECT id, published_last_key, event FROM story WHERE key = :story

-- name: put-event
-- mode: write
-- rows: none
-- params: event, story
UPDATE story SET event = :event WHERE key = :story

-- name: touch-claims-of-story
-- mode: write
-- rows: none
-- params: story
-- The claims of a story that counts as another one now.
INSERT OR IGNORE INTO touched_claim (key, text)
SELECT c.key, CASE WHEN c.fact_count > 0 THEN c.text END
FROM fact AS f CROSS JOIN claim AS c ON c.key = f.claim WHERE f.story = :story

-- name: remove-duplicate-problem
-- mode: write
-- rows: none
-- params: story
DELETE FROM problem WHERE story = :story AND code = 'DUPLICATE_STORY'

-- name: add-duplicate-problem
-- mode: write
-- rows: none
-- params: key, id, message, is_closed, story
INSERT INTO problem (key, id, story, position, code, message, line, "column", is_closed, published_key)
SELECT :key, :id, s.key, (SELECT count(*) + 1 FROM problem AS p WHERE p.story = s.key), 'DUPLICATE_STORY', :message, 1, 1,
    :is_closed, s.published_key
FROM story AS s WHERE s.key = :story
