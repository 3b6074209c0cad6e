"""Fill the product's words, which live in the packs, in both languages."""

from collections.abc import Mapping

from antinomy.values import Text

Words = Mapping[str, Text]


def fill(words: Words, key: str, **parts: object) -> Text:
    """Give a word with its parts filled in; a part may itself be bilingual.

    >>> fill({"a": Text("to {day}", "至 {day}")}, "a", day="2026-01-01").en
    'to 2026-01-01'
    """
    text = words[key]
    english = {n: p.en if isinstance(p, Text) else str(p) for n, p in parts.items()}
    chinese = {n: _chinese(p) for n, p in parts.items()}
    return Text(
        text.en.format(**english).strip(),
        (text.zh or text.en).format(**chinese).strip(),
    )


def _chinese(part: object) -> str:
    return (part.zh or part.en) if isinstance(part, Text) else str(part)
