// name: change-outlet
// mode: read
// params: none
// The outlet that a change is about, if it is about one.
WITH @src.outlet AS @dst
WHERE @dst IS NOT NULL
