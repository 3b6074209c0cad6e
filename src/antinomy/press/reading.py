"""A page read: from its lines to what it tells, one stage after the other.

The day of a page is that of its metadata, of its own update line, or the latest that
it tells; dates of the papers it cites bear on the year.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from antinomy.press.found import Event, Link, Mention, Quantity, Statement, Time
from antinomy.press.grammar.anchors import Anchors, find_anchors
from antinomy.press.grammar.quantities import find_quantities
from antinomy.press.grammar.times import Unresolved, find_times, read_times
from antinomy.press.grammar.timewords import TimeWords, load_time_words
from antinomy.press.grammar.unitwords import UnitWords, load_unit_words
from antinomy.press.line import Judged
from antinomy.press.mending.alike import Sketch, Sketching, load_sketching, sketch
from antinomy.press.mending.cleaning import judge
from antinomy.press.mending.noise import NoiseWords, load_noise_words
from antinomy.press.mending.repair import TwinWords, load_twin_words
from antinomy.press.mending.sentences import (
    SentenceWords,
    load_sentence_words,
    sentences,
)
from antinomy.press.mending.twin import Twin, twin_of
from antinomy.press.pages.opening import Opened
from antinomy.press.pages.remark import Remark
from antinomy.press.pages.source_words import SourceWords, load_source_words
from antinomy.press.telling.cues import SpeechWords, read_cues
from antinomy.press.telling.datelines import (
    DatelineWords,
    filed_on,
    read_datelines,
)
from antinomy.press.telling.events import events_of
from antinomy.press.telling.frames import FrameWords, read_frames
from antinomy.press.telling.measuring import measured
from antinomy.press.telling.mentions import find_mentions
from antinomy.press.telling.names import Names, Thing, read_names
from antinomy.press.telling.offices import offices_of
from antinomy.press.telling.passages import Passage, passages_of
from antinomy.press.telling.speakers import Speech
from antinomy.press.telling.speech import statements_of
from antinomy.press.telling.within import announced, repeated, resolved
from antinomy.press.woven import Extent
from antinomy.values import Day

_DATE = 10  # code points of a date in the head of a page: what follows is the hour


@dataclass(frozen=True, eq=False)
class ReadingWords:
    """Every word, pattern and limit that reading goes by."""

    sources: SourceWords
    noise: NoiseWords
    twin: TwinWords
    sentences: SentenceWords
    times: TimeWords
    datelines: DatelineWords
    quantities: UnitWords
    names: Names
    frames: FrameWords
    cues: SpeechWords
    sketching: Sketching


@dataclass(frozen=True)
class Reading:
    """What a page tells. Extents are of the twin text but for those of the lines."""

    opened: Opened
    lines: tuple[Judged, ...]
    twin: Twin
    anchors: Anchors
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    unresolved: tuple[Unresolved, ...]
    passages: tuple[Passage, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]
    sketch: Sketch | None

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Give the quantities in the order of the text."""
        return tuple(q for passage in self.passages for q in passage.quantities)

    def line_at(self, extent: Extent) -> int:
        """Give the number of the line in which an extent of the twin begins."""
        place = self.raw(extent).start
        starts = [judged.line.extent.start for judged in self.lines]
        return self.lines[bisect_right(starts, place) - 1].line.number

    def raw(self, extent: Extent) -> Extent:
        """Carry an extent of the twin to the code points of the decoded source."""
        return self.twin.woven.below(extent)


def load_reading_words(folder: Path, more: Iterable[Thing] = ()) -> ReadingWords:
    """Load the words of a folder; ``more`` are things that other packs name.

    Raises:
        InputError: the first fault, with its place.
    """
    return ReadingWords(
        sources=load_source_words(folder),
        noise=load_noise_words(folder / "noise.yaml"),
        twin=load_twin_words(folder / "twin.yaml"),
        sentences=load_sentence_words(folder / "sentences.yaml"),
        times=load_time_words(folder),
        datelines=read_datelines(folder / "datelines.yaml"),
        quantities=load_unit_words(folder),
        names=read_names(folder, more),
        frames=read_frames(folder / "frames.yaml"),
        cues=read_cues(folder / "speech.yaml"),
        sketching=load_sketching(folder / "alike.yaml"),
    )


