"""Chooses what of a relation's file a question needs: which body, which filters, which sort keys.

What comes out are still templates with `@` and `$` in them; each printer renders them in its language.
"""

from collections.abc import Callable
from dataclasses import dataclass

from briefgraph.graph.plan import Items, One, Page, Slot
from briefgraph.graph.queries import Fragment, fragments


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A relation as one question asks for it."""

    fragment: Fragment
    given: dict[str, Slot]
    body: str
    has_edge: bool  # else the target carries the edge's properties
    driver: str | None  # the argument, or the several joined with `+`, whose `from` body was taken

    @property
    def lead(self) -> str | None:
        """The template of what comes before the sort keys in the index that is read."""
        return self.fragment.leads.get(self.driver)

    def order_key(self, key: str, column: Callable[[str], str]) -> str:
        """The template of a sort key, `n.publishedKey` or `e.weight`; `column` spells a property."""
        special = self.fragment.keys.get(f"{self.driver} {key}" if self.driver else key)
        where, prop = key.split(".")
        return special or f"@{'dst' if where == 'n' else 'e'}.{column(prop)}"


def choose(language: str, item: One | Items | Page) -> Choice:
    """The body with every filter whose argument is given; the first `from` that is given drives."""
    fragment = fragments(language, "relations")[item.rel.file]
    given = dict(item.filters)
    driver = next((name for name in fragment.sources if given.keys() >= set(name.split("+"))), None)
    driven = driver.split("+") if driver else ()
    body = fragment.sources[driver] if driver else fragment.body
    file = None if isinstance(item, One) else item.filter_file
    shared = fragments(language, "filters")[file].filters if file else {}
    filters = {**shared, **fragment.filters}
    conditions = [f"({filters[name]})" for name in given if name not in driven and name in filters]
    return Choice(
        fragment=fragment,
        given=given,
        body=" AND ".join([body, *conditions]),
        has_edge="@e" in body or fragment.edge is not None,
        driver=driver,
    )


def known_count(language: str, item: Page) -> str | None:
    """The template of the list's count where something knows it: no argument but required ones may be given."""
    fragment = fragments(language, "relations")[item.rel.file]
    required = {arg.name for arg in item.rel.args if arg.required}
    return fragment.count if required.issuperset(name for name, _ in item.filters) else None
