// name: revision-forecasts
// mode: read
// params: none
// The forecasts that stand in one version of a story, past ones too.
MATCH (@src)<-[:HAS_REVISION]-(:Story)-[:HAS_FORECAST]->(@dst:Forecast)
WHERE @dst.firstVersion <= @src.number AND coalesce(@dst.lastVersion, @src.number) >= @src.number
