-- name: make-touched-story
-- mode: write
-- rows: none
-- params: none
-- Tables of one connection, empty between transactions: which rows a transaction touches, what they said
-- before, and by how much counters change. A tally is made twice, with sign -1 before rows change and
-- with sign 1 after, so that what stays the same cancels out.
CREATE TEMP TABLE touched_story (key INTEGER PRIMARY KEY)

-- name: make-touched-claim
-- mode: write
-- rows: none
-- params: none
CREATE TEMP TABLE touched_claim (key INTEGER PRIMARY KEY, text TEXT)

-- name: make-outlet-tally
-- mode: write
-- rows: none
-- params: none
CREATE TEMP TABLE outlet_tally (outlet INTEGER, claims INTEGER, stories INTEGER, citations INTEGER, attributions INTEGER)

-- name: make-person-tally
-- mode: write
-- rows: none
-- params: none
CREATE TEMP TABLE person_tally (person INTEGER, facts INTEGER, stories INTEGER)

-- name: make-pair-tally
-- mode: write
-- rows: none
-- params: none
CREATE TEMP TABLE pair_tally (outlet INTEGER, other INTEGER, weight INTEGER)

-- name: make-person-outlet-tally
-- mode: write
-- rows: none
-- params: none
CREATE TEMP TABLE person_outlet_tally (person INTEGER, outlet INTEGER, facts INTEGER, stories INTEGER)

-- name: make-spelling-tally
-- mode: write
-- rows: none
-- params: none
CREATE TEMP TABLE spelling_tally (kind TEXT, node INTEGER, alias TEXT, uses INTEGER, named INTEGER)

-- name: clear-touched-story
-- mode: write
-- rows: none
-- params: none
DELETE FROM touched_story

-- name: clear-touched-claim
-- mode: write
-- rows: none
-- params: none
DELETE FROM touched_claim

-- name: clear-outlet-tally
-- mode: write
-- rows: none
-- params: none
DELETE FROM outlet_tally

-- name: clear-person-tally
-- mode: write
-- rows: none
-- params: none
DELETE FROM person_tally

-- name: clear-pair-tally
-- mode: write
-- rows: none
-- params: none
DELETE FROM pair_tally

-- name: clear-person-outlet-tally
-- mode: write
-- rows: none
-- params: none
DELETE FROM person_outlet_tally

-- name: clear-spelling-tally
-- mode: write
-- rows: none
-- params: none
DELETE FROM spelling_tally

-- name: touch-story
-- mode: write
-- rows: none
-- params: story
INSERT OR IGNORE INTO touched_story (key) VALUES (:story)

-- name: touch-claim
-- mode: write
-- rows: none
-- params: claim
-- A claim that new facts state, with the text that questions see now.
INSERT OR IGNORE INTO touched_claim (key, text)
SELECT key, CASE WHEN fact_count > 0 THEN text END FROM claim WHERE key = :claim

-- name: touch-claims-of-stories
-- mode: write
-- rows: none
-- params: none
-- The claims that the stories' facts state before they are replaced.
INSERT OR IGNORE INTO touched_claim (key, text)
SELECT c.key, CASE WHEN c.fact_count > 0 THEN c.text END
FROM touched_story AS t CROSS JOIN fact AS f ON f.story = t.key CROSS JOIN claim AS c ON c.key = f.claim

-- name: touch-claims-of-outlet
-- mode: write
-- rows: none
-- params: outlet
-- The claims that an outlet backs or is named for, for when its owner or kind is learnt.
INSERT OR IGNORE INTO touched_claim (key, text)
SELECT c.key, CASE WHEN c.fact_count > 0 THEN c.text END
FROM (SELECT claim FROM backs WHERE outlet = :outlet UNION SELECT claim FROM origin_of WHERE outlet = :outlet) AS b
    CROSS JOIN claim AS c ON c.key = b.claim

-- name: tally-backs
-- mode: write
-- rows: none
-- params: sign
INSERT INTO outlet_tally
SELECT b.outlet, :sign * count(*), 0, 0, 0
FROM touched_claim AS t CROSS JOIN backs AS b ON b.claim = t.key GROUP BY b.outlet

-- name: tally-covered
-- mode: write
-- rows: none
-- params: sign
INSERT INTO outlet_tally
SELECT c.outlet, 0, :sign * count(*), 0, 0
FROM touched_story AS t CROSS JOIN covered_by AS c ON c.story = t.key GROUP BY c.outlet

-- name: tally-citations
-- mode: write
-- rows: none
-- params: sign
INSERT INTO outlet_tally
SELECT c.outlet, 0, 0, :sign * count(*), 0
FROM touched_story AS t CROSS JOIN fact AS f ON f.story = t.key AND f.last_version IS NULL
    CROSS JOIN cites AS c ON c.fact = f.key AND c.last_version IS NULL
