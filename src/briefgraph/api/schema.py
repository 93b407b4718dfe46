"""The GraphQL schema: Query from the model, Mutation from `mutations`."""

from functools import cache

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from briefgraph.api.types import Registry, query_type


@cache
def schema() -> strawberry.Schema:
    """The strawberry schema. Made once; it holds no state."""
    registry = Registry()
    query = query_type(registry)
    nodes = [made for made in registry.names.values() if hasattr(made, "__strawberry_definition__")]
    return strawberry.Schema(query=query, types=nodes, config=StrawberryConfig(auto_camel_case=False))


def graphql_schema() -> GraphQLSchema:
    """The same schema as graphql-core knows it, for parsing, validating and coercing."""
    return schema()._schema


def sdl() -> str:
    """The schema in GraphQL's own language, as schema/briefgraph.graphql holds it."""
    return schema().as_str() + "\n"
