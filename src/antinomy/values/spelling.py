"""Did you mean: the nearest word of a closed set."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Give a hint to append to an error, or an empty text.

    >>> did_you_mean("quantitty", ["quantity", "kind"])
    '; did you mean "quantity"?'
    >>> did_you_mean("zzz", ["quantity"])
    ''
    """
    near = get_close_matches(word, sorted(set(words)), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""
