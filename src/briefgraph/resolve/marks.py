"""Characters that are written and not seen. They never tell one name from another."""

ZERO_WIDTH = "\u00ad\u034f\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
JOINERS = "\u200c\u200d"  # they shape letters in some scripts, so they stay in what is shown

HIDDEN = dict.fromkeys(map(ord, ZERO_WIDTH + DIRECTION))
INVISIBLE = dict.fromkeys(map(ord, ZERO_WIDTH + DIRECTION + JOINERS))
