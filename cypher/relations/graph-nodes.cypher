// name: graph-nodes
// mode: read
// params: none
// The nodes of one story; `weight` counts the edges of the story that end in each.
CALL (@src) {
    RETURN @src AS @n, 0 AS @w
    UNION ALL MATCH (@src)-[:HAS_FACT|HAS_NARRATIVE]->(@n) WHERE @n.lastVersion IS NULL
    RETURN @n, 1 AS @w
    UNION ALL CALL (@src) {
        MATCH (@src)-[@h:LISTS|MENTIONS]->(@n) WHERE @h.lastVersion IS NULL
        RETURN @n
        UNION ALL MATCH (@src)-[:HAS_FACT|HAS_NARRATIVE]->(@y)-[@h:STATES|CITES|ATTRIBUTED_TO|PROVIDED_BY|MENTIONS]->(@n)
        WHERE @y.lastVersion IS NULL AND @h.lastVersion IS NULL
        RETURN @n
    }
    RETURN @n, count(*) AS @w
}
WITH {id: @n.id, kind: toUpper(labels(@n)[0]), label: coalesce(@n.title, @n.name, @n.label, @n.text), weight: @w} AS @dst
WHERE TRUE
// order: @dst.kind, @dst.id
