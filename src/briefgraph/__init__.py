"""briefgraph: a knowledge graph of news briefs with a GraphQL API over it."""

__version__ = "0.1.0"
