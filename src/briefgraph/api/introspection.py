"""The schema as clients ask for it: `__schema` and `__type`, left to graphql-core on the document reduced to them."""

from asyncio import Lock, to_thread
from dataclasses import dataclass, field
from typing import Any

import orjson
from graphql import DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode, SelectionSetNode, execute_sync

from briefgraph.api.documents import Document, Refused
from briefgraph.api.faults import Code, from_graphql
from briefgraph.recent import Recent

TOLD = 4  # answers of introspection that are kept, of up to some megabytes


@dataclass(slots=True)
class Introspection:
    """Tells the schema, one question at a time: the standard one takes 50 ms, in a thread."""

    schema: GraphQLSchema
    telling: Lock = field(default_factory=Lock)
    told: Recent[Any, dict[str, str]] = field(default_factory=lambda: Recent(TOLD))  # where it hangs on no variable

    async def answers(
        self, document: DocumentNode | None, operation: OperationDefinitionNode, key: Any, variables: dict[str, Any] | None
    ) -> dict[str, str]:
        """The JSON of each root field that asks for the schema. `key` is what the document and the operation are known by.

        Raises:
            Refused: graphql-core says why.
        """
        if document is None:
            return {}
        async with self.telling:
            found = None if operation.variable_definitions else self.told.find(key)
            if found is None:
                found = await to_thread(self._told, document, variables)
                if not operation.variable_definitions:
                    self.told.get(key, lambda: found)
        return found

    def _told(self, document: DocumentNode, variables: dict[str, Any] | None) -> dict[str, str]:
        result = execute_sync(self.schema, document, variable_values=variables)
        if result.errors or result.data is None:
            raise Refused([from_graphql(error, Code.BAD_QUERY) for error in result.errors or ()])
        return {key: orjson.dumps(value).decode() for key, value in result.data.items()}


def reduced(document: Document, operation: OperationDefinitionNode, asked: list[FieldNode]) -> DocumentNode:
    """The operation with its introspection fields only."""
    only = OperationDefinitionNode(
        operation=operation.operation,
        name=operation.name,
        variable_definitions=operation.variable_definitions,
        directives=operation.directives,
        selection_set=SelectionSetNode(selections=tuple(asked)),
    )
    return DocumentNode(definitions=(only, *document.fragments.values()))
