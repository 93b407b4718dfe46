// The page: GraphiQL over the /graphql that served it, opened on the example operations.

import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";
import operations from "briefgraph:operations";
import "./page.css";

const NOTHING_YET = "# Ask for a type's fields with Ctrl-Space; the book on the left has all of them.\n";

// Connects at the first subscription; queries go on over HTTP.
const live = new URL("/graphql", location.href);
live.protocol = live.protocol.replace("http", "ws");

createRoot(document.getElementById("graphiql")).render(
  <GraphiQL
    fetcher={createGraphiQLFetcher({ url: "/graphql", wsClient: createClient({ url: live.href }) })}
    defaultQuery={NOTHING_YET}
    defaultTabs={operations.length > 0 ? operations : undefined}
  />,
);
