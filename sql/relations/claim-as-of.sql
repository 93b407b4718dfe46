-- name: claim-as-of
-- mode: read
-- params: at, clock
-- A claim as it was known at an instant: the facts that stated it in those versions of their stories that stood then.
-- `stated` holds what the lists of the answer need of each: fact, version, and the date that the story had in it.
FROM (
    WITH stated AS MATERIALIZED (
        SELECT f.key AS fact, f.id AS id, f.text AS text, f.number AS number, s.event AS event,
            (SELECT r.published_at FROM revision AS r
                WHERE r.story = f.story AND r.published_at IS NOT NULL
                    AND CASE $clock WHEN 'PUBLISHED' THEN r.published_at ELSE r.recorded_at END <= $at
                ORDER BY r.number DESC LIMIT 1) AS dated
        FROM (SELECT a.*, (SELECT max(r.number) FROM revision AS r WHERE r.story = a.story
                    AND CASE $clock WHEN 'PUBLISHED' THEN coalesce(r.published_at, r.recorded_at) ELSE r.recorded_at END <= $at) AS number
                FROM (SELECT * FROM fact WHERE claim = @src.key AND last_version IS NULL
                    UNION ALL SELECT * FROM fact WHERE claim = @src.key AND last_version IS NOT NULL) AS a) AS f
            CROSS JOIN story AS s ON s.key = f.story
        WHERE f.first_version <= f.number AND coalesce(f.last_version, f.number) >= f.number
    ), cited AS MATERIALIZED (
        SELECT count(*) AS outlets, count(o.owner) AS owned, count(DISTINCT o.owner) AS owners
        FROM (SELECT DISTINCT c.outlet AS outlet FROM stated AS t CROSS JOIN cites AS c
                ON c.fact = t.fact AND c.first_version <= t.number AND coalesce(c.last_version, t.number) >= t.number) AS b
            CROSS JOIN outlet AS o ON o.key = b.outlet
    )
    SELECT $at AS at, count(*) AS fact_count, count(DISTINCT t.event) AS story_count,
        min(t.dated) AS first_stated_at, max(t.dated) AS last_stated_at,
        (SELECT e.text FROM stated AS e ORDER BY coalesce(e.dated, '~'), e.id LIMIT 1) AS text,
        (SELECT outlets FROM cited) AS backer_count, (SELECT outlets = 1 FROM cited) AS is_sole_sourced,
        (SELECT CASE WHEN outlets > 0 AND outlets = owned THEN owners END FROM cited) AS owner_count,
        json_group_array(json_array(t.fact, t.number, t.dated, t.event)) AS stated
    FROM stated AS t
) AS @dst
WHERE @dst.fact_count > 0
