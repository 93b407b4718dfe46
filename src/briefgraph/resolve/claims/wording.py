"""Wordings: what two texts have in common that say the same in the same words.

Case, kinds of quotes and dashes, white space and the final full stop are not wording; every digit, sign, comma
and word is.
"""

import re
import unicodedata

from briefgraph.resolve.marks import INVISIBLE

_QUOTES = str.maketrans(
    dict.fromkeys("‘’‚‛′ʼ`´", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-")
)
_SPACE = re.compile(r"\s+")
_SPACED_DASH = re.compile(r" (?:-+) ")


def normalise(text: str) -> str:
    """Return `text` without what is no wording: case, kinds of quotes and dashes, spacing, the final stop.

    Compatibility forms stay apart (NFC, not NFKC): "10²" must not become "102". Idempotent.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    plain = folded.translate(INVISIBLE).translate(_QUOTES).replace("…", "...")
    plain = unicodedata.normalize("NFC", plain)
    return _SPACED_DASH.sub(" - ", _SPACE.sub(" ", plain)).strip().rstrip(". ")
