// name: change-fact
// mode: read
// params: none
// The fact that a change is about, if it is about one.
WITH @src.fact AS @dst
WHERE @dst IS NOT NULL
