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
    WITH collect(CASE WHEN @f.firstVersion <= @old AND coalesce(@f.lastVersion, @old) >= @old THEN @f END) AS @was,
        collect(CASE WHEN @f.firstVersion <= @new AND coalesce(@f.lastVersion, @new) >= @new THEN @f END) AS @now
    WITH @was, @now, [@x IN @was | @x.id] AS @wasIds, [@x IN @now | @x.id] AS @nowIds
    RETURN [@x IN @was WHERE NOT @x.id IN @nowIds] AS @gone, [@x IN @now WHERE NOT @x.id IN @wasIds] AS @come,
        [@x IN @was WHERE @x.id IN @nowIds] AS @kept, [@x IN @now WHERE @x.id IN @wasIds] AS @keeps
}
CALL (@gone, @come, @old, @new) {
    UNWIND @gone AS @g
    UNWIND @come AS @n
    MATCH (@g)-[:WORDED]->(@u:Wording)
    MATCH (@n)-[:WORDED]->(@w:Wording)
    OPTIONAL MATCH (@u)-[@p:LIKE|CONTRADICTS]-(@w)
    WITH @g, @n, @p
    WHERE @p IS NOT NULL OR (@g.position = @n.position
        AND EXISTS { MATCH (@g)-[@c:CITES]->(:Outlet) WHERE @c.firstVersion <= @old AND coalesce(@c.lastVersion, @old) >= @old }
        AND COLLECT { MATCH (@g)-[@c:CITES]->(@o:Outlet) WHERE @c.firstVersion <= @old AND coalesce(@c.lastVersion, @old) >= @old
                RETURN DISTINCT @o.id AS @i ORDER BY @i }
            = COLLECT { MATCH (@n)-[@c:CITES]->(@o:Outlet) WHERE @c.firstVersion <= @new AND coalesce(@c.lastVersion, @new) >= @new
                RETURN DISTINCT @o.id AS @i ORDER BY @i })
    WITH collect({gone: @g, come: @n, score: @p.score, rank: coalesce(@p.score, -1.0), differs: @p.differs}) AS @alike
    RETURN [@x IN @alike WHERE NONE(@y IN @alike WHERE @y.gone = @x.gone AND (@y.rank > @x.rank OR (@y.rank = @x.rank
            AND (@y.come.position < @x.come.position OR (@y.come.position = @x.come.position AND @y.come.id < @x.come.id)))))
        AND NONE(@y IN @alike WHERE @y.come = @x.come AND (@y.rank > @x.rank OR (@y.rank = @x.rank
            AND (@y.gone.position < @x.gone.position OR (@y.gone.position = @x.gone.position AND @y.gone.id < @x.gone.id)))))] AS @reworded
}
CALL (@kept, @keeps, @old, @new) {
    UNWIND @kept AS @g
    UNWIND @keeps AS @n
    WITH @g, @n WHERE @g.id = @n.id
    CALL (@g, @old) {
        MATCH (@g)-[@c:CITES]->(@o:Outlet) WHERE @c.firstVersion <= @old AND coalesce(@c.lastVersion, @old) >= @old
        WITH @o, @c.label AS @l, min(@c.position) AS @p
        RETURN collect({outlet: @o, label: @l, place: @p}) AS @was
    }
    CALL (@n, @new) {
        MATCH (@n)-[@c:CITES]->(@o:Outlet) WHERE @c.firstVersion <= @new AND coalesce(@c.lastVersion, @new) >= @new
        WITH @o, @c.label AS @l, min(@c.position) AS @p
        RETURN collect({outlet: @o, label: @l, place: @p}) AS @now
    }
    UNWIND [@x IN @was WHERE NONE(@y IN @now WHERE @y.outlet = @x.outlet AND @y.label = @x.label) | {kind: 'DROPPED', edge: @x}]
        + [@x IN @now WHERE NONE(@y IN @was WHERE @y.outlet = @x.outlet AND @y.label = @x.label) | {kind: 'ADDED', edge: @x}] AS @z
    RETURN collect({part: 4, what: 'CITATION', kind: @z.kind, before: CASE @z.kind WHEN 'DROPPED' THEN @z.edge.label END,
        after: CASE @z.kind WHEN 'ADDED' THEN @z.edge.label END, of: @n.text, position: @n.position, fact: @n,
        outlet: @z.edge.outlet, id: @n.id, place: @z.edge.place}) AS @citations
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
    + [@x IN @gone WHERE NONE(@y IN @reworded WHERE @y.gone = @x)
        | {part: 3, what: 'FACT', kind: 'DROPPED', before: @x.text, position: @x.position, fact: @x, id: @x.id, place: 0}]
    + [@x IN @come WHERE NONE(@y IN @reworded WHERE @y.come = @x)
        | {part: 3, what: 'FACT', kind: 'ADDED', after: @x.text, position: @x.position, fact: @x, id: @x.id, place: 0}]
    + @citations + @sources + @narratives + @forecasts AS @dst
WITH @dst
WHERE TRUE
// order: @dst.part, @dst.position, @dst.kind, @dst.id, @dst.place
