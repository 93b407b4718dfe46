-- name: changes
-- mode: read
-- params: none
-- The differences between two versions of a story, `old` and `new`: nothing where either is not there. A fact of the one
-- and a fact of the other are one reworded if each is the best match that the other has: their wordings are a stored pair,
-- else they have one place and cite the same outlets. Parts are in the order of `part`, then of their places.
-- Each step hands its rows on as JSON: SQLite takes 500 references to common table expressions in one statement, and four
-- questions of this size had them.
FROM (SELECT j.value ->> 0 AS part, j.value ->> 1 AS what, j.value ->> 2 AS kind, j.value ->> 3 AS before,
        j.value ->> 4 AS after, j.value ->> 5 AS of, j.value ->> 6 AS position, j.value ->> 7 AS score,
        j.value ->> 8 AS differs, j.value ->> 9 AS probability_before, j.value ->> 10 AS probability_after,
        j.value ->> 11 AS fact, j.value ->> 12 AS outlet, j.value ->> 13 AS id, j.value ->> 14 AS place
    FROM (SELECT (SELECT json_group_array(json_array(part, what, kind, before, after, of, position, score, differs,
            odds_before, odds_after, fact, outlet, id, place)) FROM (
            SELECT 1 AS part, 'TITLE' AS what, 'REWORDED' AS kind, q.old_title AS before, q.new_title AS after, NULL AS of,
                NULL AS position, NULL AS score, '[]' AS differs, NULL AS odds_before, NULL AS odds_after, NULL AS fact,
                NULL AS outlet, '' AS id, 0 AS place
            WHERE q.old_title <> q.new_title
            UNION ALL SELECT 2, 'LEAD', CASE WHEN q.old_lead IS NULL THEN 'ADDED' WHEN q.new_lead IS NULL THEN 'DROPPED' ELSE 'REWORDED' END,
                q.old_lead, q.new_lead, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, '', 0
            WHERE q.old_lead IS NOT q.new_lead
            UNION ALL SELECT 3, 'FACT', 'REWORDED', g.text, c.text, NULL, c.position, r.value ->> 2, coalesce(r.value ->> 3, '[]'),
                NULL, NULL, c.key, NULL, c.id, 0
            FROM json_each(q.reworded) AS r CROSS JOIN fact AS g ON g.key = r.value ->> 0 CROSS JOIN fact AS c ON c.key = r.value ->> 1
            UNION ALL SELECT 3, 'FACT', 'DROPPED', g.text, NULL, NULL, g.position, NULL, '[]', NULL, NULL, g.key, NULL, g.id, 0
            FROM json_each(q.gone) AS i CROSS JOIN fact AS g ON g.key = i.value
            WHERE i.value NOT IN (SELECT r.value ->> 0 FROM json_each(q.reworded) AS r)
            UNION ALL SELECT 3, 'FACT', 'ADDED', NULL, c.text, NULL, c.position, NULL, '[]', NULL, NULL, c.key, NULL, c.id, 0
            FROM json_each(q.come) AS i CROSS JOIN fact AS c ON c.key = i.value
            WHERE i.value NOT IN (SELECT r.value ->> 1 FROM json_each(q.reworded) AS r)
            UNION ALL SELECT 4, 'CITATION', 'DROPPED', c.label, NULL, n.text, n.position, NULL, '[]', NULL, NULL, n.key, c.outlet, n.id, min(c.position)
            FROM fact AS n CROSS JOIN fact AS g ON g.id = n.id AND g.first_version <= q.old AND coalesce(g.last_version, q.old) >= q.old
                CROSS JOIN cites AS c ON c.fact = g.key AND c.first_version <= q.old AND coalesce(c.last_version, q.old) >= q.old
            WHERE n.story = q.story AND n.first_version <= q.new AND coalesce(n.last_version, q.new) >= q.new
                AND NOT EXISTS (SELECT 1 FROM cites AS o WHERE o.fact = n.key AND o.outlet = c.outlet AND o.label = c.label
                    AND o.first_version <= q.new AND coalesce(o.last_version, q.new) >= q.new)
            GROUP BY n.key, c.outlet, c.label
            UNION ALL SELECT 4, 'CITATION', 'ADDED', NULL, c.label, n.text, n.position, NULL, '[]', NULL, NULL, n.key, c.outlet, n.id, min(c.position)
            FROM fact AS n CROSS JOIN fact AS g ON g.id = n.id AND g.first_version <= q.old AND coalesce(g.last_version, q.old) >= q.old
                CROSS JOIN cites AS c ON c.fact = n.key AND c.first_version <= q.new AND coalesce(c.last_version, q.new) >= q.new
            WHERE n.story = q.story AND n.first_version <= q.new AND coalesce(n.last_version, q.new) >= q.new
                AND NOT EXISTS (SELECT 1 FROM cites AS o WHERE o.fact = g.key AND o.outlet = c.outlet AND o.label = c.label
                    AND o.first_version <= q.old AND coalesce(o.last_version, q.old) >= q.old)
            GROUP BY n.key, c.outlet, c.label
            UNION ALL SELECT 5, 'SOURCE', 'DROPPED', l.label, NULL, NULL, min(l.position), NULL, '[]', NULL, NULL, NULL, l.outlet, '', 0
            FROM lists AS l
            WHERE l.story = q.story AND l.first_version <= q.old AND coalesce(l.last_version, q.old) >= q.old
                AND NOT EXISTS (SELECT 1 FROM lists AS o WHERE o.story = q.story AND o.outlet = l.outlet AND o.label = l.label
                    AND o.first_version <= q.new AND coalesce(o.last_version, q.new) >= q.new)
            GROUP BY l.outlet, l.label
            UNION ALL SELECT 5, 'SOURCE', 'ADDED', NULL, l.label, NULL, min(l.position), NULL, '[]', NULL, NULL, NULL, l.outlet, '', 0
            FROM lists AS l
            WHERE l.story = q.story AND l.first_version <= q.new AND coalesce(l.last_version, q.new) >= q.new
                AND NOT EXISTS (SELECT 1 FROM lists AS o WHERE o.story = q.story AND o.outlet = l.outlet AND o.label = l.label
                    AND o.first_version <= q.old AND coalesce(o.last_version, q.old) >= q.old)
            GROUP BY l.outlet, l.label
            UNION ALL SELECT 6, 'NARRATIVE', iif(c.key IS NULL, 'DROPPED', 'REWORDED'), g.text, c.text, g.label,
                coalesce(c.position, g.position), NULL, '[]', NULL, NULL, NULL, NULL, coalesce(c.id, g.id), 0
            FROM json_each(q.lost) AS i CROSS JOIN narrative AS g ON g.key = i.value ->> 0
                LEFT JOIN narrative AS c ON c.key = (SELECT k.value ->> 0 FROM json_each(q.found) AS k
                    WHERE k.value ->> 1 = i.value ->> 1 AND k.value ->> 2 = i.value ->> 2)
            UNION ALL SELECT 6, 'NARRATIVE', 'ADDED', NULL, c.text, c.label, c.position, NULL, '[]', NULL, NULL, NULL, NULL, c.id, 0
            FROM json_each(q.found) AS k CROSS JOIN narrative AS c ON c.key = k.value ->> 0
            WHERE NOT EXISTS (SELECT 1 FROM json_each(q.lost) AS i WHERE i.value ->> 1 = k.value ->> 1 AND i.value ->> 2 = k.value ->> 2)
            UNION ALL SELECT 7, 'FORECAST', 'REWORDED', g.question, x.question, NULL, x.position, NULL, '[]', g.probability,
                x.probability, NULL, NULL, x.id, 0
            FROM forecast AS x CROSS JOIN forecast AS g ON g.id = x.id AND g.first_version <= q.old AND coalesce(g.last_version, q.old) >= q.old
            WHERE x.story = q.story AND x.first_version <= q.new AND coalesce(x.last_version, q.new) >= q.new
                AND x.probability <> g.probability
            UNION ALL SELECT 7, 'FORECAST', 'DROPPED', x.question, NULL, NULL, x.position, NULL, '[]', x.probability, NULL, NULL, NULL, x.id, 0
            FROM forecast AS x WHERE x.story = q.story AND x.first_version <= q.old AND coalesce(x.last_version, q.old) >= q.old
                AND NOT EXISTS (SELECT 1 FROM forecast AS y WHERE y.id = x.id AND y.first_version <= q.new AND coalesce(y.last_version, q.new) >= q.new)
            UNION ALL SELECT 7, 'FORECAST', 'ADDED', NULL, x.question, NULL, x.position, NULL, '[]', NULL, x.probability, NULL, NULL, x.id, 0
            FROM forecast AS x WHERE x.story = q.story AND x.first_version <= q.new AND coalesce(x.last_version, q.new) >= q.new
                AND NOT EXISTS (SELECT 1 FROM forecast AS y WHERE y.id = x.id AND y.first_version <= q.old AND coalesce(y.last_version, q.old) >= q.old)
        )) AS changes
        FROM (SELECT p.*, (SELECT json_group_array(json_array(old_key, new_key, score, differs)) FROM (
                SELECT g.key AS old_key, c.key AS new_key, w.score AS score, w.differs AS differs,
                    row_number() OVER (PARTITION BY g.key ORDER BY coalesce(w.score, -1) DESC, c.position, c.id) AS of_old,
                    row_number() OVER (PARTITION BY c.key ORDER BY coalesce(w.score, -1) DESC, g.position, g.id) AS of_new
                FROM json_each(p.gone) AS i CROSS JOIN fact AS g ON g.key = i.value
                    CROSS JOIN json_each(p.come) AS k CROSS JOIN fact AS c ON c.key = k.value
                    LEFT JOIN pair AS w ON w.wording = g.wording AND w.other = c.wording
                WHERE w.score IS NOT NULL OR (g.position = c.position AND
                    (SELECT group_concat(o) FROM (SELECT DISTINCT z.outlet AS o FROM cites AS z
                        WHERE z.fact = g.key AND z.first_version <= p.old AND coalesce(z.last_version, p.old) >= p.old ORDER BY z.outlet)) =
                    (SELECT group_concat(o) FROM (SELECT DISTINCT z.outlet AS o FROM cites AS z
                        WHERE z.fact = c.key AND z.first_version <= p.new AND coalesce(z.last_version, p.new) >= p.new ORDER BY z.outlet)))
            ) WHERE of_old = 1 AND of_new = 1) AS reworded
            FROM (SELECT b.*,
                (SELECT json_group_array(x.key) FROM fact AS x
                WHERE x.story = b.story AND x.first_version <= b.old AND coalesce(x.last_version, b.old) >= b.old
                    AND NOT EXISTS (SELECT 1 FROM fact AS y WHERE y.id = x.id AND y.first_version <= b.new AND coalesce(y.last_version, b.new) >= b.new)) AS gone,
                (SELECT json_group_array(x.key) FROM fact AS x
                WHERE x.story = b.story AND x.first_version <= b.new AND coalesce(x.last_version, b.new) >= b.new
                    AND NOT EXISTS (SELECT 1 FROM fact AS y WHERE y.id = x.id AND y.first_version <= b.old AND coalesce(y.last_version, b.old) >= b.old)) AS come,
                (SELECT json_group_array(json_array(key, label, place)) FROM (
                SELECT x.key AS key, x.label AS label, row_number() OVER (PARTITION BY x.label ORDER BY x.position, x.id) AS place
                FROM narrative AS x WHERE x.story = b.story AND x.first_version <= b.old AND coalesce(x.last_version, b.old) >= b.old
                    AND NOT EXISTS (SELECT 1 FROM narrative AS y WHERE y.id = x.id AND y.first_version <= b.new AND coalesce(y.last_version, b.new) >= b.new))) AS lost,
                (SELECT json_group_array(json_array(key, label, place)) FROM (
                SELECT x.key AS key, x.label AS label, row_number() OVER (PARTITION BY x.label ORDER BY x.position, x.id) AS place
                FROM narrative AS x WHERE x.story = b.story AND x.first_version <= b.new AND coalesce(x.last_version, b.new) >= b.new
                    AND NOT EXISTS (SELECT 1 FROM narrative AS y WHERE y.id = x.id AND y.first_version <= b.old AND coalesce(y.last_version, b.old) >= b.old))) AS found
                FROM (SELECT s.story AS story, s.old AS old, s.new AS new, d.title AS old_title, e.title AS new_title,
                        d.lead AS old_lead, e.lead AS new_lead
                    FROM (@here) AS s CROSS JOIN revision AS d ON d.story = s.story AND d.number = s.old
                        CROSS JOIN revision AS e ON e.story = s.story AND e.number = s.new) AS b LIMIT 1) AS p LIMIT 1) AS q LIMIT 1) AS x
        CROSS JOIN json_each(x.changes) AS j) AS @dst
WHERE TRUE
-- order: @dst.part, @dst.position, @dst.kind, @dst.id, @dst.place
