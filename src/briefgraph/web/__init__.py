"""HTTP without queries: everything between a socket and the GraphQL executor."""
