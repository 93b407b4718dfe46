-- name: nodes
-- mode: read
-- params: ids
-- Any nodes by their ids, in the order given: a row for each id, its key null where there is no such node.
FROM (SELECT i.key AS place,
    CASE substr(i.value, 1, 3) WHEN 'st_' THEN 1 WHEN 'fa_' THEN 2 WHEN 'cl_' THEN 3 WHEN 'ou_' THEN 4 WHEN 'pe_' THEN 5
        WHEN 'na_' THEN 6 WHEN 'fo_' THEN 7 WHEN 're_' THEN 8 WHEN 'pr_' THEN 9 WHEN 'de_' THEN 10 END AS kind,
    CASE substr(i.value, 1, 3)
        WHEN 'st_' THEN (SELECT key FROM story WHERE id = coalesce((SELECT target FROM moved WHERE id = i.value), i.value))
        WHEN 'fa_' THEN (SELECT key FROM fact WHERE id = i.value AND last_version IS NULL)
        WHEN 'cl_' THEN (SELECT key FROM claim WHERE id = coalesce((SELECT target FROM moved WHERE id = i.value), i.value) AND fact_count > 0)
        WHEN 'ou_' THEN (SELECT key FROM outlet WHERE id = coalesce((SELECT target FROM moved WHERE id = i.value), i.value) AND story_count + attribution_count > 0)
        WHEN 'pe_' THEN (SELECT key FROM person WHERE id = coalesce((SELECT target FROM moved WHERE id = i.value), i.value) AND story_count > 0)
        WHEN 'na_' THEN (SELECT key FROM narrative WHERE id = i.value AND last_version IS NULL)
        WHEN 'fo_' THEN (SELECT key FROM forecast WHERE id = i.value AND last_version IS NULL)
        WHEN 're_' THEN (SELECT key FROM revision WHERE id = i.value)
        WHEN 'pr_' THEN (SELECT key FROM problem WHERE id = i.value)
        WHEN 'de_' THEN (SELECT key FROM decision WHERE id = i.value) END AS key
    FROM json_each($ids) AS i) AS @dst
WHERE TRUE
-- order: @dst.place
