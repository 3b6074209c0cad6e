"""The words by which a page hands on what somebody said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from antinomy.files import Fields, read_document
from antinomy.files.node import Node, as_mapping, as_scalar
from antinomy.press.telling.openers import Opener, Openers, take_opener


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that open what is said, and the stance they show.

    ``whole`` cues say it themselves, as "gave no reason"; behind a ``paraphrase``
    ("he means that") nothing is quoted, whatever its signs.
    """

    stance: str
    opener: Opener
    whole: bool = False
    paraphrase: bool = False


@dataclass(frozen=True, eq=False)
class SpeechWords:
    """All cues, and what bears on who speaks."""

    cues: tuple[Cue, ...]
    reports: re.Pattern[str]
    nameless: Mapping[str, re.Pattern[str]]
    viewpoint: re.Pattern[str]
    pronouns: re.Pattern[str]
    stranger: re.Pattern[str]
    papers: re.Pattern[str]
    firm: re.Pattern[str]
    spokesperson: re.Pattern[str]
    quotes: tuple[str, ...]
    shortest_quote: int
    most_cues: int
    parts: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    closes_not: re.Pattern[str]
    trailing: re.Pattern[str]
    leanings: tuple[tuple[str, re.Pattern[str]], ...]
    turn: re.Pattern[str]
    turn_titles: re.Pattern[str]

    @cached_property
    def openers(self) -> Openers[Cue]:
        """Give what opens each cue."""
        return Openers(tuple((cue, cue.opener) for cue in self.cues))

    def stance_of(self, stance: str, said: str) -> str:
        """Give the stance of a cue, or what the words show where it is neutral."""
        if stance != "announce":
            return stance
        found = (shown for shown, words in self.leanings if words.search(said))
        return next(found, stance)

    def may_quote(self, text: str) -> bool:
        """Tell whether a quotation may begin in a text."""
        return self._opened.search(text) is not None

    @cached_property
    def _opened(self) -> re.Pattern[str]:
        signs = "".join(re.escape(marks[0]) for marks in self.quotes)
        return re.compile(f"[{signs}]")

    @cached_property
    def quoted(self) -> re.Pattern[str]:
        """Give the pattern of a text in quotation marks, long enough to be words."""
        least = self.shortest_quote
        marks = (
            f"{re.escape(q[0])}(?P<q{n}>[^{re.escape(q)}\n]{{{least},}}){re.escape(q[1])}"
            for n, q in enumerate(self.quotes)
        )
        return re.compile("|".join(marks))


def read_cues(path: Path) -> SpeechWords:
    """Read the cues.

    Raises:
        InputError: with the place of the first fault.
    """
    fields = Fields(read_document(path))
    words = SpeechWords(
        cues=fields.each("cues", _cue),
        reports=fields.pattern("reports"),
        nameless=_patterns(fields.need("nameless")),
        viewpoint=fields.pattern("viewpoint"),
        pronouns=fields.pattern("pronouns"),
        stranger=fields.pattern("stranger"),
        papers=fields.pattern("papers"),
        firm=fields.pattern("firm"),
        spokesperson=fields.pattern("spokesperson"),
        quotes=fields.words("quotes"),
        shortest_quote=int(fields.text("shortest_quote")),
        most_cues=int(fields.text("most_cues")),
        parts=fields.pattern("parts"),
        opening=fields.pattern("opening"),
        closing=fields.pattern("closing"),
        closes_not=fields.pattern("closes_not"),
        trailing=fields.pattern("trailing"),
        leanings=fields.each("leanings", _leaning),
        turn=fields.pattern("turn"),
        turn_titles=fields.pattern("turn_titles"),
    )
    fields.done()
    return words


def _leaning(node: Node) -> tuple[str, re.Pattern[str]]:
    fields = Fields(node)
    leaning = fields.text("stance"), fields.pattern("words")
    fields.done()
    return leaning


def _cue(node: Node) -> Cue:
    fields = Fields(node)
    stance, opener = fields.text("stance"), take_opener(fields)
    cue = Cue(
        stance,
        opener,
        whole=fields.flag("whole", default=False),
        paraphrase=fields.flag("paraphrase", default=False),
    )
    fields.done()
    return cue


def _patterns(node: Node) -> dict[str, re.Pattern[str]]:
    entries = as_mapping(node).entries
    return {name: re.compile(as_scalar(words).text) for name, words in entries.items()}
