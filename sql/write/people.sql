-- name: make-co-mention-tally
-- mode: write
-- rows: none
-- params: none
CREATE TEMP TABLE co_mention_tally (person INTEGER, other INTEGER, stories INTEGER, facts INTEGER)

-- name: clear-co-mention-tally
-- mode: write
-- rows: none
-- params: none
DELETE FROM co_mention_tally

-- name: tally-co-mentions-of-stories
-- mode: write
-- rows: none
-- params: sign
-- CO_MENTIONED: who appears together.
INSERT INTO co_mention_tally
SELECT a.person, b.person, :sign * count(*), 0
FROM touched_story AS t CROSS JOIN appears_in AS a ON a.story = t.key
    CROSS JOIN appears_in AS b ON b.story = t.key AND b.person <> a.person
GROUP BY a.person, b.person

-- name: tally-co-mentions-of-facts
-- mode: write
-- rows: none
-- params: sign
INSERT INTO co_mention_tally
SELECT a.person, b.person, 0, :sign * count(*)
FROM touched_story AS t CROSS JOIN fact AS f ON f.story = t.key AND f.last_version IS NULL
    CROSS JOIN mentioned_in AS a ON a.kind = 'FACT' AND a.owner = f.key
    CROSS JOIN mentioned_in AS b ON b.kind = 'FACT' AND b.owner = f.key AND b.person <> a.person
GROUP BY a.person, b.person

-- name: settle-co-mentions
-- mode: write
-- rows: none
-- params: none
INSERT INTO co_mentioned (person, other, other_id, story_count, fact_count)
SELECT t.person, t.other, p.id, t.stories, t.facts
FROM (SELECT person, other, sum(stories) AS stories, sum(facts) AS facts FROM co_mention_tally
        GROUP BY person, other HAVING sum(stories) <> 0 OR sum(facts) <> 0) AS t
    CROSS JOIN person AS p ON p.key = t.other
WHERE TRUE
ON CONFLICT (person, other) DO UPDATE SET
    story_count = story_count + excluded.story_count, fact_count = fact_count + excluded.fact_count

-- name: remove-empty-co-mentions
-- mode: write
-- rows: none
-- params: none
DELETE FROM co_mentioned WHERE story_count = 0 AND (person, other) IN (SELECT person, other FROM co_mention_tally)

-- name: add-forecast-words
-- mode: write
-- rows: none
-- params: key, tokens
INSERT INTO forecast_words (rowid, tokens) VALUES (:key, :tokens)

-- name: remove-forecast-words
-- mode: write
-- rows: none
-- params: none
DELETE FROM forecast_words
WHERE rowid IN (SELECT key FROM forecast WHERE story IN (SELECT key FROM touched_story) AND last_version IS NULL)
