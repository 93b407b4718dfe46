"""People by a pipeline of the user's: what is taken from it, and what is said where it cannot be had."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType

import pytest

from briefgraph.errors import SettingError
from briefgraph.resolve.people import PeopleFinder, find_people
from briefgraph.resolve.spacy_people import SpacyPeople, load_spacy_people


@dataclass(frozen=True)
class Entity:
    label_: str
    start_char: int
    end_char: int


@dataclass(frozen=True)
class Document:
    ents: tuple[Entity, ...]


class Pipeline:
    """Finds what it is told to: words and the labels of them."""

    def __init__(self, **names: str) -> None:
        self.names = {words.replace("_", " "): label for words, label in names.items()}

    def pipe(self, texts: Iterable[str]) -> Iterator[Document]:
        for text in texts:
            places = {words: text.find(words) for words in self.names}
            found = [Entity(self.names[w], at, at + len(w)) for w, at in sorted(places.items(), key=lambda p: p[1]) if at >= 0]
            yield Document(tuple(found))


def keys(finder: PeopleFinder, *passages: str, not_people: Iterable[str] = ()) -> list[str]:
    return [m.person.key for ms in finder(passages, not_people=not_people) for m in ms]


def test_a_name_that_the_rules_do_not_have_is_taken_from_the_pipeline() -> None:
    passages = ("It quoted Xyl Vorm of Orlo there.", "They said Vorm left with Dana Quill.")
    assert keys(find_people, *passages) == ["dana quill"]
    finder = SpacyPeople(Pipeline(Xyl_Vorm="PERSON", Orlo="GPE"))
    assert keys(finder, *passages) == ["xyl vorm", "xyl vorm", "dana quill"]
    assert keys(finder, *reversed(passages)) == ["xyl vorm", "dana quill", "xyl vorm"]


@pytest.mark.parametrize(
    ("passage", "names", "expected"),
    [
        ("It quoted Xyl Vorm there.", {"Xyl_Vorm": "ORG"}, []),
        ("It quoted Xyl there.", {"Xyl": "PERSON"}, []),
        ("It quoted Xyl Vorm Group there.", {"Xyl_Vorm_Group": "PERSON"}, []),
        ("It quoted Xyl vorm there.", {"Xyl_vorm": "PERSON"}, []),
        ("It quoted Xyl, Vorm there.", {"Xyl,_Vorm": "PERSON"}, []),
        ("It quoted President Xyl Vorm there.", {"President_Xyl_Vorm": "PERSON"}, ["xyl vorm"]),
        ("It quoted Dana Quill there.", {"Dana_Quill": "PERSON"}, ["dana quill"]),
        ("It quoted Dana Quill there.", {"quoted_Dana": "PERSON"}, ["dana quill"]),
        ("It quoted Xyl van Vorm's aide.", {"Xyl_van_Vorm": "PERSON"}, ["xyl van vorm"]),
    ],
)
def test_what_is_believed_of_a_pipeline(passage: str, names: dict[str, str], expected: list[str]) -> None:
    assert keys(SpacyPeople(Pipeline(**names)), passage) == expected


def test_what_is_no_person_is_none_for_a_pipeline_either() -> None:
    finder = SpacyPeople(Pipeline(Xyl_Vorm="PERSON"))
    assert keys(finder, "It quoted Xyl Vorm there.", not_people=["Xyl Vorm"]) == []


def test_a_model_is_loaded_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    spacy = ModuleType("spacy")

    def load(name: str, *, exclude: list[str]) -> Pipeline:
        if name != "orlo_core":
            raise OSError(f"[E050] Can't find model {name!r}.")
        return Pipeline(Xyl_Vorm="PERSON", lemmatizer="PERSON") if "lemmatizer" in exclude else Pipeline()

    spacy.load = load  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", spacy)
    assert keys(load_spacy_people("orlo_core"), "It quoted Xyl Vorm there.") == ["xyl vorm"]
    with pytest.raises(SettingError, match=r"cannot load 'other_core'.*E050"):
        load_spacy_people("other_core")


def test_without_spacy_the_setting_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(SettingError, match=r"briefgraph\[spacy\]"):
        load_spacy_people("orlo_core")