GROUP BY c.outlet

-- name: tally-appearances
-- mode: write
-- rows: none
-- params: sign
INSERT INTO person_tally
SELECT a.person, 0, :sign * count(*)
FROM touched_story AS t CROSS JOIN appears_in AS a ON a.story = t.key GROUP BY a.person

-- name: tally-mentioning-facts
-- mode: write
-- rows: none
-- params: sign
INSERT INTO person_tally
SELECT m.person, :sign * count(*), 0
FROM touched_story AS t CROSS JOIN fact AS f ON f.story = t.key AND f.last_version IS NULL
    CROSS JOIN mentioned_in AS m ON m.kind = 'FACT' AND m.owner = f.key
GROUP BY m.person

-- name: tally-pairs
-- mode: write
-- rows: none
-- params: sign
-- CO_CITED: facts that cite both, whichever of its documents each is cited by.
INSERT INTO pair_tally
SELECT a.outlet, b.outlet, :sign * count(DISTINCT f.key)
FROM touched_story AS t CROSS JOIN fact AS f ON f.story = t.key AND f.last_version IS NULL
    CROSS JOIN cites AS a ON a.fact = f.key AND a.last_version IS NULL
    CROSS JOIN cites AS b ON b.fact = f.key AND b.last_version IS NULL AND b.outlet <> a.outlet
GROUP BY a.outlet, b.outlet

-- name: tally-person-outlets
-- mode: write
-- rows: none
-- params: sign
INSERT INTO person_outlet_tally
SELECT m.person, c.outlet, :sign * count(DISTINCT f.key), :sign * count(DISTINCT f.story)
FROM touched_story AS t CROSS JOIN fact AS f ON f.story = t.key AND f.last_version IS NULL
    CROSS JOIN mentioned_in AS m ON m.kind = 'FACT' AND m.owner = f.key
    CROSS JOIN cites AS c ON c.fact = f.key AND c.last_version IS NULL
GROUP BY m.person, c.outlet

-- name: tally-spellings
-- mode: write
-- rows: none
-- params: sign
INSERT INTO spelling_tally
SELECT s.kind, s.node, s.alias, :sign * sum(s.uses), :sign * sum(s.named)
FROM touched_story AS t CROSS JOIN spelling AS s ON s.story = t.key GROUP BY s.kind, s.node, s.alias

-- name: remove-backs
-- mode: write
-- rows: none
-- params: none
DELETE FROM backs WHERE claim IN (SELECT key FROM touched_claim)

-- name: add-backs
-- mode: write
-- rows: none
-- params: none
INSERT INTO backs (outlet, claim, claim_id, outlet_id, citation_count, fact_count, story_count, first_at, last_at, backer_count)
SELECT c.outlet, f.claim, k.id, o.id, count(*), count(DISTINCT f.key), count(DISTINCT s.event),
    min(nullif(f.published_key, '')), max(nullif(f.published_key, '')), count(*) OVER (PARTITION BY f.claim)
FROM touched_claim AS t CROSS JOIN claim AS k ON k.key = t.key
    CROSS JOIN fact AS f ON f.claim = t.key AND f.last_version IS NULL
    CROSS JOIN story AS s ON s.key = f.story
    CROSS JOIN cites AS c ON c.fact = f.key AND c.last_version IS NULL
    CROSS JOIN outlet AS o ON o.key = c.outlet
GROUP BY f.claim, c.outlet

-- name: settle-claims
-- mode: write
-- rows: none
-- params: none
-- What follows of a claim from the facts that state it, standing ones first, and from who backs it.
UPDATE claim SET
    text = coalesce(
        (SELECT f.text FROM fact AS f WHERE f.claim = claim.key AND f.last_version IS NULL
            ORDER BY f.published_last_key, f.id LIMIT 1),
        (SELECT f.text FROM fact AS f WHERE f.claim = claim.key AND f.last_version IS NOT NULL
            ORDER BY f.published_last_key, f.id, f.first_version LIMIT 1), text),
    (fact_count, story_count, first_stated_at, last_stated_at, first_stated_key, first_stated_last_key) =
        (SELECT count(*), count(DISTINCT (SELECT s.event FROM story AS s WHERE s.key = f.story)),
            min(nullif(f.published_key, '')), max(nullif(f.published_key, '')),
            coalesce(min(nullif(f.published_key, '')), ''), coalesce(min(nullif(f.published_key, '')), '~')
        FROM fact AS f WHERE f.claim = claim.key AND f.last_version IS NULL),
    min_score = coalesce(
        (SELECT min(f.score) FROM fact AS f WHERE f.claim = claim.key AND f.last_version IS NULL),
        (SELECT min(f.score) FROM fact AS f WHERE f.claim = claim.key AND f.last_version IS NOT NULL), 0.0),
    (backer_count, is_sole_sourced, owner_count) =
        (SELECT count(*), count(*) = 1,
            CASE WHEN count(*) > 0 AND count(*) = count(o.owner) THEN count(DISTINCT o.owner) END
        FROM backs AS b CROSS JOIN outlet AS o ON o.key = b.outlet WHERE b.claim = claim.key)
