"""The JSON form: one brief, an array of them, or JSON Lines; each structured, or a text with what is given.

`schema/brief.schema.json` is the form. A structured brief's text is made here, in the lite
bracketed layout, and every offset is recorded while it is made: the same brief gives the same text.
"""

import json
from dataclasses import dataclass, field
from typing import Any, NoReturn

from briefgraph.brief import Beside, Brief, Forecast, Layout, Narrative, ProblemCode, Provider, Source, Span
from briefgraph.briefs import problems as sentences
from briefgraph.briefs.citations import cite
from briefgraph.briefs.documents import SURROGATE
from briefgraph.briefs.markers import bracketed
from briefgraph.briefs.narratives import Spins, is_nerd, stance_of
from briefgraph.briefs.page import BLANK, Page, Tally, collapse
from briefgraph.briefs.problems import Problems
from briefgraph.briefs.sources import Listing, Numbering
from briefgraph.briefs.story import report_leftovers
from briefgraph.errors import NotABrief

MOST_DIGITS = 20
MOST_DEPTH = 20
URL_LENGTH = 2_000
TOP = ("id", "address", "publishedAt", "title", "lead", "text", "facts", "sources", "narratives", "forecasts")
STRUCTURED = ("lead", "facts", "sources", "narratives", "forecasts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One JSON value that should be a brief, and where it begins. `number` counts from 1."""

    value: object
    line: int
    number: int
    error: NotABrief | None = None


def items(text: str) -> tuple[tuple[Item, ...], bool]:
    """The briefs of a JSON document, and whether it can hold several.

    Raises:
        NotABrief: it is no JSON, or JSON that a brief cannot be.
    """
    try:
        value = parse(text)
    except NotABrief as error:
        lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip(BLANK)]
        if len(lines) < 2 or not all(line.lstrip(BLANK).startswith("{") for _, line in lines):
            raise
        if not any(line.rstrip(BLANK).endswith("}") for _, line in lines[:2]):
            raise error from None
        return tuple(_line(line, n, number) for number, (n, line) in enumerate(lines, 1)), True
    if isinstance(value, list):
        if not value:
            raise NotABrief("The array is empty.")
        return tuple(Item(value=one, line=1, number=number) for number, one in enumerate(value, 1)), True
    return (Item(value=value, line=1, number=1),), False


def _line(line: str, at: int, number: int) -> Item:
    try:
        return Item(value=parse(line), line=at, number=number)
    except NotABrief as error:
        return Item(value=None, line=at, number=number, error=error)


def parse(text: str) -> object:
    """JSON as the form allows it: no NaN, no key twice, no number above 20 digits, 20 levels at most."""
    _check_depth(text)
    try:
        return json.loads(text, object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_integer)
    except json.JSONDecodeError as error:
        raise NotABrief(f"The JSON is broken: {error.msg}.", line=error.lineno, column=error.colno) from None
    except (RecursionError, ValueError):
        raise NotABrief("The JSON cannot be read.") from None


def _check_depth(text: str) -> None:
    depth = 0
    is_string = is_escaped = False
    for character in text:
        if is_string:
            if is_escaped:
                is_escaped = False
            elif character == "\\":
                is_escaped = True
            elif character == '"':
                is_string = False
        elif character == '"':
            is_string = True
        elif character in "[{":
            depth += 1
            if depth > MOST_DEPTH:
                raise NotABrief(f"The JSON is nested deeper than {MOST_DEPTH} levels.")
        elif character in "]}":
            depth -= 1


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise NotABrief(f"The key “{twice[:60]}” stands twice in one object.")
    return found


def _constant(name: str) -> NoReturn:
    raise NotABrief(f"{name} is no number in JSON.")


