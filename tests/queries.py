"""Random questions over the whole schema, driven by the schema itself, and a reducer for those that fail.

Every output type, argument and filter field there is can come up; values are drawn from what the
graph holds, now and then from what it does not. All questions are valid and within bounds.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    parse,
    print_ast,
    validate,
)
from graphql.language import FieldNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode

from briefgraph.graph import plan
from briefgraph.graph.decisions import Decision
from briefgraph.graph.model import MODEL
from briefgraph.graph.record import StoryRecord
from briefgraph.graph.shapes import Rel

MISSING = object()


@dataclass(frozen=True, slots=True)
class Question:
    """A document and its variables."""

    query: str
    variables: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.query}\nvariables: {json.dumps(self.variables, ensure_ascii=False)}"


@dataclass(slots=True)
class Pool:
    """Values that a graph holds: ids and names to ask for, words, and cursors by their list and order."""

    ids: dict[str, list[str]]
    names: list[str]
    addresses: list[str]
    words: list[str]
    instants: list[str]
    cursors: dict[str, list[str]] = field(default_factory=dict)

    def harvest(self, value: Any) -> None:
        """Keep every cursor of an answer."""
        if isinstance(value, dict | list):
            for item in value.values() if isinstance(value, dict) else value:
                self.harvest(item)
        elif isinstance(value, str) and value.startswith("5B22"):  # the hex of `["`
            tag = json.loads(bytes.fromhex(value))[0]
            known = self.cursors.setdefault(tag, [])
            if value not in known:
                known.append(value)


def pool_of(records: list[StoryRecord], decisions: Sequence[Decision] = ()) -> Pool:
    """What may be asked of a graph; also superseded facts, people and outlets, which must not be found.

    And ids that stand for others: of what was merged, and of every wording.
    """
    found: dict[str, list[str]] = {
        kind: [] for kind in ("ou", "pe", "cl", "fa", "na", "st", "re", "fo", "pr", "de")
    }

    def add(*ids: str) -> None:
        for node_id in ids:
            if node_id not in found[node_id[:2]]:
                found[node_id[:2]].append(node_id)

    names, words, addresses = ["Nobody Atall", "the", "–"], ["", "zzz", "…"], ["harbour.example/absent", "x"]
    for record in records:
        add(record.id, *(r.id for r in record.revisions), *(p.id for p in record.problems))
        add(*(f.id for f in record.forecasts))
        edges = list(record.lists)
        mentions = list(record.mentions)
        for fact in record.facts:
            add(fact.id, fact.wording)
            edges += fact.cites
            mentions += fact.mentions
        for narrative in record.narratives:
            add(narrative.id)
            edges += narrative.providers
            mentions += narrative.mentions
        for edge in edges:
            add(edge.outlet.id)
            names += [edge.outlet.alias, (edge.outlet.name or edge.label).upper()]
        for mention in mentions:
            add(mention.person.id)
            names += [mention.person.name, mention.text.lower()]
        if record.address:
            addresses += [record.address, f"https://www.{record.address}/?utm_source=x"]
        texts = [record.title, record.lead or "", *(fact.text for fact in record.facts), *(f.question for f in record.forecasts)]
        words += [word for text in texts for word in text.split()]
    for decision in decisions:
        add(decision.id, *decision.effects.moved, *decision.effects.moved.values())
    dates = {date for record in records for r in record.revisions for date in (r.published_at, r.recorded_at) if date}
    return Pool(found, names, addresses, words, [*INSTANTS, *(around for date in sorted(dates) for around in _around(date))])


def _around(date: str) -> Iterator[str]:
    """An instant, and those a second before and after it."""
    yield date
    for seconds in (-1, 1):
        yield (datetime.fromisoformat(date) + timedelta(seconds=seconds)).isoformat()


UNKNOWN = ("st_0", "fa_ffffffffffffffffffffffff", "", "zz_1", "ou_'--", "né")
STRINGS: dict[str, tuple[str, ...]] = {
    "stance": ("pro-establishment", "establishment-critical", "neither"),
    "country": ("GB", "FR", "NO", "XX"),
    "owner": ("Hollow Press", "Osprey Trust", "Nobody"),
    "method": ("wording", "similarity", "review", "guesswork"),
    "differs": ("actor", "date", "negation", "number", "tone"),
    "by": ("ann", "bo", "nobody"),
    "source": ("Augury", "augury", "Nobody"),
}
INSTANTS = (
    "2031-03-01",
    "2031-03-01T00:00:00Z",
    "2031-03-01T10:30:00+01:00",
    "2031-03-02T00:00:00.500Z",
    "2031-03-01T12:00:00",
    "2040-01-01T00:00",
)
TARGET = {
    "outlet": "ou",
    "person": "pe",
    "claim": "cl",
    "story": "st",
    "subject": "fa",
    "with": "ou",
    "a": "ou",
    "b": "ou",
}  # what an id argument of this name is an id of

OPTIONAL = ("minStories", "minWeight", "minClaims", "isCoCited", "stance")


SMALL = {
    "depth": (1, 1, 2, 2, 3),
    "limit": (1, 2, 3, 4, 6, 9, 1_000),
    "maxHops": (1, 2, 3, 4, 5, 6, 8),
}  # numbers that are not 0


@cache
def _relations(type_name: str) -> dict[str, Rel]:
    if type_name == "Query":
        return {rel.name: rel for rel in MODEL.root.rels}
    owner = MODEL.types.get(type_name) or MODEL.edges.get(type_name.removesuffix("Edge"))
    return {rel.name: rel for rel in owner.rels} if owner else {}


class Asker:
    """Makes questions over one graph.

    `rng` decides a question's shape, `values` the strings and numbers in it: with `rng` alike, the questions of two
    graphs are the same statements with values of their own.
    """

    def __init__(self, rng: Random, schema: GraphQLSchema, pool: Pool, values: Random | None = None) -> None:
        self.rng = rng
        self.values_rng = values or rng
        self.schema = schema
        self.pool = pool
        assert schema.query_type is not None
        self.root = schema.query_type

    def question(self, rng: Random | None = None) -> Question:
        """A valid question, of the shape that `rng` decides where it is given."""
        self.rng = rng or self.rng
        while True:
            made = self._attempt()
            if not validate(self.schema, parse(made.query)):
                return made

    def _attempt(self) -> Question:
        self.count = 0
        self.fields = 0
        self.declared: dict[str, str] = {}
        self.values: dict[str, Any] = {}
        self.fragments: list[str] = []
        self.reusable: dict[str, list[str]] = {}
        roots = [name for name in self.root.fields if name not in ("search",)]
        chosen = [
            self._field("Query", name, self.root.fields[name], self.rng.choice((2, 3, 4, 5)))
            for name in self.rng.choices(roots, k=self.rng.choice((1, 1, 2, 3)))
        ]
        if self.rng.random() < 0.2:
            chosen.append(self._search())
        if self.rng.random() < 0.1:
            chosen.append("__typename")
        if self.rng.random() < 0.1:
            chosen.append(f"... @{self._condition()} {{ {chosen.pop()} }}")
        declared = ", ".join(f"${name}: {kind}" for name, kind in self.declared.items())
        head = f"query Q{f'({declared})' if declared else ''} " if declared or self.rng.random() < 0.5 else ""
        body = "\n".join([f"{head}{{ {' '.join(chosen)} }}", *self.fragments])
        return Question(print_ast(parse(body)), self.values)

    def _search(self) -> str:
        """Search as far as engines must agree on it: how many there are."""
        word = json.dumps(" ".join(self.values_rng.choices(self.pool.words, k=self.rng.choice((1, 1, 2)))))
        kinds = self.rng.choice(
            ("", ", kinds: [STORY, CLAIM]", ", kinds: PERSON", ", kinds: []", ", kinds: null")
        )
        return f"{self._alias()}: search(text: {word}{kinds}) {{ totalCount __typename }}"

    # --- selections --------------------------------------------------------------------------

    def _alias(self) -> str:
        self.count += 1
        return f"a{self.count}"

    def _selection(self, type_: GraphQLNamedType, depth: int) -> str:
        """A selection set, braces included. At depth 0 only leaves are taken."""
        assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
        return "{ " + " ".join(self._parts(type_, depth)) + " }"

    def _parts(self, type_: GraphQLObjectType | GraphQLInterfaceType, depth: int) -> list[str]:
        rng = self.rng
        leaves = [name for name, f in type_.fields.items() if is_leaf_type(get_named_type(f.type))]
        inner = [name for name in type_.fields if name not in leaves]
        plumbing = [
            name for name in inner if not type_.fields[name].args
        ]  # edges, node, pageInfo, story, graph ...
        parts: list[str] = []
        for name in rng.sample(leaves, k=min(len(leaves), rng.choice((0, 1, 1, 2, 3, len(leaves))))):
            parts.append(self._field(type_.name, name, type_.fields[name], 0))
        if inner and depth > 0 and self.fields < 60:
            step = 0 if type_.name.endswith(("Connection", "Edge")) else 1
            weighted = inner + plumbing * (3 if step == 0 else 0)
            for name in rng.choices(weighted, k=rng.choice((1, 1, 2))):
                parts.append(self._field(type_.name, name, type_.fields[name], depth - step))
        if isinstance(type_, GraphQLInterfaceType):
            for possible in rng.sample(
                list(self.schema.get_possible_types(type_)), k=rng.choice((1, 2, 4, 9))
            ):
                parts.append(f"... on {possible.name} {self._selection(possible, depth)}")
        elif type_.interfaces and rng.random() < 0.1:
            parts.append("... on Node { id __typename }")
        if rng.random() < 0.15:
            parts.append("__typename" if rng.random() < 0.6 else f"{self._alias()}: __typename")
        if not parts:
            parts.append("__typename")
        rng.shuffle(parts)
        return self._wrapped(type_, parts)

    def _wrapped(self, type_: GraphQLObjectType | GraphQLInterfaceType, parts: list[str]) -> list[str]:
        """Some of the parts put into fragments, doubled, or made to depend on a condition."""
        rng = self.rng
        if rng.random() < 0.15:
            cut = rng.randrange(len(parts) + 1)
            inside, parts = parts[:cut] or ["__typename"], parts[cut:]
            condition = f" @{self._condition()}" if rng.random() < 0.4 else ""
            on = f" on {type_.name}" if rng.random() < 0.7 else ""
            parts.insert(rng.randrange(len(parts) + 1), f"...{on}{condition} {{ {' '.join(inside)} }}")
        if rng.random() < 0.12:
            cut = rng.randrange(len(parts) + 1)
            inside, parts = parts[:cut] or ["__typename"], parts[cut:]
            name = f"F{len(self.fragments)}"
            self.fragments.append(f"fragment {name} on {type_.name} {{ {' '.join(inside)} }}")
            self.reusable.setdefault(type_.name, []).append(name)
            condition = f" @{self._condition()}" if rng.random() < 0.3 else ""
            parts.insert(rng.randrange(len(parts) + 1), f"...{name}{condition}")
        if type_.name in self.reusable and rng.random() < 0.1:
            parts.append(f"...{rng.choice(self.reusable[type_.name])}")
        if rng.random() < 0.1:
            parts.append(rng.choice(parts))  # merged with itself
        return parts

    def _condition(self) -> str:
        directive = self.rng.choice(("skip", "include"))
        answer = self.rng.random() < (0.3 if directive == "skip" else 0.7)
        if self.rng.random() < 0.5:
            return f"{directive}(if: {json.dumps(answer)})"
        if self.rng.random() < 0.3:
            return f"{directive}(if: ${self._declare('Boolean! = ' + json.dumps(answer), MISSING)})"
        return f"{directive}(if: ${self._declare('Boolean!', answer)})"

    def _field(self, owner: str, name: str, definition: GraphQLField, depth: int) -> str:
        self.fields += 1
        arguments = self._arguments(owner, name, definition)
        # A field with arguments has a name of its own, so that it never has to merge with another.
        alias = f"{self._alias()}: " if arguments or self.rng.random() < 0.1 or owner == "Query" else ""
        condition = f" @{self._condition()}" if self.rng.random() < 0.06 else ""
        type_ = get_named_type(definition.type)
        selection = "" if is_leaf_type(type_) else f" {self._selection(type_, depth)}"
        return f"{alias}{name}{arguments}{condition}{selection}"

    # --- arguments ---------------------------------------------------------------------------

    def _arguments(self, owner: str, name: str, definition: GraphQLField) -> str:
        rng = self.rng
        rel = _relations(owner).get(name)
        given: list[str] = []
        order = rel.orders[0] if rel and rel.orders else None
        one = rng.choice(rel.args).name if rel and rel.one_of else None
        for arg, spec in definition.args.items():
            if arg == "orderBy" and rel and rng.random() < 0.6:
                order = rng.choice(rel.orders)
                given.append(f"orderBy: {self._value(spec, order.name, literal=order.name, sure=True)}")
            elif arg == "after" and rel and order:
                known = self.pool.cursors.get(plan.cursor_tag(rel, order), [])
                dice = rng.random()
                if known and dice < 0.45:
                    given.append(f"after: {self._value(spec, self.values_rng.choice(known))}")
                elif dice > 0.95:
                    given.append(f"after: {self._value(spec, None)}")
            elif arg == "first" and rng.random() < 0.75:
                given.append(f"first: {self._value(spec, rng.choice((1, 1, 2, 2, 3, 4, 100, None)))}")
            elif arg == "filter" and rng.random() < 0.5:
                given.append(f"filter: {self._filter(spec)}")
            elif arg == "unit" and rng.random() < 0.6:
                unit = rng.choice(("UTF16", "CODE_POINT"))
                given.append(f"unit: {self._value(spec, unit, literal=unit)}")
            elif arg == "clock" and rng.random() < 0.7:
                clock = rng.choice(("RECORDED", "PUBLISHED", "PUBLISHED"))
                given.append(f"clock: {self._value(spec, clock, literal=clock)}")
            elif arg == "kind" and isinstance(inner := get_named_type(spec.type), GraphQLEnumType) and rng.random() < 0.5:
                kind = rng.choice(list(inner.values))
                given.append(f"kind: {self._value(spec, kind, literal=kind)}")
            elif arg in ("ids", "around"):
                given.append(f"{arg}: {self._ids(spec)}")
            elif owner == "Query" and arg in SMALL and rng.random() < 0.7:
                number = None if rng.random() < 0.1 else self.values_rng.choice(SMALL[arg])
                given.append(f"{arg}: {self._value(spec, number)}")
            elif owner == "Query" and arg in ("from", "to"):
                given.append(f"{arg}: {self._value(spec, self._id(list(self.pool.ids)))}")
            elif arg in ("id", "name", "address", *OPTIONAL, "with", "a", "b", "at", "from", "to") and (
                is_required_argument(spec) or arg == one or rng.random() < (0.05 if one else 0.3)
            ):
                value = self._any(arg, owner, name)
                if value is None and (is_required_argument(spec) or arg == one):
                    value = self.values_rng.choice(UNKNOWN)
                given.append(f"{arg}: {self._value(spec, value, sure=arg == one)}")
        rng.shuffle(given)
        return f"({', '.join(given)})" if given else ""

    def _any(self, arg: str, owner: str, name: str) -> Any:
        """A value for an argument or a filter's field; whether it is null belongs to the shape."""
        rng, pool = self.values_rng, self.pool
        if arg == "name":
            return rng.choice(pool.names)
        if arg == "address":
            return rng.choice(pool.addresses)
        if arg == "id":
            kinds = [TARGET[name]] if name in TARGET else list(pool.ids)
            return self._id(kinds)
        if arg in TARGET:
            return self._id([TARGET[arg]])
        if arg == "text":
            return " ".join(rng.choices(pool.words, k=rng.choice((1, 1, 2))))
        if arg in ("since", "until"):
            return rng.choice(INSTANTS)
        if arg == "at":
            return rng.choice(pool.instants)
        if arg in ("from", "to"):
            return rng.choice((0, 1, 1, 1, 2, 2, 3, 4))
        if arg == "minScore":
            return rng.choice((0, 0.5, 0.8333, 1, 1.0, 2))
        if arg.endswith("Probability"):
            return rng.choice((0, 0.07, 0.3333, 0.5, 1, 1.0))
        if arg.startswith(("min", "max")):
            return None if self.rng.random() < 0.1 else rng.choice((0, 1, 1, 2, 2, 3, -1))
        if arg == "community":
            return rng.choice((1, 1, 1, 2, 3, 0))
        if arg.startswith(("is", "rests")):
            return self.rng.random() < 0.5
        return rng.choice(STRINGS[arg])

    def _id(self, kinds: list[str]) -> str:
        rng = self.values_rng
        known = [node_id for kind in kinds for node_id in self.pool.ids[kind]]
        return rng.choice(known) if known and rng.random() < 0.9 else rng.choice(UNKNOWN)

    def _ids(self, spec: GraphQLArgument) -> str:
        chosen = [self._id(list(self.pool.ids)) for _ in range(self.rng.choice((0, 1, 2, 4, 6)))]
        if self.rng.random() < 0.4:
            parts = [
                f"${self._declare('ID!', i)}" if self.rng.random() < 0.4 else json.dumps(i) for i in chosen
            ]
            return f"[{', '.join(parts)}]"
        return self._value(spec, chosen)

    def _filter(self, spec: GraphQLArgument) -> str:
        type_ = get_named_type(spec.type)
        assert isinstance(type_, GraphQLInputObjectType)
        chosen = self.rng.sample(
            list(type_.fields), k=min(len(type_.fields), self.rng.choice((0, 1, 1, 1, 2, 3)))
        )
        values: dict[str, Any] = {}
        literals: dict[str, str] = {}
        for name in chosen:
            inner = get_named_type(type_.fields[name].type)
            value = (
                self.rng.choice(list(inner.values))
                if isinstance(inner, GraphQLEnumType)
                else self._any(name, type_.name, name)
            )
            values[name] = None if self.rng.random() < 0.08 else value
            literals[name] = self._value(
                type_.fields[name],
                values[name],
                literal=values[name] if isinstance(inner, GraphQLEnumType) else None,
            )
        if self.rng.random() < 0.3:
            return f"${self._declare(type_.name, self.rng.choice((values, values, values, None)))}"
        return "{" + ", ".join(f"{name}: {text}" for name, text in literals.items()) + "}"

    def _value(self, spec: Any, value: Any, literal: str | None = None, *, sure: bool = False) -> str:
        """A value as a literal, or as a variable: given, defaulted, or left out where that means null.

        Now and then a null takes its place, unless it is `sure`.
        """
        text = literal or json.dumps(value, ensure_ascii=False)
        type_: GraphQLInputType = spec.type
        required = isinstance(type_, GraphQLNonNull)
        kind = str(type_)
        dice = self.rng.random()
        if dice < 0.6 or (required and value is None):
            return text
        if dice < 0.8:
            return f"${self._declare(kind, value)}"
        if dice < 0.9 and value is not None:
            return f"${self._declare(f'{kind} = {text}', MISSING)}"
        if value is None:
            return f"${self._declare(kind, MISSING)}"
        if isinstance(type_, GraphQLList) or required:
            return text
        return (
            f"${self._declare(f'{kind} = {text}', None if not sure and self.rng.random() < 0.3 else value)}"
        )

    def _declare(self, kind: str, value: Any) -> str:
        name = f"v{len(self.declared)}"
        self.declared[name] = kind
        if value is not MISSING:
            self.values[name] = value
        return name


