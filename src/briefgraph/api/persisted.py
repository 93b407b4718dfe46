"""Documents that are named by the SHA-256 of their text: kept ones, and those that are trusted.

Whoever names a document that is not here is told so, and sends the text with the name (automatic persisted queries);
the next one need not. Kept is only what ran, so that nobody fills the memory with junk, and only so much of it.
In trusted mode the documents of schema/operations are all there are, by name or by text.
"""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

from briefgraph.api.documents import Refused
from briefgraph.api.execution import Answer, GraphQLRequest
from briefgraph.api.faults import Code, entry
from briefgraph.recent import Recent
from briefgraph.resources import resource, resources

KEPT = 1_000_000  # more than there is room for: a document has four characters at least
KEPT_CHARS = 4_000_000  # of all kept documents together: 4,000 of a usual length
LONGEST_CHARS = 100_000  # that is kept; queries are seldom above 10,000


class PersistedDocuments:
    """Turns a request that names its document into one that has it."""

    def __init__(self, *, is_open: bool = True, trusted: Mapping[str, str] | None = None) -> None:
        """Begin with the documents of `trusted`, by name; unless `is_open` no other is ever run."""
        self._is_open = is_open
        self._trusted = trusted or {}
        self._kept: Recent[str, str] = Recent(KEPT, KEPT_CHARS, lambda _, text: len(text))

    def resolve(self, request: GraphQLRequest) -> GraphQLRequest:
        """The request with its document's text.

        Raises:
            Refused: PERSISTED_QUERY_NOT_FOUND, the text is not here; DOCUMENT_NOT_TRUSTED, it may not be run.
        """
        name = request.document_id
        if not self._is_open:
            text = self._trusted.get(name_of(request.query) if request.query or name is None else name)
            if text is None:
                raise Refused([entry("only documents that this server was given are run", Code.DOCUMENT_NOT_TRUSTED)])
            return replace(request, query=text)
        if request.query or name is None:
            return request
        text = self._trusted.get(name) or self._kept.find(name)
        if text is None:
            # Apollo's clients go by this message, or by the code.
            raise Refused([entry("PersistedQueryNotFound", Code.PERSISTED_QUERY_NOT_FOUND)])
        return replace(request, query=text)

    def keep(self, request: GraphQLRequest, answer: Answer) -> None:
        """Keep the document that a request came with and was named by, now that it ran."""
        name, text = request.document_id, request.query
        if name is None or not answer.has_data or answer.is_null:
            return
        if self._is_open and name not in self._trusted and len(text) <= LONGEST_CHARS:
            self._kept.get(name, lambda: text)


def name_of(text: str) -> str:
    """The name of a document: the SHA-256 of its UTF-8, in small hexadecimal digits."""
    return sha256(text.encode()).hexdigest()


def shipped_documents() -> dict[str, str]:
    """The documents of schema/operations by name, each also by that of its text without the white space around it."""
    found: dict[str, str] = {}
    for path in resources("schema/operations", ".graphql"):
        text = resource(path).read_text("utf-8")
        found |= {name_of(text): text, name_of(text.strip()): text}
    return found
