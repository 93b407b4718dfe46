"""Known documents: parsing, validation and planning are paid once, when a document is first seen.

A document's text leads to its operations, and the shape of its variables to a prepared operation.
Both caches are bounded, least recently used out first, so that no client can fill the memory.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from graphql import (
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    parse,
    validate,
)

from briefgraph.api.faults import Code, entry, from_exception, from_graphql
from briefgraph.api.limits import Limits, QueryTooLarge, check

DOCUMENTS = 1_000
SHAPES = 64  # of one document's variables
ERRORS = 10  # shown of one document; a client that has more starts over anyway

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Refused(Exception):
    """A request that is answered with errors alone."""

    def __init__(self, errors: list[dict[str, Any]]) -> None:
        super().__init__(errors[0]["message"])
        self.errors = errors


@dataclass(slots=True)
class Recent(Generic[K, V]):
    """A map of the `size` most recently used."""

    size: int
    held: OrderedDict[K, V] = field(default_factory=OrderedDict)

    def get(self, key: K, make: Callable[[], V]) -> V:
        """What is held under the key, or what `make` makes; if it raises, nothing is held."""
        if key in self.held:
            self.held.move_to_end(key)
            return self.held[key]
        made = self.held[key] = make()
        if len(self.held) > self.size:
            self.held.popitem(last=False)
        return made


@dataclass(slots=True)
class Document:
    """A valid document. `prepared` holds what was made for (operation, shape of the variables)."""

    operations: dict[str | None, OperationDefinitionNode]
    fragments: dict[str, FragmentDefinitionNode]
    prepared: Recent[Any, Any] = field(default_factory=lambda: Recent(SHAPES))

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation to run.

        Raises:
            Refused: none has the name, or there are several and no name is given.
        """
        if name is not None:
            if name in self.operations:
                return self.operations[name]
            raise Refused([entry("operationName names no operation of the document", Code.BAD_OPERATION)])
        if len(self.operations) != 1:
            raise Refused([entry("the document has several operations; operationName must say which", Code.BAD_OPERATION)])
        return next(iter(self.operations.values()))


def read_document(schema: GraphQLSchema, text: str, limits: Limits | None) -> Document:
    """Parse, measure and validate a document.

    Raises:
        Refused: it does not parse, asks for too much, or does not fit the schema.
    """
    try:
        tree = parse(text, max_lexical_tokens=limits.tokens if limits else None)
        if limits:
            check(tree, limits)
    except GraphQLSyntaxError as error:
        large = limits is not None and "token" in error.message and str(limits.tokens) in error.message
        raise Refused([from_graphql(error, Code.QUERY_TOO_LARGE if large else Code.BAD_SYNTAX)]) from error
    except QueryTooLarge as error:
        raise Refused([from_exception(error)]) from error
    except (RecursionError, UnicodeError, GraphQLError) as error:
        raise Refused([entry("the document cannot be read", Code.BAD_SYNTAX)]) from error
    errors = validate(schema, tree, max_errors=ERRORS)
    if errors:
        raise Refused([from_graphql(error, Code.BAD_QUERY) for error in errors])
    operations = {d.name.value if d.name else None: d for d in tree.definitions if isinstance(d, OperationDefinitionNode)}
    if not operations:
        raise Refused([entry("the document has no operation", Code.BAD_QUERY)])
    fragments = {d.name.value: d for d in tree.definitions if isinstance(d, FragmentDefinitionNode)}
    return Document(operations, fragments)
