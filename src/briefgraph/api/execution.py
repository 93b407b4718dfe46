"""A GraphQL request from its document to its bytes.

Queries run no resolver: each root field is one statement whose text is the answer, spliced in as it
comes (docs/decisions). Introspection is left to graphql-core, on the document reduced to it.
Mutations act first, and what they return of the graph is compiled like any query.
"""

import logging
from asyncio import Lock, to_thread
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    get_argument_values,
    get_variable_values,
)
from graphql.execution.values import VariableValues

from briefgraph.api.callers import ANYBODY, Caller, Scope, refusal
from briefgraph.api.completion import Completion
from briefgraph.api.cost import Bill
from briefgraph.api.curation import Curator
from briefgraph.api.documents import DOCUMENT_CHARS, DOCUMENTS, LONG, Document, Prices, Refused, read_document
from briefgraph.api.faults import Code, entry, from_exception, from_graphql
from briefgraph.api.introspection import Introspection, reduced
from briefgraph.api.limits import INTROSPECTION, Limits, check_values
from briefgraph.api.mutations import Mutations
from briefgraph.api.planner import Planner, shape
from briefgraph.api.schema import graphql_schema
from briefgraph.api.stages import Stage, Stages, Unwatched
from briefgraph.api.subjects import Subjects
from briefgraph.errors import BriefgraphError, EngineDown, RequestFault, StoreError, TimedOut
from briefgraph.graph.store import Call, Statement, Store
from briefgraph.ingest import Importer
from briefgraph.recent import Recent

log = logging.getLogger(__name__)
NO_VARIABLES = VariableValues({}, {})


PLANS = 8_000
PLAN_CHARS = 40_000_000  # of their statements, all together


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphQLRequest:
    """A request as GraphQL over HTTP has it."""

    query: str  # empty where the document is only named
    variables: dict[str, Any] | None = None
    operation_name: str | None = None
    extensions: dict[str, Any] | None = None
    document_id: str | None = None  # the name that api.persisted knows a document by


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The whole JSON response. Without `data` it is a request error: nothing was run."""

    body: bytes
    has_data: bool
    code: str | None  # of the first error
    is_null: bool = False  # `data` is null: the query failed as a whole


@dataclass(frozen=True, slots=True)
class Prepared:
    """A query's root fields in order: a statement, or the JSON of `__typename`, or graphql-core's to answer."""

    parts: tuple[tuple[str, Statement | str | None], ...]
    introspection: DocumentNode | None

    def calls(self, variables: Mapping[str, Any]) -> list[Call]:
        """The statements with a request's values."""
        return [Call(part, part.bind(variables)) for _, part in self.parts if not isinstance(part, str | None)]


