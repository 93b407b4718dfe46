// name: story-people
// mode: read
// params: none
// The people whom a story's lead, facts or narratives mention, once each.
MATCH (@src)<-[@a:APPEARS_IN]-(@dst:Person)
WITH @dst, {mentionCount: @a.mentionCount, role: @a.role, owner: @src, person: @dst} AS @e
WHERE TRUE
