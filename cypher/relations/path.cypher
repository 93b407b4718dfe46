// name: path
// mode: read
// params: from, to, maxHops
// The shortest path between two nodes; of several, the one whose ids are the smallest, compared from `from`. A map, which
// path-nodes and path-edges read. It is searched for level by level from both ends: each step grows the side of fewer
// edges by all its neighbours, until the two meet. Then the left levels are reduced to what leads to where they meet, and
// the path is gone along, each time to the neighbour with the smallest id. Within reduce nothing may be aggregated; IN
// looks a long list up by its hash. allShortestPaths would make every path before the first could be chosen: between two
// people of 400 facts each that cite one outlet, 160,000.
OPTIONAL MATCH (@m:Moved {id: $from})
OPTIONAL MATCH (@n:Moved {id: $to})
MATCH (@a:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(@m.target, $from)})
WHERE @a.lastVersion IS NULL AND CASE WHEN @a:Claim THEN @a.factCount > 0 WHEN @a:Outlet THEN @a.storyCount + @a.attributionCount > 0 WHEN @a:Person THEN @a.storyCount > 0 ELSE TRUE END
MATCH (@b:Story|Fact|Claim|Outlet|Person|Narrative|Forecast|Revision|Problem|Decision {id: coalesce(@n.target, $to)})
WHERE @b.lastVersion IS NULL AND CASE WHEN @b:Claim THEN @b.factCount > 0 WHEN @b:Outlet THEN @b.storyCount + @b.attributionCount > 0 WHEN @b:Person THEN @b.storyCount > 0 ELSE TRUE END
WITH reduce(@s = {lefts: [[@a]], rights: [[@b]], met: CASE WHEN @a = @b THEN [@a] ELSE [] END}, @hop IN range(1, $maxHops) |
    CASE WHEN size(@s.met) > 0 OR size(@s.lefts[-1]) = 0 OR size(@s.rights[-1]) = 0 THEN @s ELSE
    [@left IN [reduce(@c = 0, @x IN @s.lefts[-1] | @c + COUNT { (@x)--() }) <= reduce(@c = 0, @x IN @s.rights[-1] | @c + COUNT { (@x)--() })] |
    [@levels IN [CASE WHEN @left THEN @s.lefts ELSE @s.rights END] |
    [@seen IN [@levels[-1] + coalesce(@levels[-2], [])] |
    [@grown IN [COLLECT {
        UNWIND @levels[-1] AS @x
        MATCH (@x)-[@h:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(@y)
        WHERE @h.lastVersion IS NULL AND @y.lastVersion IS NULL AND (NOT @y:Claim OR @y.factCount > 0) AND NOT @y IN @seen
        RETURN DISTINCT @y
    }] | CASE WHEN @left
        THEN {lefts: @s.lefts + [@grown], rights: @s.rights, met: COLLECT { UNWIND @s.rights[-1] AS @y WITH @y WHERE @y IN @grown RETURN @y }}
        ELSE {lefts: @s.lefts, rights: @s.rights + [@grown], met: COLLECT { UNWIND @s.lefts[-1] AS @y WITH @y WHERE @y IN @grown RETURN @y }}
    END][0]][0]][0]][0] END) AS @s
WHERE size(@s.met) > 0
WITH @s, reduce(@on = [@s.met], @i IN range(size(@s.lefts) - 2, 1, -1) |
    [CASE WHEN reduce(@c = 0, @x IN @on[0] | @c + COUNT { (@x)--() }) <= reduce(@c = 0, @x IN @s.lefts[@i] | @c + COUNT { (@x)--() })
    THEN COLLECT {
        UNWIND @on[0] AS @x
        MATCH (@x)-[@h:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(@y)
        WHERE @h.lastVersion IS NULL AND @y IN @s.lefts[@i]
        RETURN DISTINCT @y
    } ELSE COLLECT {
        UNWIND @s.lefts[@i] AS @y
        MATCH (@x)-[@h:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(@y)
        WHERE @h.lastVersion IS NULL AND @x IN @on[0]
        RETURN DISTINCT @y
    } END] + @on) + reverse(@s.rights[..-1]) AS @on
WITH reduce(@path = @s.lefts[0], @level IN CASE size(@s.lefts) WHEN 1 THEN @on[1..] ELSE @on END | @path + COLLECT {
    WITH @path[-1] AS @x
    MATCH (@x)-[@h:HAS_FACT|HAS_NARRATIVE|HAS_FORECAST|STATES|CITES|LISTS|PROVIDED_BY|MENTIONS|CONFLICTS_WITH]-(@y)
    WHERE @h.lastVersion IS NULL AND @y IN @level
    RETURN @y ORDER BY @y.id LIMIT 1
}) AS @path
WITH {length: size(@path) - 1, nodes: @path} AS @dst
WHERE TRUE
