"""The statements that a question becomes, as the executor has them. Printing needs no engine."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

from briefgraph.api.execution import Executor, GraphQLRequest
from briefgraph.graph import cypher, sql
from briefgraph.graph.plan import Root
from briefgraph.graph.store import Call, Store

Printer = Callable[[Root], sql.SqlStatement | cypher.CypherStatement]


def printed(printer: Printer, query: str, variables: dict[str, Any] | None) -> list[tuple[str, Call]]:
    """The statement of each root field, by its response key, and what it binds."""
    store = cast(Store, SimpleNamespace(compile=printer))
    return Executor(store).named_calls(GraphQLRequest(query=query, variables=variables))
