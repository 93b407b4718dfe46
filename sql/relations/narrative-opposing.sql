-- name: narrative-opposing
-- mode: read
-- params: none
-- The narratives of the same story that take another side. A letter stands for a side within its story only.
FROM narrative AS @dst
WHERE @dst.story = @src.story AND @dst.last_version IS NULL AND @dst.key <> @src.key
    AND iif(@dst.stance IS NULL OR @src.stance IS NULL, @dst.label <> @src.label, @dst.stance <> @src.stance)
