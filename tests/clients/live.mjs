// Subscribes with one of the usual clients and prints what comes, a JSON line each.
//
// `node live.mjs (graphql-ws|graphql-sse) http://127.0.0.1:8000/graphql QUERY COUNT`. The first line is "ready", when the
// subscription stands; after COUNT events it unsubscribes and prints "done".

import { createClient as createSseClient } from "graphql-sse";
import { createClient as createWsClient } from "graphql-ws";

const [kind, url, query, count] = process.argv.slice(2);
const ready = () => console.log(JSON.stringify("ready"));

function client() {
  if (kind === "graphql-sse") {
    return createSseClient({
      url,
      retryAttempts: 0,
      // The server answers once the subscription stands.
      fetchFn: async (...args) => {
        const response = await fetch(...args);
        ready();
        return response;
      },
    });
  }
  const made = createWsClient({ url: url.replace("http", "ws"), retryAttempts: 0 });
  made.on("message", (message) => message.type === "pong" && ready());
  made.on("opened", (socket) => {
    const { send } = socket;
    // Messages are taken in their order: the answer to a ping behind `subscribe` says that it stands.
    socket.send = (data) => {
      send.call(socket, data);
      if (JSON.parse(data).type === "subscribe") send.call(socket, JSON.stringify({ type: "ping" }));
    };
  });
  return made;
}

const live = client();
let seen = 0;
for await (const event of live.iterate({ query })) {
  console.log(JSON.stringify(event));
  seen += 1;
  if (seen === Number(count)) break;
}
console.log(JSON.stringify("done"));
await live.dispose();
