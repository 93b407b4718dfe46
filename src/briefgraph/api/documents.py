"""Known documents: parsing, validation and planning are paid once, when a document is first seen.

A document's text leads to its operations, and the shape of its variables to a prepared operation (`Executor.plans`).
Both caches are bounded, in number and in characters, least recently used out first: no client can fill the memory.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    parse,
    validate,
)
from graphql.validation.validate import ValidationAbortedError

from briefgraph.api.cost import Priced, priced
from briefgraph.api.faults import Code, entry, from_exception, from_graphql
from briefgraph.api.limits import Limits, QueryTooLarge, check, check_text
from briefgraph.api.rules import CLOSED_RULES, RULES

DOCUMENTS = 1_000
DOCUMENT_CHARS = 500_000  # of all of them: a parsed document takes a hundred bytes for each of its characters
LONG = 1_000  # characters: a longer document may take 10 ms or more, and is read in a thread
NUMBERS = count()  # of documents
ERRORS = 10  # shown of one document; a client that has more starts over anyway

Prices = Mapping[str | None, Priced]


class Refused(Exception):
    """A request that is answered with errors alone."""

    def __init__(self, errors: list[dict[str, Any]]) -> None:
        super().__init__(errors[0]["message"])
        self.errors = errors


@dataclass(slots=True)
class Document:
    """A valid document. Plans know it by its number: none of them keeps it alive."""

    operations: dict[str | None, OperationDefinitionNode]
    fragments: dict[str, FragmentDefinitionNode]
    prices: Prices  # of each operation; none where there are no limits
    number: int = field(default_factory=NUMBERS.__next__)

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


def read_document(
    schema: GraphQLSchema, text: str, limits: Limits | None, charge: Callable[[Prices], None] = lambda _: None
) -> Document:
    """Parse, measure, price and validate a document. `charge` may refuse it by its price, before it is validated.

    Raises:
        Refused: it does not parse, asks for too much, or does not fit the schema.
        RequestFault: `charge` refused it.
    """
    prices: Prices = {}
    try:
        if limits:
            check_text(text, limits)
        tree = parse(text, max_lexical_tokens=limits.tokens if limits else None)
        if limits:
            check(tree, limits)
            prices = priced(schema, tree)
    except GraphQLSyntaxError as error:
        is_large = error.message.endswith("Parsing aborted.")  # of too many tokens, or nested too deeply
        raise Refused([from_graphql(error, Code.QUERY_TOO_LARGE if is_large else Code.BAD_SYNTAX)]) from error
    except QueryTooLarge as error:
        raise Refused([from_exception(error)]) from error
    except (RecursionError, UnicodeError, GraphQLError) as error:
        raise Refused([entry("the document cannot be read", Code.BAD_SYNTAX)]) from error
    charge(prices)
    _validate(schema, tree, limits or Limits())
    operations = {d.name.value if d.name else None: d for d in tree.definitions if isinstance(d, OperationDefinitionNode)}
    if not operations:
        raise Refused([entry("the document has no operation", Code.BAD_QUERY)])
    fragments = {d.name.value: d for d in tree.definitions if isinstance(d, FragmentDefinitionNode)}
    return Document(operations, fragments, prices)


def _validate(schema: GraphQLSchema, tree: DocumentNode, limits: Limits) -> None:
    rules = RULES if limits.introspection else CLOSED_RULES
    errors = validate(schema, tree, rules, max_errors=ERRORS - 1, hide_suggestions=not limits.suggestions)
    if not errors:
        return
    if len(errors) < ERRORS and isinstance(errors[-1], ValidationAbortedError):
        raise Refused([entry("the query repeats too many fields to compare; ask for each once", Code.QUERY_TOO_LARGE)])
    raise Refused([from_graphql(error, Code.BAD_QUERY) for error in errors])