@dataclass(slots=True)
class Executor:
    """Answers requests over one store. Without limits it is the local command line's.

    Without an importer mutations are refused.
    """

    store: Store
    importer: Importer | None = None
    limits: Limits | None = None
    schema: GraphQLSchema = field(default_factory=graphql_schema)
    documents: Recent[str, Document] = field(
        default_factory=lambda: Recent(DOCUMENTS, DOCUMENT_CHARS, lambda text, _: len(text))
    )
    plans: Recent[Any, Any] = field(default_factory=lambda: Recent(PLANS, PLAN_CHARS, _plan_chars))
    stages: Stages = field(default_factory=Unwatched)
    reading: Lock = field(default_factory=Lock)  # held while a long document is read: one at a time, in a thread
    introspection: Introspection = field(init=False)
    wrote: Callable[[], None] = lambda: None  # told after mutations: there may be something to tell subscribers
    deciding: Lock = field(default_factory=Lock)  # held by one decision at a time: each rests on those before it

    def __post_init__(self) -> None:
        self.introspection = Introspection(self.schema)

    async def execute(self, request: GraphQLRequest, *, caller: Caller = ANYBODY) -> Answer:
        """Answer one request. Never raises for what a client sends."""
        bill = Bill(self.limits.cost) if self.limits else None
        try:
            answer = await self._answer(request, caller, bill)
        except Refused as refused:
            answer = _refusal(refused.errors)
        except RequestFault as fault:
            answer = _refusal([from_exception(fault)])
        if bill is None:
            return answer
        body = bill.told(answer.body)  # not by replace(), which takes 4 us
        return Answer(body=body, has_data=answer.has_data, code=answer.code, is_null=answer.is_null)

    async def _answer(self, request: GraphQLRequest, caller: Caller, bill: Bill | None) -> Answer:
        if not caller.scopes:  # before the document is looked at: what is wrong with it would tell of the schema
            raise forbidden("reading", [Scope.READ])
        document, operation, variables = await self.read(request, bill)
        if operation.operation is OperationType.MUTATION:
            return await self._mutation(document, operation, variables, caller)
        if missing := caller.lacks([Scope.READ]):
            raise forbidden("reading", missing)
        if operation.operation is OperationType.SUBSCRIPTION:
            raise Refused([entry("a subscription needs WebSocket, or Accept: text/event-stream", Code.BAD_OPERATION)])
        return await self._query(document, operation, request, variables.coerced)

    async def read(
        self, request: GraphQLRequest, bill: Bill | None = None
    ) -> tuple[Document, OperationDefinitionNode, VariableValues]:
        """What is asked: the way of every request, whatever it travels by, before anything is done for it.

        Raises:
            Refused, RequestFault: it does not parse, asks for too much, or does not fit the schema.
        """
        if bill is None and self.limits:
            bill = Bill(self.limits.cost)
        document = self.documents.find(request.query)
        if document is None:
            document = await self._read(request, bill)
        elif bill:
            bill.charge(document.prices, request.operation_name, request.variables)
        operation = document.operation(request.operation_name)
        return document, operation, self._variables(operation, request.variables or {})

    async def _read(self, request: GraphQLRequest, bill: Bill | None) -> Document:
        """A document that is not known yet, once the request is known to cost no more than it may."""

        def charge(prices: Prices) -> None:
            if bill:
                bill.charge(prices, request.operation_name, request.variables)

        text = request.query
        if len(text) <= LONG:
            return self.documents.get(text, lambda: self._parsed(text, charge))
        async with self.reading:
            document = self.documents.find(text)  # who came first may have read it
            if document is not None:
                charge(document.prices)
                return document
            made = await to_thread(self._parsed, text, charge)
        return self.documents.get(text, lambda: made)

    def _document(self, text: str) -> Document:
        return self.documents.get(text, lambda: self._parsed(text))

    def _parsed(self, text: str, charge: Callable[[Prices], None] = lambda _: None) -> Document:
        with self.stages.stage(Stage.PLAN):
            return read_document(self.schema, text, self.limits, charge)

    def _variables(self, operation: OperationDefinitionNode, given: dict[str, Any]) -> VariableValues:
        if not operation.variable_definitions:
            return NO_VARIABLES
        if self.limits:
            check_values(given)
        shown = self.limits is None or self.limits.suggestions
        coerced = get_variable_values(
            self.schema, operation.variable_definitions, given, max_errors=5, hide_suggestions=not shown
        )
        if isinstance(coerced, list):
            raise Refused([from_graphql(error, Code.BAD_VARIABLES) for error in coerced])
        return coerced

    def calls(self, query: str, variables: dict[str, Any]) -> list[Call]:
        """The statements that a query is compiled to, and what they are run with; else as `named_calls`."""
        return [call for _, call in self.named_calls(GraphQLRequest(query=query, variables=variables))]

    def named_calls(self, request: GraphQLRequest) -> list[tuple[str, Call]]:
        """The response key, and the statement with its values, of each root field that the store answers.

        Raises:
            Refused: the document holds no such query.
            RequestFault: a value is of its type and still means nothing.
        """
        document = self._document(request.query)
        operation = document.operation(request.operation_name)
        if operation.operation is not OperationType.QUERY:
            raise Refused([entry("only a query is compiled to statements", Code.BAD_QUERY)])
        variables = self._variables(operation, request.variables or {}).coerced
        parts = self._prepared(document, operation, variables).parts
        return [(key, Call(part, part.bind(variables))) for key, part in parts if not isinstance(part, str | None)]

    async def ask(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        """The data of a query of the program's own; else as `named_calls`.

        Raises:
            StoreError: the store refused.
        """
        calls = self.named_calls(GraphQLRequest(query=query, variables=variables))
        texts = await self.store.answer([call for _, call in calls])
        return {key: orjson.loads(text) for (key, _), text in zip(calls, texts, strict=True)}

    # --- queries -----------------------------------------------------------------------------

    async def _query(
        self, document: Document, operation: OperationDefinitionNode, request: GraphQLRequest, variables: dict[str, Any]
    ) -> Answer:
        prepared = self._prepared(document, operation, variables)
        calls = prepared.calls(variables)
        try:
            texts = iter(await self._answers(calls) if calls else ())
        except (BriefgraphError, UnicodeEncodeError) as error:
            _log("a query failed", error)
            return _failure(error)
        except Exception as error:
            log.exception("a query failed")
            return _failure(error)
        key = (request.query, request.operation_name)
        known = await self.introspection.answers(prepared.introspection, operation, key, request.variables)
        parts = []
        for key_, part in prepared.parts:
            text = known[key_] if part is None else part if isinstance(part, str) else next(texts)
            parts.append(f'"{key_}":{text}')
        body = '{"data":{' + ",".join(parts) + "}}"
        return Answer(body=body.encode("utf-8"), has_data=True, code=None)

    async def _answers(self, calls: Sequence[Call]) -> list[str]:
        with self.stages.stage(Stage.STATEMENT):
            return await self.store.answer(calls)

    def _prepared(self, document: Document, operation: OperationDefinitionNode, variables: dict[str, Any]) -> Prepared:
        key = (document.number, operation.name and operation.name.value, shape(variables))
        found: Prepared = self.plans.get(key, lambda: self._prepare(document, operation, variables))
        return found

    def _prepare(self, document: Document, operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> Prepared:
        with self.stages.stage(Stage.PLAN):
            return self._compiled(document, operation, Planner(document.fragments, variables))

    def _compiled(self, document: Document, operation: OperationDefinitionNode, planner: Planner) -> Prepared:
        parts: list[tuple[str, Statement | str | None]] = []
        asked: list[FieldNode] = []
        for key, nodes in planner.collect([operation.selection_set], "Query").items():
            name = nodes[0].name.value
            if name == "__typename":
                parts.append((key, '"Query"'))
            elif name in INTROSPECTION:
                parts.append((key, None))
                asked += nodes
            else:
                parts.append((key, self.store.compile(planner.root(key, nodes))))
        return Prepared(tuple(parts), reduced(document, operation, asked) if asked else None)

    # --- mutations ---------------------------------------------------------------------------

    async def _mutation(
        self, document: Document, operation: OperationDefinitionNode, variables: VariableValues, caller: Caller
    ) -> Answer:
        if caller.read_only:
            raise Refused([entry("a mutation needs POST", Code.METHOD_NOT_ALLOWED)])
        planner = Planner(document.fragments, variables.coerced)
        asked = planner.collect([operation.selection_set], "Mutation")
        completion = Completion(self.schema, planner, self.store.compile, self._answers)
        for name, needed in completion.needs(asked):
            if missing := caller.lacks(needed):
                raise forbidden(name, missing)
        if self.importer is None:
            raise Refused([entry("this server takes no mutations", Code.FORBIDDEN)])
        within = Executor(self.store, schema=self.schema)  # what is asked in here is not the client's to pay for
        mutations = Mutations(self.importer, Curator(self.importer, Subjects(within.ask), self.deciding))
        data: dict[str, Any] = {}
        errors: list[dict[str, Any]] = []
        down: EngineDown | None = None
        for key, nodes in asked.items():
            if nodes[0].name.value == "__typename":
                data[key] = "Mutation"
                continue
            failure: Exception | None = down  # a silent engine takes three seconds to be told, once for a request
            if failure is None:
                try:
                    given = self._arguments(nodes[0], variables)
                    payload = await mutations.run(nodes[0].name.value, given["input"])
                    data[key] = await completion.complete(payload, nodes, (key,))
                    continue
                except BriefgraphError as error:
                    _log("a mutation failed", error)
                    failure = error
                except Exception as error:
                    log.exception("a mutation failed")
                    failure = error
            down = failure if isinstance(failure, EngineDown) else None
            data[key] = None
            errors.append(from_exception(failure, (key,)))
        self.wrote()
        answer = {"data": data} | ({"errors": errors} if errors else {})
        return Answer(body=orjson.dumps(answer), has_data=True, code=errors[0]["extensions"]["code"] if errors else None)

    def _arguments(self, node: FieldNode, variables: VariableValues) -> dict[str, Any]:
        mutation = self.schema.mutation_type
        assert mutation is not None  # validation found the field in it
        return get_argument_values(mutation.fields[node.name.value], node, variables)



def _plan_chars(_: Any, made: Prepared | tuple[str, Statement]) -> int:
    parts = made.parts if isinstance(made, Prepared) else (made,)
    return sum(len(part if isinstance(part, str) else part.text) for _, part in parts if part is not None)


def _refusal(errors: list[dict[str, Any]]) -> Answer:
    return Answer(body=orjson.dumps({"errors": errors}), has_data=False, code=errors[0]["extensions"]["code"])


def _log(what: str, error: Exception) -> None:
    """Log what is wrong with the store; what a client got wrong is for the client alone."""
    if isinstance(error, StoreError) and not isinstance(error, TimedOut):
        log.error("%s: %s", what, error)


def forbidden(what: str, missing: Iterable[Scope]) -> Refused:
    """What is raised where a caller lacks a scope."""
    return Refused([entry(refusal(what, missing), Code.FORBIDDEN)])


def _failure(error: Exception) -> Answer:
    told = from_exception(error)
    body = orjson.dumps({"errors": [told], "data": None})
    return Answer(body=body, has_data=True, code=told["extensions"]["code"], is_null=True)
