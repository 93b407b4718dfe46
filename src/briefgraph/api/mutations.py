"""What a client with a key may do: load briefs, take a story away, and curate the graph (`api.curation`).

Each mutation acts and gives a payload; a story in a payload is a NodeRef, which the executor answers
from the store as any query.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import strawberry

from briefgraph.api.curation import Curator
from briefgraph.api.curation_types import curation_fields
from briefgraph.api.payloads import NodeRef, Payload
from briefgraph.api.types import REQUIRED, Registry
from briefgraph.brief import Beside, Reading
from briefgraph.briefs import read
from briefgraph.errors import BadInput, NotABrief
from briefgraph.graph.store import Receipt
from briefgraph.ingest import Importer

BATCH_MAX = 100
INGESTING = ("ingestBrief", "ingestBriefs", "deleteStory")


@strawberry.input(description="One document: a brief in any layout that briefgraph reads.")
class IngestBriefInput:
    text: str = strawberry.field(description="The document: plain text, Markdown, HTML or JSON; the layout is found out.")
    address: str | None = strawberry.field(default=None, description="The story's address.")
    publishedAt: datetime | None = strawberry.field(default=None, description="When it was published.")
    title: str | None = strawberry.field(default=None, description="The title, where the document has none.")
    id: str | None = strawberry.field(default=None, description="An id of yours; it identifies the story, whatever its address.")


@strawberry.input(description="Several documents.")
class IngestBriefsInput:
    briefs: list[IngestBriefInput] = strawberry.field(description="From 1 to 100 documents; each may hold several briefs.")


@strawberry.input(description="A story to take away.")
class DeleteStoryInput:
    id: strawberry.ID = strawberry.field(description="The story's id.")


def mutation_type(registry: Registry) -> Any:
    """The Mutation type. The payloads' stories are the model's."""
    story = "Story"
    registry.names.update(
        IngestBriefInput=IngestBriefInput, IngestBriefsInput=IngestBriefsInput, DeleteStoryInput=DeleteStoryInput
    )
    registry.add("IngestBriefPayload", "What became of a brief.", [
        registry.field("story", story, "The story, in its newest version."),
        registry.field("version", "Int", "The number of the version that the brief is."),
        registry.field("isNew", "Boolean", "False where the story had this very brief already."),
    ])  # fmt: skip
    registry.add("IngestResult", "What became of one brief of several.", [
        registry.field("index", "Int", "Which of the documents it came from, from 0."),
        registry.field("story", f"Optional[{story}]", "The story; null where the document was refused."),
        registry.field("version", "Optional[Int]", "The number of the version that the brief is."),
        registry.field("isNew", "Boolean", "Whether the story had it not yet."),
        registry.field("refusal", "Optional[String]", "Why it is no brief; null where it is one."),
    ])  # fmt: skip
    registry.add("IngestBriefsPayload", "What became of each brief, in order; the refused ones are left out of the graph.", [
        registry.field("results", "list[IngestResult]", "One entry for each brief found, and for each refusal."),
    ])  # fmt: skip
    registry.add("DeleteStoryPayload", "What became of a story.", [
        registry.field("id", "ID", "The id that was given."),
        registry.field("isDeleted", "Boolean", "False where there was no such story."),
    ])  # fmt: skip
    inputs = {name: f"{name[0].upper()}{name[1:]}Input" for name in INGESTING}
    docs = {
        "ingestBrief": "Load one brief. Again with the same text it changes nothing; with another it is a new version.",
        "ingestBriefs": "Load several briefs, all in one transaction.",
        "deleteStory": "Take a story away, and all that only it held.",
    }
    own = [
        registry.field(name, f"Optional[{name[0].upper()}{name[1:]}Payload]", docs[name],
                       [("input", kind, "What to do.", REQUIRED)])
        for name, kind in inputs.items()
    ]  # fmt: skip
    doc = "Changes to the graph. They need a key with the scope ingest, or curate."
    return registry.add("Mutation", doc, [*own, *curation_fields(registry)])


@dataclass(frozen=True, slots=True)
class Mutations:
    """Runs the mutations over an importer and a curator."""

    importer: Importer
    curator: Curator

    async def run(self, name: str, given: dict[str, Any]) -> Payload:
        """Run one mutation with its coerced `input`, and give its payload.

        Raises:
            NotABrief, BadInput: nothing was stored.
            StoreError: the store refused.
        """
        match name:
            case "ingestBrief":
                return await self._ingest_brief(given)
            case "ingestBriefs":
                return await self._ingest_briefs(given["briefs"])
            case "deleteStory":
                is_deleted = await self.importer.delete(given["id"])
                return Payload("DeleteStoryPayload", {"id": given["id"], "isDeleted": is_deleted})
            case _:
                return await self.curator.run(name, given)

    async def _ingest_brief(self, given: dict[str, Any]) -> Payload:
        reading = _read(given, self.importer.knows)
        if reading.refusals:
            first = reading.refusals[0]
            raise NotABrief(first.message, line=first.line, column=first.column)
        if len(reading.briefs) != 1:
            raise BadInput(f"the document holds {len(reading.briefs)} briefs; load it with ingestBriefs")
        (receipt,) = await self.importer.load(reading.briefs)
        return Payload("IngestBriefPayload", _received(receipt))

    async def _ingest_briefs(self, given: list[dict[str, Any]]) -> Payload:
        if not 1 <= len(given) <= BATCH_MAX:
            raise BadInput(f"{len(given)} documents are given; from 1 to {BATCH_MAX} are taken at once")
        results: list[Any] = []
        briefs = []
        for index, one in enumerate(given):
            try:
                reading = _read(one, self.importer.knows)
            except NotABrief as error:
                results.append(_refused(index, str(error)))
                continue
            for brief in reading.briefs:
                briefs.append(brief)
                results.append(index)
            results += [_refused(index, refusal.message) for refusal in reading.refusals]
        receipts = iter(await self.importer.load(briefs) if briefs else ())
        done = [
            Payload("IngestResult", {"index": r, "refusal": None, **_received(next(receipts))}) if isinstance(r, int) else r
            for r in results
        ]
        return Payload("IngestBriefsPayload", {"results": done})


def _read(given: dict[str, Any], knows: Callable[[str], bool]) -> Reading:
    beside = Beside(
        address=given.get("address"),
        published_at=given.get("publishedAt"),
        title=given.get("title"),
        id=given.get("id"),
    )
    return read(given["text"], beside=beside, known_outlet=knows)


def _received(receipt: Receipt) -> dict[str, Any]:
    return {"story": NodeRef("story", receipt.story_id), "version": receipt.version, "isNew": receipt.is_new}


def _refused(index: int, why: str) -> Payload:
    return Payload("IngestResult", {"index": index, "story": None, "version": None, "isNew": False, "refusal": why})
