-- name: changes
-- mode: read
-- params: none
-- The differences between two versions of a story, which `span` names: nothing where either is not there. A fact of the
-- one and a fact of the other are one reworded if each is the best match that the other has: their wordings are a stored
-- pair, else they have one place and cite the same outlets. Parts are in the order of `part`, then of their places.
both AS (
    SELECT s.story AS story, s.old AS old, s.new AS new, a.title AS old_title, b.title AS new_title, a.lead AS old_lead, b.lead AS new_lead
    FROM span AS s CROSS JOIN revision AS a ON a.story = s.story AND a.number = s.old
        CROSS JOIN revision AS b ON b.story = s.story AND b.number = s.new
),
facts AS MATERIALIZED (
    SELECT f.key AS key, f.id AS id, f.position AS position, f.text AS text, f.wording AS wording, both.old AS old, both.new AS new,
        f.first_version <= both.old AND coalesce(f.last_version, both.old) >= both.old AS was,
        f.first_version <= both.new AND coalesce(f.last_version, both.new) >= both.new AS stands
    FROM both CROSS JOIN fact AS f ON f.story = both.story
),
gone AS MATERIALIZED (SELECT * FROM facts AS f WHERE f.was AND f.id NOT IN (SELECT id FROM facts WHERE stands)),
come AS MATERIALIZED (SELECT * FROM facts AS f WHERE f.stands AND f.id NOT IN (SELECT id FROM facts WHERE was)),
alike AS (
    SELECT g.key AS old_key, c.key AS new_key, p.score AS score, p.differs AS differs,
        row_number() OVER (PARTITION BY g.key ORDER BY coalesce(p.score, -1) DESC, c.position, c.id) AS of_old,
        row_number() OVER (PARTITION BY c.key ORDER BY coalesce(p.score, -1) DESC, g.position, g.id) AS of_new
    FROM gone AS g CROSS JOIN come AS c LEFT JOIN pair AS p ON p.wording = g.wording AND p.other = c.wording
    WHERE p.score IS NOT NULL OR (g.position = c.position AND
        (SELECT group_concat(o) FROM (SELECT DISTINCT outlet AS o FROM cites
            WHERE fact = g.key AND first_version <= g.old AND coalesce(last_version, g.old) >= g.old ORDER BY outlet)) =
        (SELECT group_concat(o) FROM (SELECT DISTINCT outlet AS o FROM cites
            WHERE fact = c.key AND first_version <= c.new AND coalesce(last_version, c.new) >= c.new ORDER BY outlet)))
),
reworded AS MATERIALIZED (SELECT * FROM alike WHERE of_old = 1 AND of_new = 1),
cited AS MATERIALIZED (
    SELECT f.id AS id, c.outlet AS outlet, c.label AS label, min(c.position) AS place,
        max(f.was AND c.first_version <= f.old AND coalesce(c.last_version, f.old) >= f.old) AS was,
        max(f.stands AND c.first_version <= f.new AND coalesce(c.last_version, f.new) >= f.new) AS stands
    FROM facts AS f CROSS JOIN cites AS c ON c.fact = f.key
    WHERE f.id IN (SELECT id FROM facts WHERE was) AND f.id IN (SELECT id FROM facts WHERE stands)
        AND ((f.was AND c.first_version <= f.old AND coalesce(c.last_version, f.old) >= f.old)
            OR (f.stands AND c.first_version <= f.new AND coalesce(c.last_version, f.new) >= f.new))
    GROUP BY f.id, c.outlet, c.label
),
listed AS (
    SELECT l.outlet AS outlet, l.label AS label, min(l.position) AS position,
        max(l.first_version <= both.old AND coalesce(l.last_version, both.old) >= both.old) AS was,
        max(l.first_version <= both.new AND coalesce(l.last_version, both.new) >= both.new) AS stands
    FROM both CROSS JOIN lists AS l ON l.story = both.story
    WHERE (l.first_version <= both.old AND coalesce(l.last_version, both.old) >= both.old)
        OR (l.first_version <= both.new AND coalesce(l.last_version, both.new) >= both.new)
    GROUP BY l.outlet, l.label
),
narratives AS MATERIALIZED (
    SELECT n.id AS id, n.position AS position, n.label AS label, n.text AS text,
        n.first_version <= both.old AND coalesce(n.last_version, both.old) >= both.old AS was,
        n.first_version <= both.new AND coalesce(n.last_version, both.new) >= both.new AS stands
    FROM both CROSS JOIN narrative AS n ON n.story = both.story
),
sides AS (
    SELECT n.*, row_number() OVER (PARTITION BY n.was, n.label ORDER BY n.position, n.id) AS place FROM narratives AS n
    WHERE n.was <> n.stands AND NOT EXISTS (SELECT 1 FROM narratives AS o WHERE o.id = n.id AND o.was <> n.was AND o.stands <> n.stands)
),
forecasts AS MATERIALIZED (
    SELECT f.id AS id, f.position AS position, f.question AS question, f.probability AS probability,
        f.first_version <= both.old AND coalesce(f.last_version, both.old) >= both.old AS was,
        f.first_version <= both.new AND coalesce(f.last_version, both.new) >= both.new AS stands
    FROM both CROSS JOIN forecast AS f ON f.story = both.story
)
    SELECT 1 AS part, 'TITLE' AS what, 'REWORDED' AS kind, old_title AS before, new_title AS after, NULL AS of, NULL AS position,
        NULL AS score, '[]' AS differs, NULL AS probability_before, NULL AS probability_after, NULL AS fact, NULL AS outlet,
        '' AS id, 0 AS place
    FROM both WHERE old_title <> new_title
    UNION ALL SELECT 2, 'LEAD', CASE WHEN old_lead IS NULL THEN 'ADDED' WHEN new_lead IS NULL THEN 'DROPPED' ELSE 'REWORDED' END,
        old_lead, new_lead, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, '', 0
    FROM both WHERE old_lead IS NOT new_lead
    UNION ALL SELECT 3, 'FACT', 'REWORDED', g.text, c.text, NULL, c.position, r.score, coalesce(r.differs, '[]'), NULL, NULL, c.key,
        NULL, c.id, 0
    FROM reworded AS r CROSS JOIN gone AS g ON g.key = r.old_key CROSS JOIN come AS c ON c.key = r.new_key
    UNION ALL SELECT 3, 'FACT', 'DROPPED', g.text, NULL, NULL, g.position, NULL, '[]', NULL, NULL, g.key, NULL, g.id, 0
    FROM gone AS g WHERE g.key NOT IN (SELECT old_key FROM reworded)
    UNION ALL SELECT 3, 'FACT', 'ADDED', NULL, c.text, NULL, c.position, NULL, '[]', NULL, NULL, c.key, NULL, c.id, 0
    FROM come AS c WHERE c.key NOT IN (SELECT new_key FROM reworded)
    UNION ALL SELECT 4, 'CITATION', iif(c.was, 'DROPPED', 'ADDED'), iif(c.was, c.label, NULL), iif(c.was, NULL, c.label), f.text,
        f.position, NULL, '[]', NULL, NULL, f.key, c.outlet, c.id, c.place
    FROM cited AS c CROSS JOIN facts AS f ON f.id = c.id AND f.stands WHERE c.was <> c.stands
    UNION ALL SELECT 5, 'SOURCE', iif(was, 'DROPPED', 'ADDED'), iif(was, label, NULL), iif(was, NULL, label), NULL, position, NULL,
        '[]', NULL, NULL, NULL, outlet, '', 0
    FROM listed WHERE was <> stands
    UNION ALL SELECT 6, 'NARRATIVE', 'REWORDED', g.text, c.text, c.label, c.position, NULL, '[]', NULL, NULL, NULL, NULL, c.id, 0
    FROM sides AS g CROSS JOIN sides AS c ON c.label = g.label AND c.place = g.place AND g.was AND c.stands
    UNION ALL SELECT 6, 'NARRATIVE', iif(n.was, 'DROPPED', 'ADDED'), iif(n.was, n.text, NULL), iif(n.was, NULL, n.text), n.label,
        n.position, NULL, '[]', NULL, NULL, NULL, NULL, n.id, 0
    FROM sides AS n WHERE NOT EXISTS (SELECT 1 FROM sides AS o WHERE o.label = n.label AND o.place = n.place AND o.was <> n.was)
    UNION ALL SELECT 7, 'FORECAST', 'REWORDED', g.question, c.question, NULL, c.position, NULL, '[]', g.probability, c.probability,
        NULL, NULL, c.id, 0
    FROM forecasts AS g CROSS JOIN forecasts AS c ON c.id = g.id AND g.was AND c.stands AND c.probability <> g.probability
    UNION ALL SELECT 7, 'FORECAST', iif(n.was, 'DROPPED', 'ADDED'), iif(n.was, n.question, NULL), iif(n.was, NULL, n.question), NULL,
        n.position, NULL, '[]', iif(n.was, n.probability, NULL), iif(n.was, NULL, n.probability), NULL, NULL, n.id, 0
    FROM forecasts AS n
    WHERE n.was <> n.stands AND NOT EXISTS (SELECT 1 FROM forecasts AS o WHERE o.id = n.id AND o.was <> n.was AND o.stands <> n.stands)
) AS @dst
WHERE TRUE
-- order: @dst.part, @dst.position, @dst.kind, @dst.id, @dst.place
