"""The mutations of curation as GraphQL has them: their inputs and payloads, in one table."""

from dataclasses import dataclass

import strawberry
from strawberry.types.field import StrawberryField

from briefgraph.api.types import REQUIRED, Registry

WHO = "Who decides, as they say; `anonymous` unless given."
WHY = "Why, for those who read the log."


@dataclass(frozen=True, slots=True)
class Curated:
    """One mutation: what it does, the fields of its input, and what its payload has beside `decision`."""

    name: str
    doc: str
    inputs: tuple[tuple[str, str, str], ...]
    gives: tuple[tuple[str, str, str], ...] = ()
    has_reason: bool = True


def _merge(name: str, doc: str, type_name: str, many: str) -> Curated:
    one = type_name.lower()
    return Curated(
        name, doc,
        (("from", "list[ID]", f"The {many} that are the same as `into`; with it at most 100."),
         ("into", "ID", f"The {one} that they are the same as; its id stands for all.")),
        ((one, type_name, f"The {one} that they are now."),),
    )  # fmt: skip


CURATED = (
    _merge("mergeStories", "Make stories versions of one: what others brought comes before what it says itself.",
           "Story", "stories"),
    Curated("separateStories", "Say that stories which tell the same are several all the same, each counted for itself.",
            (("stories", "list[ID]", "From 2 to 100 stories."),),
            (("stories", "list[Story]", "The stories, each once, in the order of their ids."),)),
    _merge("mergeOutlets", "Make outlets one: whatever names one of them means `into`.", "Outlet", "outlets"),
    _merge("mergePeople", "Make people one: whatever mentions one of them means `into`.", "Person", "people"),
    Curated("splitPerson", "Say that some stories mean another person of the same name.",
            (("person", "ID", "The person that the stories mention by now."),
             ("stories", "list[ID]", "The stories that mean the other one, at most 100."),
             ("name", "Optional[String]", "The other's name; the same unless given.")),
            (("person", "Person", "The other person."),)),
    Curated("reviewLink", "Confirm that a fact states its claim, or reject it: then it states one of its own.",
            (("fact", "ID", "The fact."), ("verdict", "ReviewVerdict", "Whether it states its claim.")),
            (("fact", "Fact", "The fact, with the claim that it states now."),)),
    _merge("mergeClaims", "Make claims one, whatever their words say.", "Claim", "claims"),
    Curated("splitClaim", "Take facts out of a claim: together they state one of their own.",
            (("claim", "ID", "The claim that they state by now."),
             ("facts", "list[ID]", "The facts, at most 100 and not all that state it.")),
            (("claim", "Claim", "The claim that they state now."),)),
    Curated("correctCitation", "Say which source a citation is of, where it was misread, or that there is none.",
            (("fact", "ID", "The fact."), ("position", "Int", "The citation's place in it, as `citations` has it."),
             ("label", "Optional[String]", "The source as it should read; null where there is no citation.")),
            (("fact", "Fact", "The fact, with the citations that it has now."),)),
    Curated("closeProblem", "Say that a problem needs no more attention.", (("id", "ID", "The problem."),),
            (("problem", "Problem", "The problem, closed."),)),
    Curated("undoDecision", "Take a decision back: the graph is as if it had never been made. The log keeps it.",
            (("id", "ID", "The decision."),), has_reason=False),
)  # fmt: skip


def curation_fields(registry: Registry) -> list[StrawberryField]:
    """The fields of Mutation, with their inputs and payloads put into the registry."""
    registry.add_enum("ReviewVerdict", "What a review of a fact's link finds.", {
        "CONFIRM": "The fact states the claim.", "REJECT": "It does not."})  # fmt: skip
    return [_field(registry, item) for item in CURATED]


def _field(registry: Registry, item: Curated) -> StrawberryField:
    stem = f"{item.name[0].upper()}{item.name[1:]}"
    inputs = [*item.inputs, ("by", "Optional[String]", WHO)]
    if item.has_reason:
        inputs.append(("reason", "Optional[String]", WHY))
    fields = [registry.field(name, kind, doc) for name, kind, doc in inputs]
    for made, (_, kind, _) in zip(fields, inputs, strict=True):
        if kind.startswith("Optional"):
            made.default = None
    registry.add(f"{stem}Input", f"What `{item.name}` is about.", fields, strawberry.input)
    registry.add(f"{stem}Payload", f"What `{item.name}` decided.", [
        registry.field("decision", "Decision", "The decision, as the log has it; the one that stood where it was made before."),
        *(registry.field(name, kind, doc) for name, kind, doc in item.gives),
    ])  # fmt: skip
    what = ("input", f"{stem}Input", "What to decide.", REQUIRED)
    return registry.field(item.name, f"Optional[{stem}Payload]", item.doc, [what])
