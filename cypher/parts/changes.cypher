// name: changes
// mode: read
// params: none
// The differences between two versions of a story, `old` and `new`: nothing where either is not there. A fact of the one
// and a fact of the other are one reworded if each is the best match that the other has: their wordings are a stored pair,
// else they have one place and cite the same outlets. Parts are in the order of `part`, then of their places.
@here
MATCH (@story)-[:HAS_REVISION]->(@a:Revision {number: @old})
MATCH (@story)-[:HAS_REVISION]->(@b:Revision {number: @new})
CALL (@story, @old, @new) {
    MATCH (@story)-[:HAS_FACT]->(@f:Fact)
    OPTIONAL MATCH (@f)-[@c:CITES]->(@o:Outlet)
    WITH @f, @f.firstVersion <= @old AND coalesce(@f.lastVersion, @old) >= @old AS @was,
        @f.firstVersion <= @new AND coalesce(@f.lastVersion, @new) >= @new AS @now,
        collect(CASE WHEN @o IS NOT NULL THEN {outlet: @o, label: @c.label, place: @c.position,
            was: @c.firstVersion <= @old AND coalesce(@c.lastVersion, @old) >= @old,
            now: @c.firstVersion <= @new AND coalesce(@c.lastVersion, @new) >= @new} END) AS @cites
    WITH collect(CASE WHEN @was THEN {node: @f, id: @f.id, cites: [@x IN @cites WHERE @x.was]} END) AS @facts,
        collect(CASE WHEN @now THEN {node: @f, id: @f.id, cites: [@x IN @cites WHERE @x.now]} END) AS @others
    WITH @facts, @others, [@x IN @facts | @x.id] AS @wasIds, [@x IN @others | @x.id] AS @nowIds
    RETURN [@x IN @facts WHERE NOT @x.id IN @nowIds] AS @gone, [@x IN @others WHERE NOT @x.id IN @wasIds] AS @come,
        [@x IN @facts WHERE @x.id IN @nowIds] AS @kept, [@x IN @others WHERE @x.id IN @wasIds] AS @keeps
}
CALL (@gone, @come) {
    UNWIND @gone AS @x
    UNWIND @come AS @y
    WITH @x, @y, @x.node AS @g, @y.node AS @n
    MATCH (@g)-[:WORDED]->(@u:Wording)
    MATCH (@n)-[:WORDED]->(@w:Wording)
    OPTIONAL MATCH (@u)-[@p:LIKE|CONTRADICTS]-(@w)
    WITH @x, @y, @g, @n, @p
    WHERE @p IS NOT NULL OR (@g.position = @n.position AND size(@x.cites) > 0
        AND ALL(@i IN @x.cites WHERE ANY(@j IN @y.cites WHERE @j.outlet = @i.outlet))
        AND ALL(@j IN @y.cites WHERE ANY(@i IN @x.cites WHERE @j.outlet = @i.outlet)))
    WITH collect({gone: @g, come: @n, score: @p.score, rank: coalesce(@p.score, -1.0), differs: @p.differs}) AS @alike
    RETURN [@x IN @alike WHERE NONE(@y IN @alike WHERE @y.gone = @x.gone AND (@y.rank > @x.rank OR (@y.rank = @x.rank
            AND (@y.come.position < @x.come.position OR (@y.come.position = @x.come.position AND @y.come.id < @x.come.id)))))
        AND NONE(@y IN @alike WHERE @y.come = @x.come AND (@y.rank > @x.rank OR (@y.rank = @x.rank
            AND (@y.gone.position < @x.gone.position OR (@y.gone.position = @x.gone.position AND @y.gone.id < @x.gone.id)))))] AS @reworded
}
CALL (@kept, @keeps) {
    UNWIND @kept AS @x
    UNWIND @keeps AS @y
    WITH @x, @y WHERE @x.id = @y.id
    UNWIND [@i IN @x.cites WHERE NONE(@j IN @y.cites WHERE @j.outlet = @i.outlet AND @j.label = @i.label) | {kind: 'DROPPED', edge: @i}]
        + [@j IN @y.cites WHERE NONE(@i IN @x.cites WHERE @i.outlet = @j.outlet AND @i.label = @j.label) | {kind: 'ADDED', edge: @j}] AS @z
    WITH @y.node AS @n, @z.kind AS @kind, @z.edge.outlet AS @o, @z.edge.label AS @l, min(@z.edge.place) AS @p
    RETURN collect({part: 4, what: 'CITATION', kind: @kind, before: CASE @kind WHEN 'DROPPED' THEN @l END,
        after: CASE @kind WHEN 'ADDED' THEN @l END, of: @n.text, position: @n.position, fact: @n, outlet: @o, id: @n.id, place: @p}) AS @citations
}
CALL (@story, @old, @new) {
    MATCH (@story)-[@l:LISTS]->(@o:Outlet)
    WITH @o, @l, @l.firstVersion <= @old AND coalesce(@l.lastVersion, @old) >= @old AS @was,
        @l.firstVersion <= @new AND coalesce(@l.lastVersion, @new) >= @new AS @now
    WHERE @was OR @now
    WITH @o, @l.label AS @label, min(@l.position) AS @p, collect(@was) AS @wasAny, collect(@now) AS @nowAny
    WITH @o, @label, @p, true IN @wasAny AS @was, true IN @nowAny AS @now
    WHERE @was <> @now
    RETURN collect({part: 5, what: 'SOURCE', kind: CASE WHEN @was THEN 'DROPPED' ELSE 'ADDED' END,
        before: CASE WHEN @was THEN @label END, after: CASE WHEN @now THEN @label END, position: @p, outlet: @o, id: '', place: 0}) AS @sources
}
CALL (@story, @old, @new) {
    MATCH (@story)-[:HAS_NARRATIVE]->(@x:Narrative)
    WITH @x ORDER BY @x.position, @x.id
    WITH collect(CASE WHEN @x.firstVersion <= @old AND coalesce(@x.lastVersion, @old) >= @old THEN @x END) AS @was,
        collect(CASE WHEN @x.firstVersion <= @new AND coalesce(@x.lastVersion, @new) >= @new THEN @x END) AS @now
    WITH [@x IN @was WHERE NONE(@y IN @now WHERE @y.id = @x.id)] AS @lost, [@x IN @now WHERE NONE(@y IN @was WHERE @y.id = @x.id)] AS @found
    UNWIND [@x IN @lost + @found | @x.label] AS @label
    WITH DISTINCT @label, [@x IN @lost WHERE @x.label = @label] AS @gs, [@x IN @found WHERE @x.label = @label] AS @ns
    UNWIND range(0, CASE WHEN size(@gs) > size(@ns) THEN size(@gs) ELSE size(@ns) END - 1) AS @i
    WITH @label, @gs[@i] AS @g, @ns[@i] AS @n
    WITH @label, @g, @n, coalesce(@n, @g) AS @it
    RETURN collect({part: 6, what: 'NARRATIVE', kind: CASE WHEN @g IS NULL THEN 'ADDED' WHEN @n IS NULL THEN 'DROPPED' ELSE 'REWORDED' END,
        before: @g.text, after: @n.text, of: @label, position: @it.position, id: @it.id, place: 0}) AS @narratives
}
CALL (@story, @old, @new) {
    MATCH (@story)-[:HAS_FORECAST]->(@x:Forecast)
    WITH @x.id AS @i, collect(CASE WHEN @x.firstVersion <= @old AND coalesce(@x.lastVersion, @old) >= @old THEN @x END)[0] AS @g,
        collect(CASE WHEN @x.firstVersion <= @new AND coalesce(@x.lastVersion, @new) >= @new THEN @x END)[0] AS @n
    WITH @i, @g, @n, coalesce(@n, @g) AS @it
    WHERE (@g IS NULL) <> (@n IS NULL) OR @g.probability <> @n.probability
    RETURN collect({part: 7, what: 'FORECAST', kind: CASE WHEN @g IS NULL THEN 'ADDED' WHEN @n IS NULL THEN 'DROPPED' ELSE 'REWORDED' END,
        before: @g.question, after: @n.question, position: @it.position, probabilityBefore: @g.probability,
        probabilityAfter: @n.probability, id: @i, place: 0}) AS @forecasts
}
UNWIND CASE WHEN @a.title <> @b.title
        THEN [{part: 1, what: 'TITLE', kind: 'REWORDED', before: @a.title, after: @b.title, id: '', place: 0}] ELSE [] END
    + CASE WHEN coalesce(@a.lead <> @b.lead, (@a.lead IS NULL) <> (@b.lead IS NULL))
        THEN [{part: 2, what: 'LEAD', kind: CASE WHEN @a.lead IS NULL THEN 'ADDED' WHEN @b.lead IS NULL THEN 'DROPPED' ELSE 'REWORDED' END,
            before: @a.lead, after: @b.lead, id: '', place: 0}] ELSE [] END
    + [@x IN @reworded | {part: 3, what: 'FACT', kind: 'REWORDED', before: @x.gone.text, after: @x.come.text, position: @x.come.position,
        score: @x.score, differs: @x.differs, fact: @x.come, id: @x.come.id, place: 0}]
    + [@x IN @gone WHERE NONE(@y IN @reworded WHERE @y.gone = @x.node)
        | {part: 3, what: 'FACT', kind: 'DROPPED', before: @x.node.text, position: @x.node.position, fact: @x.node, id: @x.id, place: 0}]
    + [@x IN @come WHERE NONE(@y IN @reworded WHERE @y.come = @x.node)
        | {part: 3, what: 'FACT', kind: 'ADDED', after: @x.node.text, position: @x.node.position, fact: @x.node, id: @x.id, place: 0}]
    + @citations + @sources + @narratives + @forecasts AS @dst
WITH @dst
WHERE TRUE
// order: @dst.part, @dst.position, @dst.kind, @dst.id, @dst.place
