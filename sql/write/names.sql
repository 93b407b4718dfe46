-- name: find-outlet
-- mode: read
-- rows: one
-- params: id
SELECT key, kind, country, domain, owner FROM outlet WHERE id = :id

-- name: find-person
-- mode: read
-- rows: one
-- params: id
SELECT key FROM person WHERE id = :id

-- name: find-claim
-- mode: read
-- rows: one
-- params: id
SELECT key FROM claim WHERE id = :id

-- name: add-outlet
-- mode: write
-- rows: none
-- params: key, id, kind, country, domain, owner
-- An outlet that nothing counts yet; its name follows from its spellings.
INSERT INTO outlet (key, id, kind, country, domain, owner, name, aliases, sort_key, claim_count, story_count, citation_count,
    fact_count, advocacy_count, attribution_count)
VALUES (:key, :id, :kind, :country, :domain, :owner, '', '[]', '', 0, 0, 0, 0, 0, 0)

-- name: describe-outlet
-- mode: write
-- rows: none
-- params: kind, country, domain, owner, key
-- The registry has learnt something of an outlet.
UPDATE outlet SET kind = :kind, country = :country, domain = :domain, owner = :owner WHERE key = :key

-- name: add-person
-- mode: write
-- rows: none
-- params: key, id
INSERT INTO person (key, id, name, aliases, sort_key, fact_count, story_count) VALUES (:key, :id, '', '[]', '', 0, 0)

-- name: add-claim
-- mode: write
-- rows: none
-- params: key, id
-- A claim that nothing is known of yet.
INSERT INTO claim (key, id, text, backer_count, story_count, fact_count, is_sole_sourced, min_score,
    first_stated_key, first_stated_last_key)
VALUES (:key, :id, '', 0, 0, 0, 0, 0.0, '', '~')

-- name: respelt-outlets
-- mode: read
-- rows: many
-- params: none
-- Outlets that gain or lose a spelling or a name; a mere change of counts renames nobody.
SELECT DISTINCT t.node
FROM (SELECT node, alias, sum(uses) AS uses, sum(named) AS named FROM spelling_tally
        WHERE kind = 'OUTLET' GROUP BY node, alias) AS t
    LEFT JOIN outlet_alias AS a ON a.outlet = t.node AND a.alias = t.alias
WHERE (coalesce(a.uses, 0) > 0) <> (coalesce(a.uses, 0) + t.uses > 0)
    OR (coalesce(a.named, 0) > 0) <> (coalesce(a.named, 0) + t.named > 0)

-- name: respelt-people
-- mode: read
-- rows: many
-- params: none
SELECT DISTINCT t.node
FROM (SELECT node, alias, sum(uses) AS uses, sum(named) AS named FROM spelling_tally
        WHERE kind = 'PERSON' GROUP BY node, alias) AS t
    LEFT JOIN person_alias AS a ON a.person = t.node AND a.alias = t.alias
WHERE (coalesce(a.uses, 0) > 0) <> (coalesce(a.uses, 0) + t.uses > 0)
    OR (coalesce(a.named, 0) > 0) <> (coalesce(a.named, 0) + t.named > 0)

-- name: settle-outlet-aliases
-- mode: write
-- rows: none
-- params: none
INSERT INTO outlet_alias (folded, outlet, alias, uses, named)
SELECT fold_name(alias), node, alias, sum(uses), sum(named) FROM spelling_tally
WHERE kind = 'OUTLET' GROUP BY node, alias HAVING sum(uses) <> 0 OR sum(named) <> 0
ON CONFLICT (outlet, alias) DO UPDATE SET uses = uses + excluded.uses, named = named + excluded.named

-- name: settle-person-aliases
-- mode: write
-- rows: none
-- params: none
INSERT INTO person_alias (folded, person, alias, uses, named)
SELECT fold_name(alias), node, alias, sum(uses), sum(named) FROM spelling_tally
WHERE kind = 'PERSON' GROUP BY node, alias HAVING sum(uses) <> 0 OR sum(named) <> 0
ON CONFLICT (person, alias) DO UPDATE SET uses = uses + excluded.uses, named = named + excluded.named

-- name: remove-unused-outlet-aliases
-- mode: write
-- rows: none
-- params: none
DELETE FROM outlet_alias WHERE uses = 0 AND named = 0
    AND (outlet, alias) IN (SELECT node, alias FROM spelling_tally WHERE kind = 'OUTLET')

-- name: remove-unused-person-aliases
-- mode: write
-- rows: none
-- params: none
DELETE FROM person_alias WHERE uses = 0 AND named = 0
    AND (person, alias) IN (SELECT node, alias FROM spelling_tally WHERE kind = 'PERSON')

-- name: outlet-spellings
-- mode: read
-- rows: many
-- params: outlet
SELECT alias, uses, named FROM outlet_alias WHERE outlet = :outlet ORDER BY alias

-- name: person-spellings
-- mode: read
-- rows: many
-- params: person
SELECT alias, uses, named FROM person_alias WHERE person = :person ORDER BY alias

-- name: name-outlet
-- mode: write
-- rows: none
-- params: name, aliases, sort_key, key
UPDATE outlet SET name = :name, aliases = :aliases, sort_key = :sort_key WHERE key = :key

-- name: name-person
-- mode: write
-- rows: none
-- params: name, aliases, sort_key, key
UPDATE person SET name = :name, aliases = :aliases, sort_key = :sort_key WHERE key = :key

-- name: remove-outlet
-- mode: write
-- rows: none
-- params: key
DELETE FROM outlet WHERE key = :key

-- name: remove-person
-- mode: write
-- rows: none
-- params: key
DELETE FROM person WHERE key = :key

-- name: outlet-words
-- mode: read
-- rows: one
-- params: key
-- What search finds an outlet by, where questions see it.
SELECT name, aliases FROM outlet WHERE key = :key AND story_count + attribution_count > 0

-- name: person-words
-- mode: read
-- rows: one
-- params: key
-- What search finds a person by, where questions see them.
SELECT name, aliases FROM person WHERE key = :key AND story_count > 0

-- name: add-words
-- mode: write
-- rows: none
-- params: row, tokens
INSERT INTO search (rowid, tokens) VALUES (:row, :tokens)

-- name: remove-words
-- mode: write
-- rows: none
-- params: row
DELETE FROM search WHERE rowid = :row
