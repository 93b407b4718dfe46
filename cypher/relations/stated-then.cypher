// name: stated-then
// mode: read
// params: none
// The facts that stated a claim at an instant, or those of them that cited one outlet: what `stated` holds.
UNWIND @src.stated AS @t
WITH @t.owner AS @dst, {owner: @t.owner, number: @t.number, version: @t.number, datedKey: coalesce(@t.dated, '~')} AS @e
WHERE TRUE
// count: @src.factCount
