// name: forecast-followed
// mode: read
// params: none
// The standing forecasts of one question, its wording normalised, in all stories.
MATCH (@dst:Forecast)
WHERE @dst.questionKey = @src.questionKey AND @dst.publishedLastKey IS NOT NULL AND @dst.id IS NOT NULL
    AND @dst.lastVersion IS NULL
// lead: @dst.questionKey
