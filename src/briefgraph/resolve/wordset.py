"""Sets of words, written as one reads them."""


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that white space parts."""
    return frozenset(words.split())
