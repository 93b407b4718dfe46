"""The GraphQL schema: Query and Subscription from the model, Mutation from `mutations`."""

from datetime import datetime
from functools import cache

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from briefgraph.api.mutations import mutation_type
from briefgraph.api.types import INSTANT, Registry, query_type, subscription_type
from briefgraph.graph.model import MODEL


@cache
def schema() -> strawberry.Schema:
    """The strawberry schema. Made once; it holds no state."""
    registry = Registry()
    query, mutation = query_type(registry), mutation_type(registry)
    subscription = subscription_type(registry)
    nodes = [registry.names[node.name] for node in MODEL.nodes]  # some are only reached through Node
    return strawberry.Schema(
        query=query,
        mutation=mutation,
        subscription=subscription,
        types=nodes,
        config=StrawberryConfig(auto_camel_case=False, scalar_map={datetime: INSTANT})
    )


def graphql_schema() -> GraphQLSchema:
    """The same schema as graphql-core knows it, for parsing, validating and coercing."""
    return schema()._schema


def sdl() -> str:
    """The schema in GraphQL's own language, as schema/briefgraph.graphql holds it."""
    return schema().as_str() + "\n"
