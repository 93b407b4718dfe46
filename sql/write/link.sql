-- name: find-wording
-- mode: read
-- rows: one
-- params: id
SELECT w.key, w.text, c.id, w.score, w.method, b.id
FROM wording AS w LEFT JOIN claim AS c ON c.key = w.claim LEFT JOIN wording AS b ON b.key = w.basis
WHERE w.id = :id

-- name: wordings-of-stories
-- mode: read
-- rows: many
-- params: none
-- What the stories' facts say before they are replaced.
SELECT DISTINCT w.id
FROM touched_story AS t CROSS JOIN fact AS f ON f.story = t.key CROSS JOIN wording AS w ON w.key = f.wording

-- name: least-text-elsewhere
-- mode: read
-- rows: one
-- params: id
-- The least text that facts of other stories write a wording with; null where there are none.
SELECT min(f.text) FROM fact AS f
WHERE f.wording = (SELECT key FROM wording WHERE id = :id) AND f.story NOT IN (SELECT key FROM touched_story)

-- name: add-wording
-- mode: write
-- rows: none
-- params: key, id, text
-- A wording that is not placed yet.
INSERT INTO wording (key, id, text, claim, score, method) VALUES (:key, :id, :text, 0, 0.0, '')

-- name: reword
-- mode: write
-- rows: none
-- params: text, key
UPDATE wording SET text = :text WHERE key = :key

-- name: remove-wording
-- mode: write
-- rows: none
-- params: key
DELETE FROM wording WHERE key = :key

-- name: members-of-key
-- mode: read
-- rows: many
-- params: value, most
SELECT w.id FROM wording_key AS k CROSS JOIN wording AS w ON w.key = k.wording WHERE k.value = :value LIMIT :most

-- name: add-wording-key
-- mode: write
-- rows: none
-- params: value, wording
INSERT INTO wording_key (value, wording) VALUES (:value, :wording)

-- name: remove-wording-key
-- mode: write
-- rows: none
-- params: value, wording
DELETE FROM wording_key WHERE value = :value AND wording = :wording

-- name: pairs-of-wording
-- mode: read
-- rows: many
-- params: wording
SELECT o.id, o.key, p.score, p.differs FROM pair AS p CROSS JOIN wording AS o ON o.key = p.other WHERE p.wording = :wording

-- name: add-pair
-- mode: write
-- rows: none
-- params: wording, other, score, differs
INSERT INTO pair (wording, other, score, differs) VALUES (:wording, :other, :score, :differs)

-- name: remove-pair
-- mode: write
-- rows: none
-- params: wording, other
DELETE FROM pair WHERE wording = :wording AND other = :other

-- name: place-wording
-- mode: write
-- rows: none
-- params: claim, score, method, basis, key
UPDATE wording SET claim = :claim, score = :score, method = :method, basis = :basis WHERE key = :key

-- name: place-facts
-- mode: write
-- rows: none
-- params: claim, score, method, wording
UPDATE fact SET claim = :claim, score = :score, method = :method WHERE wording = :wording

-- name: move
-- mode: write
-- rows: none
-- params: id, target
INSERT INTO moved (id, target) VALUES (:id, :target) ON CONFLICT (id) DO UPDATE SET target = excluded.target

-- name: unmove
-- mode: write
-- rows: none
-- params: id
DELETE FROM moved WHERE id = :id

-- name: remove-mirrored-conflicts
-- mode: write
-- rows: none
-- params: none
DELETE FROM conflicts_with
WHERE (claim, other) IN (SELECT x.other, x.claim FROM touched_claim AS t CROSS JOIN conflicts_with AS x ON x.claim = t.key)

-- name: remove-conflicts
-- mode: write
-- rows: none
-- params: none
DELETE FROM conflicts_with WHERE claim IN (SELECT key FROM touched_claim)

-- name: add-conflicts
-- mode: write
-- rows: none
-- params: none
-- The closest two wordings of each two claims; of equally close ones, those with the smallest ids.
INSERT INTO conflicts_with (claim, other, other_id, score, differs)
SELECT claim, other, other_id, score, differs
FROM (SELECT w.claim AS claim, o.claim AS other, c.id AS other_id, p.score AS score, p.differs AS differs,
        row_number() OVER (PARTITION BY w.claim, o.claim ORDER BY p.score DESC, min(w.id, o.id), max(w.id, o.id)) AS place
    FROM touched_claim AS t CROSS JOIN wording AS w ON w.claim = t.key
        CROSS JOIN pair AS p ON p.wording = w.key AND p.differs IS NOT NULL
        CROSS JOIN wording AS o ON o.key = p.other AND o.claim <> w.claim
        CROSS JOIN claim AS c ON c.key = o.claim)
WHERE place = 1

-- name: add-mirrored-conflicts
-- mode: write
-- rows: none
-- params: none
INSERT OR IGNORE INTO conflicts_with (claim, other, other_id, score, differs)
SELECT x.other, x.claim, c.id, x.score, x.differs
FROM touched_claim AS t CROSS JOIN conflicts_with AS x ON x.claim = t.key CROSS JOIN claim AS c ON c.key = t.key
