// name: forecast
// mode: read
// params: text, source, story, since, until, minProbability, maxProbability
// ForecastFilter. Dates are bounded as in StoryFilter. A bare probability would be sought in its index whatever the order
// is, and all that it gives be sorted.
// filter text: size($text) > 0 AND ALL(@k IN $text WHERE @k IN split(@dst.tokens, ' '))
// filter source: @dst.source = $source
// filter story: EXISTS { (@dst)<-[:HAS_FORECAST]-(:Story {id: coalesce(COLLECT { MATCH (@moved:Moved {id: $story}) RETURN @moved.target }[0], $story)}) }
// filter since: @dst.publishedKey >= $since AND @dst.publishedLastKey >= $since
// filter until: @dst.publishedLastKey <= $until AND @dst.publishedKey <= $until
// filter minProbability: @dst.probability + 0 >= $minProbability
// filter maxProbability: @dst.probability + 0 <= $maxProbability
