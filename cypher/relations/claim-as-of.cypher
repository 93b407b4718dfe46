// name: claim-as-of
// mode: read
// params: at, clock
// A claim as it was known at an instant: the facts that stated it in those versions of their stories that stood then.
// `stated` holds what the lists of the answer need of each: fact, version, and the date that the story had in it.
CALL (@src) {
    MATCH (@src)<-[:STATES]-(@f:Fact)<-[:HAS_FACT]-(@s:Story)
    CALL (@s) {
        MATCH (@s)-[:HAS_REVISION]->(@r:Revision)
        WHERE CASE $clock WHEN 'PUBLISHED' THEN coalesce(@r.publishedAt, @r.recordedAt) ELSE @r.recordedAt END <= $at
        WITH @r ORDER BY @r.number DESC
        RETURN max(@r.number) AS @v, collect(@r.publishedAt)[0] AS @d
    }
    WITH @f, @s, @v, @d
    WHERE @f.firstVersion <= @v AND coalesce(@f.lastVersion, @v) >= @v
    WITH @f, @s, @v, @d ORDER BY coalesce(@d, '~'), @f.id
    RETURN collect({owner: @f, number: @v, dated: @d, event: @s.event}) AS @stated, collect(@f)[0].text AS @text,
        count(DISTINCT @s.event) AS @stories, min(@d) AS @from, max(@d) AS @to
}
CALL (@stated) {
    UNWIND @stated AS @t
    WITH @t, @t.owner AS @f
    MATCH (@f)-[@c:CITES]->(@o:Outlet)
    WHERE @c.firstVersion <= @t.number AND coalesce(@c.lastVersion, @t.number) >= @t.number
    WITH DISTINCT @o
    RETURN count(*) AS @outlets, count(@o.owner) AS @owned, count(DISTINCT @o.owner) AS @owners
}
WITH {at: $at, text: @text, factCount: size(@stated), storyCount: @stories, backerCount: @outlets, isSoleSourced: @outlets = 1,
    ownerCount: CASE WHEN @outlets > 0 AND @outlets = @owned THEN @owners END, firstStatedAt: @from, lastStatedAt: @to,
    stated: @stated} AS @dst
WHERE @dst.factCount > 0
