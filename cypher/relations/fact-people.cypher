// name: fact-people
// mode: read
// params: none
// The people whom a fact mentions, once each.
MATCH (@src)<-[@a:MENTIONED_IN]-(@dst:Person)
WITH @dst, {mentionCount: @a.mentionCount, role: @a.role, owner: @src, person: @dst} AS @e
WHERE TRUE
