-- name: claim-as-of
-- mode: read
-- params: at, clock
-- A claim as it was known at an instant: the facts that stated it in those versions of their stories that stood then.
-- `stated` holds what the lists of the answer need of each, the earliest first: fact, version, the date that the story had
-- in it, event. It is handed on as JSON, as SQLite takes but 500 references to common table expressions in one statement.
FROM (
    SELECT $at AS at, b.*, b.backing ->> 0 AS backer_count, b.backing ->> 0 = 1 AS is_sole_sourced,
        CASE WHEN b.backing ->> 0 > 0 AND b.backing ->> 0 = b.backing ->> 1 THEN b.backing ->> 2 END AS owner_count
    FROM (
        SELECT a.*, (SELECT f.text FROM fact AS f WHERE f.key = a.stated ->> '$[0][0]') AS text,
            (SELECT json_array(count(*), count(o.owner), count(DISTINCT o.owner)) FROM outlet AS o WHERE o.key IN (
                SELECT c.outlet FROM (SELECT j.value ->> 0 AS fact, j.value ->> 1 AS number FROM json_each(a.stated) AS j LIMIT -1) AS t
                    CROSS JOIN cites AS c ON c.fact = t.fact
                        AND c.first_version <= t.number AND coalesce(c.last_version, t.number) >= t.number)) AS backing
        FROM (
            SELECT count(*) AS fact_count, count(DISTINCT t.event) AS story_count,
                min(t.dated) AS first_stated_at, max(t.dated) AS last_stated_at,
                json_group_array(json_array(t.key, t.number, t.dated, t.event) ORDER BY coalesce(t.dated, '~'), t.id) AS stated
            FROM (
                SELECT v.key AS key, v.id AS id, v.number AS number, s.event AS event,
                    (SELECT r.published_at FROM revision AS r
                        WHERE r.story = v.story AND r.published_at IS NOT NULL
                            AND CASE $clock WHEN 'PUBLISHED' THEN r.published_at ELSE r.recorded_at END <= $at
                        ORDER BY r.number DESC LIMIT 1) AS dated
                FROM (
                    SELECT f.*, (SELECT max(r.number) FROM revision AS r
                        WHERE r.story = f.story
                            AND CASE $clock WHEN 'PUBLISHED' THEN coalesce(r.published_at, r.recorded_at) ELSE r.recorded_at END <= $at
                    ) AS number
                    FROM (SELECT key, id, story, first_version, last_version FROM fact WHERE claim = @src.key AND last_version IS NULL
                        UNION ALL SELECT key, id, story, first_version, last_version FROM fact
                            WHERE claim = @src.key AND last_version IS NOT NULL) AS f
                ) AS v CROSS JOIN story AS s ON s.key = v.story
                WHERE v.first_version <= v.number AND coalesce(v.last_version, v.number) >= v.number
            ) AS t
        ) AS a LIMIT 1
    ) AS b LIMIT 1
) AS @dst
WHERE @dst.fact_count > 0