def _integer(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise NotABrief(f"A number has {len(digits)} digits; {MOST_DIGITS} are the most.")
    return int(digits)


def given(value: object) -> tuple[dict[str, Any], Beside, str | None]:
    """A brief's object, what it gives beside its words, and its text where it wraps one.

    Raises:
        NotABrief: no object, an unknown key, or a value of the wrong type.
    """
    brief = _object(value, "a brief", TOP)
    text = _string(brief, "text", "a brief")
    if text is not None and any(key in brief for key in STRUCTURED):
        raise NotABrief("A brief has either text or facts, sources and narratives, not both.")
    return (
        brief,
        Beside(
            id=_string(brief, "id", "a brief"),
            address=_string(brief, "address", "a brief"),
            title=_string(brief, "title", "a brief") if text is not None else None,
            published_at=_string(brief, "publishedAt", "a brief"),
        ),
        text,
    )


@dataclass(slots=True)
class _Rendering:
    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def put(self, words: str) -> tuple[int, int]:
        start = self.length
        self.pieces.append(words)
        self.length += len(words)
        return start, self.length


def structured(brief: dict[str, Any], *, tally: Tally) -> Brief:
    """The brief that a structured object describes."""
    out = _Rendering()
    title = collapse(_string(brief, "title", "a brief") or "")
    lead = collapse(_string(brief, "lead", "a brief") or "")
    title_span = lead_span = None
    if title:
        title_span = out.put(title)
        out.put("\n")
    if lead:
        lead_span = out.put(lead)
        out.put("\n")
    fact_spans = _facts(brief, out)
    sources = _sources(brief, out)
    narratives = _narratives(brief, out)
    forecasts = _forecasts(brief, out)
    if not fact_spans and not narratives:
        raise NotABrief("The brief has neither facts nor narratives.")
    page = Page(text="".join(out.pieces).rstrip("\n"), tally=tally)
    problems = Problems(page)
    has_numbers = any(source.marker for source in sources)
    listing = Listing(
        sources=tuple(sources), numbering=Numbering.BRACKETED if has_numbers else Numbering.NONE
    )
    markers = [bracketed(page, start, end) for start, end in fact_spans]
    facts = cite(page, fact_spans, markers, listing, problems)
    spins = Spins(narratives=narratives, forecasts=forecasts)
    spans = [Span(start=span[0], end=span[1]) if span else None for span in (title_span, lead_span)]
    for narrative in narratives:
        if not narrative.providers and not is_nerd(narrative.label):
            problems.add(
                ProblemCode.MISSING_PROVIDER, narrative.start, sentences.missing_provider(narrative.label)
            )
    report_leftovers(page, problems, spans[0], spans[1], facts, spins)
    return Brief(
        text=page.text,
        layout=Layout.JSON,
        title=title,
        title_span=spans[0],
        lead=lead or None,
        lead_span=spans[1],
        address=None,
        published_at=None,
        id=None,
        facts=facts,
        sources=tuple(sources),
        narratives=tuple(narratives),
        forecasts=tuple(forecasts),
        problems=problems.all(),
        is_complete=True,
    )


def _facts(brief: dict[str, Any], out: _Rendering) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for fact in _list(brief, "facts"):
        if not isinstance(fact, str):
            fact = _needed(_object(fact, "a fact", ("text",)), "text", "a fact")
        words = collapse(_checked(fact, "a fact"))
        if not words:
            raise NotABrief("A fact has no words.")
        out.put("- " if spans else "Facts\n- ")
        spans.append(out.put(words))
        out.put("\n")
    return spans


def _sources(brief: dict[str, Any], out: _Rendering) -> list[Source]:
    entries = _list(brief, "sources")
    found: list[Source] = []
    for index, value in enumerate(entries):
        entry = (
            {"label": value}
            if isinstance(value, str)
            else _object(value, "a source", ("marker", "label", "url"))
        )
        label = collapse(_needed(entry, "label", "a source"))
        marker = _marker(entry.get("marker"))
        if not label:
            raise NotABrief("A source has no label.")
        gap = "Sources: " if index == 0 else (" and " if index == len(entries) - 1 else ", ")
        out.put(gap + (f"[{marker}]" if marker else ""))
        start, end = out.put(label)
        url = _string(entry, "url", "a source")
        found.append(
            Source(position=len(found) + 1, marker=marker, label=label, url=_web(url), start=start, end=end)
        )
    if found:
        out.put(".\n")
    return found


def _narratives(brief: dict[str, Any], out: _Rendering) -> list[Narrative]:
    found: list[Narrative] = []
    for index, value in enumerate(_list(brief, "narratives")):
        entry = _object(value, "a narrative", ("label", "providers", "text"))
        label = collapse(_needed(entry, "label", "a narrative"))
        words = collapse(_needed(entry, "text", "a narrative"))
        if not label or not words:
            raise NotABrief("A narrative needs a label and a text.")
        out.put(("Narratives\n- " if index == 0 else "- ") + label)
        providers: list[Provider] = []
        names = _list(entry, "providers")
        for number, name in enumerate(names):
            name = collapse(_checked(name, "a provider"))
            if not name:
                raise NotABrief("A provider has no name.")
            out.put(", as provided by " if number == 0 else " and " if number == len(names) - 1 else ", ")
            start, end = out.put(name)
            providers.append(Provider(position=number + 1, label=name, start=start, end=end))
        out.put(". ")
        start, end = out.put(words)
        out.put("\n")
        found.append(
            Narrative(
                position=index + 1,
                label=label,
                stance=stance_of(label),
                text=words,
                start=start,
                end=end,
                providers=tuple(providers),
            )
        )
    return found


def _forecasts(brief: dict[str, Any], out: _Rendering) -> list[Forecast]:
    found: list[Forecast] = []
    for index, value in enumerate(_list(brief, "forecasts")):
        entry = _object(value, "a forecast", ("question", "probability", "source"))
        question = collapse(_needed(entry, "question", "a forecast")).rstrip(".")
        probability = entry.get("probability")
        if (
            isinstance(probability, bool)
            or not isinstance(probability, int | float)
            or not 0 <= probability <= 1
        ):
            raise NotABrief("A forecast's probability is a number from 0 to 1.")
        if not question:
            raise NotABrief("A forecast has no question.")
        source = collapse(_string(entry, "source", "a forecast") or "") or None
        probability = round(float(probability), 4)
        out.put(
            ("Predictions\n- " if index == 0 else "- ")
            + f"There is a {round(probability * 100, 2):g}% chance that "
        )
        start, end = out.put(question)
        out.put((f", according to the {source} prediction community" if source else "") + ".\n")
        found.append(
            Forecast(
                position=index + 1,
                question=question,
                probability=probability,
                source=source,
                start=start,
                end=end,
            )
        )
    return found


def _object(value: object, what: str, keys: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise NotABrief(f"{what.capitalize()} is an object with {', '.join(keys)}.")
    for key in value:
        if key not in keys:
            raise NotABrief(f"“{key[:60]}” is no key of {what}; its keys are {', '.join(keys)}.")
    return value


def _list(entry: dict[str, Any], key: str) -> list[Any]:
    value = entry.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise NotABrief(f"“{key}” is an array.")
    return value


def _string(entry: dict[str, Any], key: str, what: str) -> str | None:
    value = entry.get(key)
    return None if value is None else _checked(value, f"{key} of {what}")


def _needed(entry: dict[str, Any], key: str, what: str) -> str:
    value = _string(entry, key, what)
    if value is None:
        raise NotABrief(f"{what.capitalize()} needs “{key}”.")
    return value


def _checked(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise NotABrief(f"{what.capitalize()} is a string.")
    if "\0" in value or SURROGATE.search(value):
        raise NotABrief(f"{what.capitalize()} holds a NUL or half a character (a lone surrogate).")
    return value


def _marker(value: object) -> str | None:
    if value is None:
        return None
    digits = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if (
        not isinstance(digits, str)
        or not digits.isascii()
        or not digits.isdigit()
        or not 1 <= len(digits) <= 3
    ):
        raise NotABrief("A source's marker is a number from 1 to 999.")
    if int(digits) == 0:
        raise NotABrief("A source's marker is a number from 1 to 999.")
    return str(int(digits))


def _web(url: str | None) -> str | None:
    """A source's address where it is one of the web, else none: it ends up in a page."""
    if url is None:
        return None
    is_web = url.casefold().startswith(("https://", "http://")) and not any(c in url for c in ' <>"\n\r\t')
    return url if is_web and len(url) <= URL_LENGTH else None
