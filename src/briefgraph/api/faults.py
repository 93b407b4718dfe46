"""What a GraphQL client is told when something went wrong: a closed set of codes, one form.

docs/errors.md has a section for each code. No message holds a query's text, a path of the machine, a
statement or a secret.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from graphql import GraphQLError

from briefgraph.errors import BriefgraphError, EngineDown, NotABrief, RequestFault, StoreError, TimedOut

MESSAGE = 300  # characters of a message: what a client wrote may be 90,000 in it
LOCATIONS = 10  # of one error: a cycle of fragments has hundreds


class Code(StrEnum):
    """`extensions.code` of an error."""

    BAD_BODY = "BAD_BODY"  # the HTTP body is no GraphQL request
    BAD_SYNTAX = "BAD_SYNTAX"  # the document does not parse
    BAD_QUERY = "BAD_QUERY"  # the document does not fit the schema
    BAD_OPERATION = "BAD_OPERATION"  # operationName is missing or names none
    BAD_VARIABLES = "BAD_VARIABLES"  # a variable is missing or does not fit its type
    BAD_INPUT = "BAD_INPUT"  # an argument's type allows it and its meaning does not
    BAD_PAGE = "BAD_PAGE"  # first is not from 1 to 100
    BAD_CURSOR = "BAD_CURSOR"  # after is no cursor of this list in this order
    PERSISTED_QUERY_NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND"  # a document is named that is not here
    DOCUMENT_NOT_TRUSTED = "DOCUMENT_NOT_TRUSTED"  # only given documents are run, and this is none
    QUERY_TOO_LARGE = "QUERY_TOO_LARGE"  # too many tokens, lines, fields, levels, aliases, directives or values
    QUERY_TOO_COSTLY = "QUERY_TOO_COSTLY"  # its pages and the work behind them come to more than the limit
    NOT_A_BRIEF = "NOT_A_BRIEF"  # what was to be loaded is no brief
    NOT_FOUND = "NOT_FOUND"  # no such page
    NOT_ACCEPTABLE = "NOT_ACCEPTABLE"  # Accept allows no type that there is
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"  # a mutation by GET, or a method that there is not
    FORBIDDEN = "FORBIDDEN"  # the caller lacks a scope
    TIMED_OUT = "TIMED_OUT"  # the engine's time limit
    ENGINE_DOWN = "ENGINE_DOWN"  # no answer from the engine, or it refuses
    SUBSCRIBER_TOO_SLOW = "SUBSCRIBER_TOO_SLOW"  # events came faster than the client took them
    INTERNAL = "INTERNAL"  # a fault of ours; the log has it under the request id


def code_of(error: Exception) -> str:
    """The code that an exception is reported under."""
    if isinstance(error, RequestFault):
        return error.code
    if isinstance(error, NotABrief):
        return Code.NOT_A_BRIEF
    if isinstance(error, StoreError) and not isinstance(error, TimedOut):
        return Code.ENGINE_DOWN
    code = getattr(error, "code", None)
    return str(code) if code in Code.__members__ else Code.INTERNAL


def entry(message: str, code: str, *, path: Sequence[str | int] = (), locations: Any = None, **more: Any) -> dict[str, Any]:
    """One entry of `errors`."""
    made: dict[str, Any] = {"message": message if len(message) <= MESSAGE else f"{message[:MESSAGE]}..."}
    if locations:
        made["locations"] = locations
    if path:
        made["path"] = list(path)
    made["extensions"] = {"code": str(code), **more}
    return made


def from_graphql(error: GraphQLError, code: str) -> dict[str, Any]:
    """An error of graphql-core's, under a code of ours."""
    locations = [{"line": place.line, "column": place.column} for place in (error.locations or ())[:LOCATIONS]]
    return entry(error.message, code, path=tuple(error.path or ()), locations=locations)


def from_exception(error: Exception, path: Sequence[str | int] = ()) -> dict[str, Any]:
    """An error raised on purpose, told; any other, only that there was one.

    What is wrong with a store is for its keeper: the log has the words, with the address in them.
    """
    code = code_of(error)
    if code == Code.ENGINE_DOWN:
        said = "gave no answer in time; try again" if isinstance(error, EngineDown) else "cannot be used; the log says why"
        return entry(f"the store {said}", code, path=path)
    if not isinstance(error, BriefgraphError):
        return entry("something went wrong here; the log has it", Code.INTERNAL, path=path)
    more: dict[str, Any] = {"line": error.line, "column": error.column} if isinstance(error, NotABrief) else {}
    if isinstance(error, RequestFault) and error.path and not path:
        more["field"] = list(error.path)  # `path` is a place in a result, and there is none: clients would take it for one
    return entry(str(error), code, path=path, **more)
