-- name: fact-people
-- mode: read
-- params: none
-- The people whom a fact mentions, or mentioned in the last version that it stood in, once each.
FROM (SELECT m.story AS story, m.kind AS kind, m.owner AS owner, m.person AS person, @src.last_version AS number, count(*) AS mention_count,
        (SELECT r.role FROM mention AS r WHERE r.kind = 'FACT' AND r.owner = @src.key AND r.person = m.person AND r.role IS NOT NULL
            AND r.last_version IS @src.last_version ORDER BY r.position LIMIT 1) AS role
    FROM mention AS m WHERE m.kind = 'FACT' AND m.owner = @src.key AND m.last_version IS @src.last_version GROUP BY m.person) AS @e
    CROSS JOIN person AS @dst ON @dst.key = @e.person
WHERE TRUE
