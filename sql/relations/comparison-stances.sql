-- name: comparison-stances
-- mode: read
-- params: none
-- The stances of the narratives that the outlets of a comparison provide, of all months together.
FROM (SELECT s.stance AS stance, s.sort_key AS sort_key, s.stance_id AS stance_id,
        coalesce(sum(s.narrative_count) FILTER (WHERE s.outlet = @src.outlet), 0) AS narrative_count_a,
        coalesce(sum(s.narrative_count) FILTER (WHERE s.outlet = @src.other), 0) AS narrative_count_b
    FROM outlet_stance AS s WHERE s.outlet IN (@src.outlet, @src.other) GROUP BY s.stance_id) AS @dst
WHERE TRUE
-- order: @dst.sort_key, @dst.stance_id
