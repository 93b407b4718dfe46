// name: story-forecasts
// mode: read
// params: none
// The forecasts of a story's newest version.
MATCH (@src)-[:HAS_FORECAST]->(@dst:Forecast)
WHERE @dst.lastVersion IS NULL
