// Runs every audit of graphql-http against one URL and prints a JSON list of {id, name, status, reason}.
//
// `node audit.mjs http://127.0.0.1:8000/graphql`. The status is `ok`, or for a failed MUST `error`, SHOULD
// `warn`, MAY `notice`. The exit code tells only whether the audits ran; who reads the list judges it.

import { serverAudits } from "graphql-http";

const [url] = process.argv.slice(2);
const results = [];
for (const { id, name, fn } of serverAudits({ url })) {
  const { status, reason = null } = await fn();
  results.push({ id, name, status, reason });
}
console.log(JSON.stringify(results));
