-- name: add-attributed-to
-- mode: write
-- rows: none
-- params: fact, first_version, position, outlet, kind, text, start, end, start_utf16, end_utf16, last_version, published_key, fact_id
INSERT INTO attributed_to (fact, first_version, position, outlet, kind, text, start, end, start_utf16, end_utf16,
    last_version, published_key, fact_id)
VALUES (:fact, :first_version, :position, :outlet, :kind, :text, :start, :end, :start_utf16, :end_utf16,
    :last_version, :published_key, :fact_id)

-- name: remove-attributed-to
-- mode: write
-- rows: none
-- params: none
DELETE FROM attributed_to WHERE fact IN (SELECT key FROM fact WHERE story IN (SELECT key FROM touched_story))

-- name: tally-attributions
-- mode: write
-- rows: none
-- params: sign
INSERT INTO outlet_tally
SELECT a.outlet, 0, 0, 0, :sign * count(DISTINCT f.key)
FROM touched_story AS t CROSS JOIN fact AS f ON f.story = t.key AND f.last_version IS NULL
    CROSS JOIN attributed_to AS a ON a.fact = f.key AND a.last_version IS NULL
GROUP BY a.outlet

-- name: remove-origins
-- mode: write
-- rows: none
-- params: none
DELETE FROM origin_of WHERE claim IN (SELECT key FROM touched_claim)

-- name: add-origins
-- mode: write
-- rows: none
-- params: none
INSERT INTO origin_of (outlet, claim, outlet_id, fact_count, story_count, first_at, is_first)
SELECT a.outlet, f.claim, o.id, count(DISTINCT f.key), count(DISTINCT s.event), min(nullif(f.published_key, '')),
    max(a.kind = 'FIRST_REPORTED')
FROM touched_claim AS t CROSS JOIN fact AS f ON f.claim = t.key AND f.last_version IS NULL
    CROSS JOIN attributed_to AS a ON a.fact = f.key AND a.last_version IS NULL
    CROSS JOIN story AS s ON s.key = f.story
    CROSS JOIN outlet AS o ON o.key = a.outlet
GROUP BY f.claim, a.outlet

-- name: settle-sole-wires
-- mode: write
-- rows: none
-- params: none
-- Wires that every citation of a claim is of, or stands beside words that say so. Where one is cited and the words name
-- another, it is the one that the words name; where they name two it is neither.
UPDATE claim SET sole_wire = CASE WHEN backer_count > 0 THEN (
    SELECT CASE WHEN count(*) FILTER (WHERE said) = 1 THEN max(outlet) FILTER (WHERE said)
        WHEN count(*) = 1 THEN max(outlet) END
    FROM (SELECT c.outlet AS outlet, max(c.said) AS said
        FROM (SELECT b.outlet AS outlet, 0 AS said FROM backs AS b WHERE b.claim = claim.key
            UNION ALL SELECT r.outlet, 1 FROM origin_of AS r WHERE r.claim = claim.key) AS c
            CROSS JOIN outlet AS o ON o.key = c.outlet AND o.kind = 'WIRE'
        WHERE NOT EXISTS (SELECT 1 FROM fact AS f CROSS JOIN cites AS e ON e.fact = f.key AND e.last_version IS NULL
            WHERE f.claim = claim.key AND f.last_version IS NULL AND e.outlet <> c.outlet
                AND NOT EXISTS (SELECT 1 FROM attributed_to AS a
                    WHERE a.fact = f.key AND a.outlet = c.outlet AND a.last_version IS NULL))
        GROUP BY c.outlet)) END
WHERE key IN (SELECT key FROM touched_claim)
