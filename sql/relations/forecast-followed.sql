-- name: forecast-followed
-- mode: read
-- params: none
-- The standing forecasts of one question, its wording normalised, in all stories.
FROM forecast AS @dst
WHERE @dst.question_key = @src.question_key AND @dst.last_version IS NULL
