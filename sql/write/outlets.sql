-- name: make-citing-tally
-- mode: write
-- rows: none
-- params: none
-- By how much the counters of outlets change that count facts and stories of one kind; tallied as in derive.sql.
CREATE TEMP TABLE citing_tally (outlet INTEGER, facts INTEGER, advocacies INTEGER)

-- name: make-stance-tally
-- mode: write
-- rows: none
-- params: none
-- By how much OUTLET_STANCE changes. The month is '' where the story is undated.
CREATE TEMP TABLE stance_tally (outlet INTEGER, stance TEXT, month TEXT, narratives INTEGER)

-- name: clear-citing-tally
-- mode: write
-- rows: none
-- params: none
DELETE FROM citing_tally

-- name: clear-stance-tally
-- mode: write
-- rows: none
-- params: none
DELETE FROM stance_tally

-- name: tally-citing-facts
-- mode: write
-- rows: none
-- params: sign
INSERT INTO citing_tally
SELECT c.outlet, :sign * count(DISTINCT f.key), 0
FROM touched_story AS t CROSS JOIN fact AS f ON f.story = t.key AND f.last_version IS NULL
    CROSS JOIN cites AS c ON c.fact = f.key AND c.last_version IS NULL
GROUP BY c.outlet

-- name: tally-advocacies
-- mode: write
-- rows: none
-- params: sign
INSERT INTO citing_tally
SELECT c.outlet, 0, :sign * count(*)
FROM touched_story AS t CROSS JOIN covered_by AS c ON c.story = t.key AND c.citation_count > 0 AND c.narrative_count > 0
GROUP BY c.outlet

-- name: tally-stances
-- mode: write
-- rows: none
-- params: sign
-- A narrative that credits an outlet twice counts once; a lettered side has no stance.
INSERT INTO stance_tally
SELECT p.outlet, n.stance, substr(n.published_key, 1, 7), :sign * count(DISTINCT n.key)
FROM touched_story AS t CROSS JOIN narrative AS n ON n.story = t.key AND n.last_version IS NULL
    CROSS JOIN provided_by AS p ON p.narrative = n.key AND p.last_version IS NULL
WHERE n.stance IS NOT NULL
GROUP BY p.outlet, n.stance, substr(n.published_key, 1, 7)

-- name: settle-citing
-- mode: write
-- rows: none
-- params: none
UPDATE outlet SET fact_count = fact_count + t.facts, advocacy_count = advocacy_count + t.advocacies
FROM (SELECT outlet, sum(facts) AS facts, sum(advocacies) AS advocacies FROM citing_tally
        GROUP BY outlet HAVING sum(facts) <> 0 OR sum(advocacies) <> 0) AS t
WHERE outlet.key = t.outlet

-- name: stance-changes
-- mode: read
-- rows: many
-- params: none
SELECT outlet, stance, month, sum(narratives) FROM stance_tally
GROUP BY outlet, stance, month HAVING sum(narratives) <> 0

-- name: settle-stance
-- mode: write
-- rows: none
-- params: outlet, month_key, sort_key, stance_id, stance, month, narratives
INSERT INTO outlet_stance (outlet, month_key, sort_key, stance_id, stance, month, narrative_count)
VALUES (:outlet, :month_key, :sort_key, :stance_id, :stance, :month, :narratives)
ON CONFLICT (outlet, month_key, sort_key, stance_id) DO UPDATE SET narrative_count = narrative_count + excluded.narrative_count

-- name: remove-empty-stance
-- mode: write
-- rows: none
-- params: outlet, month_key, sort_key, stance_id
DELETE FROM outlet_stance
WHERE outlet = :outlet AND month_key = :month_key AND sort_key = :sort_key AND stance_id = :stance_id AND narrative_count = 0
