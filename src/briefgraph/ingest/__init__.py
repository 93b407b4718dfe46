"""From read briefs to the graph: whom and what they mean, as records, in one transaction."""

from briefgraph.ingest.identity import digest, settled, story_id
from briefgraph.ingest.importer import Importer
from briefgraph.ingest.versions import wording_id

__all__ = ["Importer", "digest", "settled", "story_id", "wording_id"]
