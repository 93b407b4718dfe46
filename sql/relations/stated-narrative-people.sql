-- name: stated-narrative-people
-- mode: read
-- params: none
-- The people whom a narrative mentions in one version of its story, once each.
FROM (SELECT m.story AS story, m.kind AS kind, m.owner AS owner, m.person AS person, @src.number AS number, count(*) AS mention_count,
        (SELECT r.role FROM mention AS r WHERE r.kind = 'NARRATIVE' AND r.owner = @src.owner AND r.person = m.person AND r.role IS NOT NULL
            AND r.first_version <= @src.number AND coalesce(r.last_version, @src.number) >= @src.number ORDER BY r.position LIMIT 1) AS role
    FROM mention AS m WHERE m.kind = 'NARRATIVE' AND m.owner = @src.owner AND m.first_version <= @src.number AND coalesce(m.last_version, @src.number) >= @src.number GROUP BY m.person) AS @e
    CROSS JOIN person AS @dst ON @dst.key = @e.person
WHERE TRUE
