// @neo4j/graphql over a graph that briefgraph loaded: `node server.mjs bolt://127.0.0.1:7687 8473`.
//
// The types are mapped as its manual maps a graph that is there already, and served by graphql-yoga. Every
// look-up that the measured queries make has an index, since briefgraph's own are in the same database.

import { createServer } from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

const typeDefs = /* GraphQL */ `
  type Story @node {
    id: ID!
    title: String!
    lead: String
    publishedAt: String
    publishedKey: String!
    facts: [Fact!]! @relationship(type: "HAS_FACT", direction: OUT)
    narratives: [Narrative!]! @relationship(type: "HAS_NARRATIVE", direction: OUT)
    sources: [Outlet!]! @relationship(type: "LISTS", direction: OUT, properties: "Cited")
  }

  type Fact @node {
    id: ID!
    position: Int!
    text: String!
    claim: [Claim!]! @relationship(type: "STATES", direction: OUT)
    people: [Person!]! @relationship(type: "MENTIONED_IN", direction: IN)
    citations: [Outlet!]! @relationship(type: "CITES", direction: OUT, properties: "Cited")
  }

  type Narrative @node {
    id: ID!
    position: Int!
    label: String!
    stance: String!
    text: String!
    providers: [Outlet!]! @relationship(type: "PROVIDED_BY", direction: OUT)
  }

  type Claim @node {
    id: ID!
    backerCount: Int!
  }

  type Outlet @node {
    id: ID!
    name: String!
    kind: String
  }

  type Person @node {
    name: String!
  }

  type Cited @relationshipProperties {
    position: Int!
    marker: String
    label: String!
  }
`;

const [address, port] = process.argv.slice(2);
const driver = neo4j.driver(address);
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const yoga = createYoga({ schema, logging: false, graphiql: false });
createServer(yoga).listen(Number(port), "127.0.0.1");
