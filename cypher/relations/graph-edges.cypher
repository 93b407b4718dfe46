// name: graph-edges
// mode: read
// params: none
// The edges of one story, one row for each two nodes and kind; `weight` counts them.
CALL (@src) {
    MATCH (@src)-[@h:HAS_FACT|HAS_NARRATIVE]->(@x) WHERE @x.lastVersion IS NULL
    RETURN @src.id AS @a, @x.id AS @b, type(@h) AS @t, 1 AS @w
    UNION ALL MATCH (@src)-[@h:LISTS|MENTIONS]->(@x) WHERE @h.lastVersion IS NULL
    RETURN @src.id AS @a, @x.id AS @b, type(@h) AS @t, count(*) AS @w
    UNION ALL MATCH (@src)-[:HAS_FACT|HAS_NARRATIVE]->(@y)-[@h:STATES|CITES|ATTRIBUTED_TO|PROVIDED_BY|MENTIONS]->(@x)
    WHERE @y.lastVersion IS NULL AND @h.lastVersion IS NULL
    RETURN @y.id AS @a, @x.id AS @b, type(@h) AS @t, count(*) AS @w
}
WITH {source: @a, target: @b, kind: @t, weight: @w} AS @dst
WHERE TRUE
// order: @dst.kind, @dst.source, @dst.target
