"""People by a spaCy pipeline that the user has installed, beside those that the rules find.

The pipeline says which stretches are somebody's full name; who is meant by them and by shorter forms, titles, roles
and spans stay the rules'. spaCy is no dependency: the extra `spacy` brings it, the model is the user's to install.
"""

import importlib
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from briefgraph.errors import SettingError
from briefgraph.resolve.people import Mention, find_people

_UNUSED = ("lemmatizer", "textcat", "attribute_ruler")  # steps of a pipeline that names do not need


class Entity(Protocol):
    """A stretch that a pipeline names: `doc.text[start_char:end_char]`."""

    @property
    def label_(self) -> str:
        """What it is: PERSON, ORG."""

    @property
    def start_char(self) -> int:
        """Where it begins, in code points."""

    @property
    def end_char(self) -> int:
        """Where it ends."""


class Document(Protocol):
    """A text as a pipeline reads it."""

    @property
    def ents(self) -> Sequence[Entity]:
        """Its named stretches, in order."""


class Pipeline(Protocol):
    """What is used of a `spacy.Language`."""

    def pipe(self, texts: Iterable[str]) -> Iterable[Document]:
        """Read texts, in order."""


class SpacyPeople:
    """`find_people` with the names that a pipeline finds. As order-free as the pipeline is."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline

    def __call__(
        self, passages: Sequence[str], *, not_people: Iterable[str] = ()
    ) -> tuple[tuple[Mention, ...], ...]:
        """Return the people named in each passage of one brief, in the order they stand."""
        names = [
            [(entity.start_char, entity.end_char) for entity in document.ents if entity.label_ in ("PERSON", "PER")]
            for document in self._pipeline.pipe(passages)
        ]
        return find_people(passages, not_people=not_people, names=names)


def load_spacy_people(model: str) -> SpacyPeople:
    """Load an installed pipeline by its name or path, `en_core_web_sm`.

    Raises:
        SettingError: spaCy is not installed, or has no such pipeline.
    """
    try:
        spacy: Any = importlib.import_module("spacy")
    except ImportError:
        raise SettingError("people_model needs spaCy: pip install 'briefgraph[spacy]'") from None
    try:
        return SpacyPeople(spacy.load(model, exclude=list(_UNUSED)))
    except (OSError, ValueError) as error:
        raise SettingError(f"people_model: spaCy cannot load {model!r}: {str(error)[:200]}") from error
