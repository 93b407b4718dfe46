-- name: ingested-stories
-- mode: read
-- params: ids
-- Stories by their ids, in the order given, for those that an event tells of: a row for each id, its key null where the
-- story is gone, or is not one that is asked for. The filters of stories go on from the ON.
FROM json_each($ids) AS @i LEFT JOIN (SELECT key, id, 1 AS kind FROM story) AS @dst
ON @dst.id = coalesce((SELECT target FROM moved WHERE id = @i.value), @i.value)
-- order: @i.key
