// name: event-story
// mode: read
// params: none
// The story that an event of a timeline is of.
WITH @src.story AS @dst
WHERE TRUE
