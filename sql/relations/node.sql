-- name: node
-- mode: read
-- params: id
-- Any node by its id: the prefix tells the table, so that one look-up is done, not nine.
FROM (SELECT
    CASE substr($id, 1, 3) WHEN 'st_' THEN 1 WHEN 'fa_' THEN 2 WHEN 'cl_' THEN 3 WHEN 'ou_' THEN 4 WHEN 'pe_' THEN 5
        WHEN 'na_' THEN 6 WHEN 'fo_' THEN 7 WHEN 're_' THEN 8 WHEN 'pr_' THEN 9 WHEN 'de_' THEN 10 END AS kind,
    CASE substr($id, 1, 3)
        WHEN 'st_' THEN (SELECT key FROM story WHERE id = coalesce((SELECT target FROM moved WHERE id = $id), $id))
        WHEN 'fa_' THEN (SELECT key FROM fact WHERE id = $id AND last_version IS NULL)
        WHEN 'cl_' THEN (SELECT key FROM claim WHERE id = coalesce((SELECT target FROM moved WHERE id = $id), $id) AND fact_count > 0)
        WHEN 'ou_' THEN (SELECT key FROM outlet WHERE id = coalesce((SELECT target FROM moved WHERE id = $id), $id) AND story_count + attribution_count > 0)
        WHEN 'pe_' THEN (SELECT key FROM person WHERE id = coalesce((SELECT target FROM moved WHERE id = $id), $id) AND story_count > 0)
        WHEN 'na_' THEN (SELECT key FROM narrative WHERE id = $id AND last_version IS NULL)
        WHEN 'fo_' THEN (SELECT key FROM forecast WHERE id = $id AND last_version IS NULL)
        WHEN 're_' THEN (SELECT key FROM revision WHERE id = $id)
        WHEN 'pr_' THEN (SELECT key FROM problem WHERE id = $id)
        WHEN 'de_' THEN (SELECT key FROM decision WHERE id = $id) END AS key) AS @dst
WHERE @dst.key IS NOT NULL