# --- the smallest question that still fails --------------------------------------------------


def reduced(question: Question, schema: GraphQLSchema, fails: Callable[[Question], bool]) -> Question:
    """Leave out whatever can be left out while the question is valid and still fails."""
    while True:
        smaller = next((q for q in _smaller(question, schema) if fails(q)), None)
        if smaller is None:
            return question
        question = smaller


def _smaller(question: Question, schema: GraphQLSchema) -> Iterator[Question]:
    total = sum(1 for _ in _pieces(parse(question.query)))
    for number in range(total):
        document = parse(question.query)
        holder, name, index = list(_pieces(document))[number]
        kept = list(getattr(holder, name))
        del kept[index]
        _set(holder, name, tuple(kept))
        _drop_unused(document)
        try:
            text = print_ast(document)
            if "{}" in text.replace("filter: {}", "") or validate(schema, parse(text)):
                continue
        except Exception:  # an empty selection does not even parse  # noqa: BLE001
            continue
        declared = {
            v.variable.name.value
            for d in document.definitions
            if isinstance(d, OperationDefinitionNode)
            for v in d.variable_definitions or ()
        }
        yield Question(text, {k: v for k, v in question.variables.items() if k in declared})


def _pieces(node: Any) -> Iterator[tuple[Any, str, int]]:
    """(holder, attribute, index) of all that could be left out, the largest first."""
    for definition in node.definitions:
        yield from _inside(definition.selection_set)


