// name: forecasts
// mode: read
// params: text, story, source
// All forecasts of the newest versions.
MATCH (@dst:Forecast)
WHERE @dst.lastVersion IS NULL
// from text: CALL db.index.fulltext.queryNodes('forecasts', CASE size($text) WHEN 0 THEN '+a +b +NOT_A_TOKEN' ELSE reduce(@q = '', @k IN $text | @q + ' +' + @k) END)
//     YIELD node AS @dst WITH @dst WHERE @dst.lastVersion IS NULL
// from story: MATCH (:Story {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $story}) RETURN @moved.target }[0], $story)})-[:HAS_FORECAST]->(@dst:Forecast) WHERE @dst.lastVersion IS NULL
// from source: MATCH (@dst:Forecast)
//     WHERE @dst.sourceKey = left($source, 1000) AND @dst.publishedKey IS NOT NULL AND @dst.id IS NOT NULL
//         AND @dst.source = $source AND @dst.lastVersion IS NULL
// lead source: @dst.sourceKey
