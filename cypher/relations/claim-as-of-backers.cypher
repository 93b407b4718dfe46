// name: claim-as-of-backers
// mode: read
// params: none
// The outlets that the facts which stated a claim at an instant cited then, with counts and dates.
UNWIND @src.stated AS @t
WITH @t, @t.owner AS @f
MATCH (@f)-[@c:CITES]->(@dst:Outlet)
WHERE @c.firstVersion <= @t.number AND coalesce(@c.lastVersion, @t.number) >= @t.number
WITH @dst, @t, count(*) AS @n
WITH @dst, {citationCount: sum(@n), factCount: count(*), storyCount: count(DISTINCT @t.event), firstAt: min(@t.dated),
    lastAt: max(@t.dated), stated: collect(@t)} AS @e
WHERE TRUE
// count: @src.backerCount