def read_page(
    opened: Opened, words: ReadingWords, page_day: Day | None = None
) -> Reading:
    """Read an opened page with every stage.

    ``page_day`` is the day it was published where the caller knows it.
    """
    judged = judge(opened.lines, words.noise)
    opened, lines = _within(opened, judged, words.sources.limits.read)
    twin = twin_of(lines, opened.decoded.text, words.twin)
    text = twin.text
    mentions = find_mentions(text, words.names)
    dated, cited = _days_beside(opened, lines, words.times, words.datelines)
    anchors = find_anchors(text, page_day or dated, words.times, cited)
    timeline = read_times(text, words.times, anchors)
    taken = sorted([m.extent for m in mentions] + [t.extent for t in timeline.times])
    found = find_quantities(text, words.quantities, taken)
    passages = _measured(
        passages_of(
            text, sentences(text, words.sentences), mentions, timeline.times, found
        ),
        words,
    )
    events, statements, links = _told(passages, text, words)
    return Reading(
        opened=opened,
        lines=lines,
        twin=twin,
        anchors=anchors,
        mentions=mentions,
        times=timeline.times,
        unresolved=timeline.unresolved,
        passages=passages,
        events=events,
        statements=statements,
        links=links,
        sketch=sketch(text, words.sketching) if text else None,
    )


def _within(
    opened: Opened, lines: tuple[Judged, ...], most: int
) -> tuple[Opened, tuple[Judged, ...]]:
    """Leave unread what lies beyond the most code points of a page, and say so."""
    left = most
    found: list[Judged] = []
    for judged in lines:
        if judged.is_read:
            left -= len(judged.line.text)
            if left < 0:
                found.append(Judged(judged.line, "boilerplate", "beyond", "limit"))
                continue
        found.append(judged)
    if left >= 0:
        return opened, lines
    remark = Remark("rest_unread", f"{-left} characters")
    return replace(opened, remarks=(*opened.remarks, remark)), tuple(found)


def _measured(passages: Sequence[Passage], words: ReadingWords) -> tuple[Passage, ...]:
    """Give the passages with the subjects of their quantities."""
    found = []
    for before, passage in zip((None, *passages), passages, strict=False):
        if passage.quantities:
            told = measured(passage, before, words.names, words.frames)
            found.append(replace(passage, quantities=told))
        else:
            found.append(passage)
    return tuple(found)


def _told(
    passages: Sequence[Passage], text: str, words: ReadingWords
) -> tuple[tuple[Event, ...], tuple[Statement, ...], tuple[Link, ...]]:
    """Give events, statements and links, with what the page itself takes back."""
    events = events_of(text, passages, words.names, words.frames, words.cues)
    speech = Speech(words.cues, words.frames, words.names)
    said = repeated(statements_of(text, passages, speech), text)
    said = announced(events, said, words.frames)
    settled, kept, ties = resolved(events, said, words.frames, words.names, text)
    offices = tuple(
        link
        for passage in passages
        if len(passage.mentions) > 1
        for link in offices_of(passage, words.names, words.frames)
    )
    return settled, kept, (*offices, *ties)


def _days_beside(
    opened: Opened,
    lines: Sequence[Judged],
    words: TimeWords,
    datelines: DatelineWords,
) -> tuple[Day | None, tuple[Day, ...]]:
    """Give the day of a page by its metadata or dateline, and days that it cites."""
    update: list[Day] = []
    cited: list[Day] = []
    for judged in lines:
        if judged.role in {"metadata", "citation"}:
            times = find_times(judged.line.text, words, Anchors())
            days = update if judged.role == "metadata" else cited
            days += [time.start for time in times if time.precision == "day"]
    dated = _published(opened, words) or max(update, default=None)
    if dated is None:
        read = (judged.line.text for judged in lines if judged.is_read)
        dated = filed_on(read, datelines, words)
    return dated, tuple(cited)


def _published(opened: Opened, words: TimeWords) -> Day | None:
    """Give the day on which a page says in its head that it was published."""
    for fact in opened.facts:
        if fact.word == "published":
            times = find_times(fact.value[:_DATE], words, Anchors())
            for time in times:
                if time.precision == "day":
                    return time.start
    return None
