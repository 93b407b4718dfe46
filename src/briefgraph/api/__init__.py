"""GraphQL without HTTP: the schema, the planner, the execution, what a client is told."""
