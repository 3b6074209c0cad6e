"""What is said at a cue: behind it, before it, in quotation marks or in parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from antinomy.press.telling.cues import Cue, SpeechWords
from antinomy.press.telling.passages import Passage
from antinomy.press.woven import Extent

LEAST = 4  # code points that words must have to be a statement
_CLOSE = 30  # code points from a quotation that opens a sentence to its cue
_TRIM = ' \n，。；：,;:.!！"“”「」『』'


@dataclass(frozen=True, slots=True)
class Words:
    """What was said: where, and whether it is given word for word."""

    extent: Extent
    quoted: bool = False


def what_is_said(
    passage: Passage,
    cue: Cue,
    at: Extent,
    following: int,
    cues: SpeechWords,
) -> list[Words]:
    """Give what is said at a cue; ``at`` and ``following`` are places of the sentence.

    What is said follows its cue, or stands before it: in quotation marks that open the
    sentence, or up to the clause of a cue that closes it.
    """
    text = passage.text
    clause = passage.clauses[passage.clause_at(passage.extent.start + at.start)]
    clause_start = clause.start - passage.extent.start
    if cue.whole:
        return [Words(inside(passage, clause_start, at.end))]
    near = clause.end - passage.extent.start + 1
    quoted = cues.quoted.search(text, at.end)
    if quoted is not None and quoted.start() <= near:
        said = quotation(passage, quoted)
        return [replace(said, quoted=not cue.paraphrase)]
    if _closes(text, clause_start, at, cues):
        return _whole_before(passage, clause_start)
    before = cues.quoted.match(text, len(text) - len(text.lstrip()))
    if before is not None and before.end() <= at.start <= before.end() + _CLOSE:
        return [quotation(passage, before)]
    opening = cues.opening.match(text, at.end)
    start = opening.end() if opening else at.end
    rest = text[start:].strip(_TRIM)
    if len(rest) < LEAST:
        return [] if rest else _whole_before(passage, clause_start)
    trailing = cues.trailing.search(text, start)
    end = trailing.start() if trailing else len(text)
    if following < end and cues.parts.search(text, start, following):
        end = following
    pieces = (inside(passage, *piece) for piece in _pieces(text, start, end, cues))
    return [Words(piece) for piece in pieces if piece.end - piece.start >= LEAST]


def _closes(text: str, clause_start: int, at: Extent, cues: SpeechWords) -> bool:
    """Tell whether a cue with its speaker closes a sentence: ", she said on Friday"."""
    lead = text[clause_start : at.start]
    return (
        clause_start > 0
        and bool(lead.strip())
        and cues.closing.match(text, at.end) is not None
        and cues.closes_not.match(lead) is None
    )


def _whole_before(passage: Passage, end: int) -> list[Words]:
    """Give what stands before the clause of a cue as what was said."""
    said = inside(passage, 0, end)
    return [Words(said)] if said.end - said.start >= LEAST else []


def quotation(passage: Passage, match: re.Match[str]) -> Words:
    """Give the words of a quotation without its signs."""
    return Words(inside(passage, match.start() + 1, match.end() - 1), quoted=True)


def _pieces(
    text: str, start: int, end: int, cues: SpeechWords
) -> Iterator[tuple[int, int]]:
    for match in cues.parts.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def inside(passage: Passage, start: int, end: int) -> Extent:
    """Give an extent without the stops and spaces at its ends."""
    text = passage.text
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Extent(start, end).shifted(passage.extent.start)