WHERE key IN (SELECT key FROM touched_claim)

-- name: changed-claims
-- mode: read
-- rows: many
-- params: none
-- Claims whose words are searched otherwise than before: the key, whether questions saw it, and the text
-- where they see it now.
SELECT c.key, t.text IS NOT NULL, CASE WHEN c.fact_count > 0 THEN c.text END
FROM touched_claim AS t CROSS JOIN claim AS c ON c.key = t.key
WHERE CASE WHEN c.fact_count > 0 THEN c.text END IS NOT t.text

-- name: remove-unstated-claims
-- mode: write
-- rows: none
-- params: none
DELETE FROM claim WHERE key IN (SELECT key FROM touched_claim)
    AND NOT EXISTS (SELECT 1 FROM fact AS f WHERE f.claim = claim.key AND f.last_version IS NULL)
    AND NOT EXISTS (SELECT 1 FROM fact AS f WHERE f.claim = claim.key AND f.last_version IS NOT NULL)

-- name: settle-pairs
-- mode: write
-- rows: none
-- params: none
INSERT INTO co_cited (outlet, other, other_id, weight)
SELECT t.outlet, t.other, o.id, t.weight
FROM (SELECT outlet, other, sum(weight) AS weight FROM pair_tally GROUP BY outlet, other HAVING sum(weight) <> 0) AS t
    CROSS JOIN outlet AS o ON o.key = t.other
WHERE TRUE
ON CONFLICT (outlet, other) DO UPDATE SET weight = weight + excluded.weight

-- name: remove-empty-pairs
-- mode: write
-- rows: none
-- params: none
DELETE FROM co_cited WHERE weight = 0 AND (outlet, other) IN (SELECT outlet, other FROM pair_tally)

-- name: settle-person-outlets
-- mode: write
-- rows: none
-- params: none
INSERT INTO cites_person (person, outlet, outlet_id, fact_count, story_count, person_id)
SELECT t.person, t.outlet, o.id, t.facts, t.stories, (SELECT id FROM person WHERE key = t.person)
FROM (SELECT person, outlet, sum(facts) AS facts, sum(stories) AS stories FROM person_outlet_tally
        GROUP BY person, outlet HAVING sum(facts) <> 0 OR sum(stories) <> 0) AS t
    CROSS JOIN outlet AS o ON o.key = t.outlet
WHERE TRUE
ON CONFLICT (person, outlet) DO UPDATE SET
    fact_count = fact_count + excluded.fact_count, story_count = story_count + excluded.story_count

-- name: remove-empty-person-outlets
-- mode: write
-- rows: none
-- params: none
DELETE FROM cites_person WHERE fact_count = 0 AND (person, outlet) IN (SELECT person, outlet FROM person_outlet_tally)

-- name: outlet-changes
-- mode: read
-- rows: many
-- params: none
-- By how much each outlet's counters change, and whether questions come to see it or cease to.
SELECT t.claims, t.stories, t.citations, t.attributions, t.outlet,
    (o.story_count + o.attribution_count > 0) <> (o.story_count + t.stories + o.attribution_count + t.attributions > 0)
FROM (SELECT outlet, sum(claims) AS claims, sum(stories) AS stories, sum(citations) AS citations,
        sum(attributions) AS attributions
        FROM outlet_tally GROUP BY outlet) AS t
    CROSS JOIN outlet AS o ON o.key = t.outlet
WHERE t.claims <> 0 OR t.stories <> 0 OR t.citations <> 0 OR t.attributions <> 0

-- name: settle-outlet
-- mode: write
-- rows: none
-- params: claims, stories, citations, attributions, outlet
UPDATE outlet SET claim_count = claim_count + :claims, story_count = story_count + :stories,
    citation_count = citation_count + :citations, attribution_count = attribution_count + :attributions
WHERE key = :outlet

-- name: person-changes
-- mode: read
-- rows: many
-- params: none
-- By how much each person's counters change, and whether questions come to see them or cease to.
SELECT t.facts, t.stories, t.person, (p.story_count > 0) <> (p.story_count + t.stories > 0)
FROM (SELECT person, sum(facts) AS facts, sum(stories) AS stories FROM person_tally GROUP BY person) AS t
    CROSS JOIN person AS p ON p.key = t.person
WHERE t.facts <> 0 OR t.stories <> 0

-- name: settle-person
-- mode: write
-- rows: none
-- params: facts, stories, person
UPDATE person SET fact_count = fact_count + :facts, story_count = story_count + :stories WHERE key = :person
