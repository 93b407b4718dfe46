"""Skeletons: what a label looks like, whatever its letters are.

The idea of Unicode's confusables (UTS 39), with a small table of our own: letters of other scripts, accents,
full-width and small capital letters, and digits that stand for letters. Two labels of one skeleton are read as
one name. A skeleton decides nothing: it is for telling a person that two names look alike.
"""

import re
import unicodedata

from briefgraph.resolve.labels import clean_label, normal_label, remembered

_SAME_SHAPE = {
    # Cyrillic. Capitals and small letters apart: В is a B, and в is none.
    "АВЕЅІЈКМНОРСТУХԚԜҺӀ": "ABESIJKMHOPCTYXQWhI",
    "аеорсухіјѕһԁԛԝкмгпьӏ": "aeopcyxijshdqwkmrnbl",
    # Greek
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ": "ABEZHIKMNOPTYXC",
    "αικνορτυχϲϳηγωε": "aikvoptuxcjnywe",
    # Armenian
    "ՕօոՏՍսհյզցԼ": "OonSUuhjqgL",
    # Cherokee
    "ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᏃ": "ABCDEHJKLMPRSTVWZ",
    # Latin letters with a stroke or of phonetic alphabets, which no decomposition takes apart
    "ɑɡıɩłŁøØđĐƒƅǀɱ": "agiilLoOdDfblm",
    "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ": "abcdeghijklmnoprstuvwyz",
}
_UNSEEN = "\u115f\u1160\u2800\u3164"  # letters and signs that leave a blank
_TABLE = str.maketrans(
    {ord(odd): plain for odds, plains in _SAME_SHAPE.items() for odd, plain in zip(odds, plains, strict=True)}
    | dict.fromkeys(map(ord, _UNSEEN))
    | dict.fromkeys((*range(0x0300, 0x0370), *range(0x1AB0, 0x1B00), *range(0x20D0, 0x2100), *range(0xFE00, 0xFE10)))
)
_WORD = re.compile(r"\w+")
_DIGITS = str.maketrans("035", "oes")
_SHORTEST = 5  # letters of what a hasty eye takes for another name; "rns" is no "ms"
_LONGEST = 200  # a label longer than this is no name that anybody would mistake


@remembered
def skeletons(label: str) -> tuple[str, str]:
    """Return what `label` reads as, and what it reads as to a hasty eye (capital I and 1 as l, `rn` as m).

    Both in the normal form of labels; the second is empty below five letters, both are for a
    label longer than 200 characters. Linear.
    """
    if len(label) > _LONGEST:
        return "", ""
    shape = _WORD.sub(_letters, _flat(clean_label(label)))
    hasty = shape.translate({ord("I"): "l", ord("1"): "l", ord("|"): "l"}).casefold()
    hurried = normal_label(hasty.replace("rn", "m").replace("vv", "w"))
    return normal_label(shape.replace("1", "i")), hurried if len(hurried) >= _SHORTEST else ""


def odd_characters(label: str) -> tuple[str, ...]:
    """Return the characters of a label that are not what they look like, each once, in their order."""
    visible = clean_label(label)[:_LONGEST]
    return tuple(dict.fromkeys(c for c in visible if not c.isascii() and _flat(c) != c))


def _flat(text: str) -> str:
    return unicodedata.normalize("NFKD", text).translate(_TABLE)


def _letters(word: re.Match[str]) -> str:
    """A word with its digits read as letters, where it is one of letters: Reuter5, and not 24 or G20."""
    text = word.group()
    if text.isalpha() or sum(c.isalpha() for c in text) < 3:
        return text.replace("1", "\uff11")  # kept apart from the 1 that stands for a letter
    return text.translate(_DIGITS)
