"""Hears what a text of our own tells, by the shipped words and without a page."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from antinomy.press.found import Event, Link, Quantity, Statement
from antinomy.press.grammar.anchors import Anchors
from antinomy.press.grammar.quantities import find_quantities
from antinomy.press.grammar.times import find_times
from antinomy.press.grammar.timewords import TimeWords, load_time_words
from antinomy.press.grammar.unitwords import UnitWords, load_unit_words
from antinomy.press.mending.sentences import (
    SentenceWords,
    load_sentence_words,
    sentences,
)
from antinomy.press.telling.cues import read_cues
from antinomy.press.telling.events import events_of
from antinomy.press.telling.frames import read_frames
from antinomy.press.telling.measuring import measured
from antinomy.press.telling.mentions import find_mentions
from antinomy.press.telling.names import read_names
from antinomy.press.telling.offices import offices_of
from antinomy.press.telling.passages import passages_of
from antinomy.press.telling.speakers import Speech
from antinomy.press.telling.speech import statements_of
from antinomy.press.telling.within import announced, repeated, resolved
from antinomy.values import Day

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "src" / "antinomy" / "packs" / "words" / "reading"


@dataclass(frozen=True, slots=True)
class Heard:
    """What a text tells."""

    text: str
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    quantities: tuple[Quantity, ...]
    links: tuple[Link, ...]

    @property
    def deeds(self) -> list[tuple[str, tuple[str, ...], str | None]]:
        """Give the kind, actors and object of each event; "not" before one denied."""
        return [
            (f"not {e.kind}" if e.negated else e.kind, e.actors, e.object)
            for e in self.events
        ]

    @property
    def said(self) -> list[tuple[str | None, str]]:
        """Give who speaks and what was said."""
        return [
            (s.speaker or s.org, s.extents[0].of(self.text)) for s in self.statements
        ]

    @property
    def counts(self) -> list[tuple[float, str, str, str | None]]:
        """Give value, unit, relation and subject of each quantity."""
        return [
            (float(q.value), q.unit, q.relation, q.subject) for q in self.quantities
        ]


@cache
def speech() -> Speech:
    """Give the shipped words of speech, frames and names."""
    cues, frames = read_cues(WORDS / "speech.yaml"), read_frames(WORDS / "frames.yaml")
    return Speech(cues, frames, read_names(WORDS))


@cache
def _grammars() -> tuple[TimeWords, UnitWords, SentenceWords]:
    ends = load_sentence_words(WORDS / "sentences.yaml")
    return load_time_words(WORDS), load_unit_words(WORDS), ends


def heard(text: str, day: Day | None = None) -> Heard:
    """Give what a text tells; its times are read where the day of its page is given."""
    words = speech()
    names, frames = words.names, words.frames
    dated, units, ends = _grammars()
    mentions = find_mentions(text, names)
    times = find_times(text, dated, Anchors(page=day)) if day else ()
    taken = sorted([m.extent for m in mentions] + [t.extent for t in times])
    numbers = find_quantities(text, units, taken)
    bare = passages_of(text, sentences(text, ends), mentions, times, numbers)
    passages = tuple(
        replace(passage, quantities=measured(passage, before, names, frames))
        for before, passage in zip((None, *bare), bare, strict=False)
    )
    events = events_of(text, passages, names, frames, words.cues)
    said = repeated(statements_of(text, passages, words), text)
    said = announced(events, said, frames)
    events, said, links = resolved(events, said, frames, names, text)
    offices = [link for p in passages for link in offices_of(p, names, frames)]
    counted = tuple(q for passage in passages for q in passage.quantities)
    return Heard(text, events, said, counted, (*offices, *links))