def _inside(selections: SelectionSetNode | None) -> Iterator[tuple[Any, str, int]]:
    if selections is None:
        return
    for index, item in enumerate(selections.selections):
        yield selections, "selections", index
        for name in ("directives", "arguments"):
            for i in range(len(getattr(item, name, None) or ())):
                yield item, name, i
        if isinstance(item, FieldNode):
            for argument in item.arguments or ():
                for i in range(len(getattr(argument.value, "fields", None) or ())):
                    yield argument.value, "fields", i
    for item in selections.selections:
        yield from _inside(getattr(item, "selection_set", None))


def _set(node: Any, name: str, value: Any) -> None:
    object.__setattr__(node, name, value)


def _drop_unused(document: DocumentNode) -> None:
    """Take away fragments and variables that nothing uses any more."""
    while True:
        text = print_ast(document)
        kept = [
            d
            for d in document.definitions
            if not isinstance(d, FragmentDefinitionNode) or f"...{d.name.value}" in _spreads(text)
        ]
        if len(kept) == len(document.definitions):
            break
        _set(document, "definitions", tuple(kept))
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            body = print_ast(document).split("{", 1)[1]
            used = [v for v in definition.variable_definitions or () if _uses(body, v.variable.name.value)]
            _set(definition, "variable_definitions", tuple(used))


def _spreads(text: str) -> set[str]:
    return {word for word in text.split() if word.startswith("...")}


def _uses(text: str, variable: str) -> bool:
    return any(f"${variable}{end}" in text for end in (")", ",", " ", "\n", "]", "}"))
