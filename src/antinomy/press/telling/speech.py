"""Who said what on a page, by whom it is handed on, and in whose words.

A statement is taken where a cue ("warned", "表示") has a speaker that is a thing of the
lexicon, or one told before; its extent is what was said, without the speaker.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from antinomy.press.found import Statement, Time
from antinomy.press.telling.cues import Cue
from antinomy.press.telling.deeds import days_before
from antinomy.press.telling.passages import Passage
from antinomy.press.telling.reporters import reporter_of
from antinomy.press.telling.speakers import (
    SPEAKERS,
    Speaker,
    Speech,
    speaker_at,
    speaker_named,
)
from antinomy.press.telling.subjects import first_subject, groups_of, is_relative
from antinomy.press.telling.wording import LEAST, Words, inside, quotation, what_is_said
from antinomy.press.woven import Extent

_IN_TURN = frozenset({"person", "agency", "government", "organisation"})


def statements_of(
    text: str, passages: Sequence[Passage], speech: Speech
) -> tuple[Statement, ...]:
    """Give the statements that the passages hand on, in order."""
    found: list[Statement] = []
    last: Speaker | None = None
    turn: Speaker | None = None
    line = -1
    days = iter(days_before(passages))
    for passage, cues in _by_passage(text, passages, speech):
        day = next(days)
        start = passage.extent.start
        if passage.line != line:
            line = passage.line
            turn, start = _turn(passage, speech)
        if turn is not None:
            last = turn
            found += _said_in_turn(passage, start, cues, turn, speech)
            continue
        said, last = _said_in(passage, cues, last, speech)
        found += (_on_the_same_day(one, passage, day, speech) for one in said)
    return tuple(found)


def _on_the_same_day(
    said: Statement, passage: Passage, day: Time | None, speech: Speech
) -> Statement:
    """Date what was said on "the same day", before the words, by the day told last."""
    lead = passage.text[: max(said.extents[0].start - passage.extent.start, 0)]
    match = speech.frames.same_day.search(lead)
    if day is None or match is None or _has_day(said, passage):
        return said
    extent = Extent(*match.span()).shifted(passage.extent.start)
    return replace(said, when=replace(day, extent=extent, basis="event"))


def _has_day(said: Statement, passage: Passage) -> bool:
    """Tell whether a sentence itself tells the day on which something was said."""
    return said.when is not None and said.when in passage.times


def _turn(passage: Passage, speech: Speech) -> tuple[Speaker | None, int]:
    """Give whose turn of a transcript a line is, and where his words begin.

    The label is a person or an office with its title and no more: "林剑：".
    """
    start = passage.extent.start
    match = speech.cues.turn.match(passage.text)
    if match is None or not passage.mentions:
        return None, start
    label = Extent(*match.span("label")).shifted(start)
    group = groups_of(passage, speech.names, speech.frames)[0]
    titles = speech.cues.turn_titles
    if group.extent.end > label.end or group.extent.start - label.start > 1:
        return None, start
    rest = match["label"][group.extent.end - label.start :]
    sort = speech.names.sorts[group.things[0]]
    if sort not in _IN_TURN or not titles.search(rest):
        return None, start
    speaker = speaker_named(passage, group, label.end, None, None, speech)
    return speaker, start + match.end()


def _said_in_turn(
    passage: Passage,
    start: int,
    cues: Sequence[tuple[Cue, Extent]],
    turn: Speaker,
    speech: Speech,
) -> list[Statement]:
    """Give a sentence of a turn as what its speaker said, unless it asks."""
    if passage.is_question:
        return []
    extent = inside(passage, start - passage.extent.start, len(passage.text))
    if extent.end - extent.start < LEAST:
        return []
    stance = cues[0][0].stance if cues else "announce"
    return [_statement(turn, stance, Words(extent), passage, speech)]


def _by_passage(
    text: str, passages: Sequence[Passage], speech: Speech
) -> Iterator[tuple[Passage, list[tuple[Cue, Extent]]]]:
    """Give the passages with their cues, the longest of those at one place first."""
    met = list(speech.cues.openers.find(text, (p.extent for p in passages)))
    met.sort(key=lambda cue: (cue[1].start, -cue[1].end))
    at = 0
    for passage in passages:
        first = at
        while at < len(met) and met[at][1].start < passage.extent.end:
            at += 1
        cues = met[first:at]
        yield passage, cues if len(cues) <= speech.cues.most_cues else []


def _said_in(
    passage: Passage,
    cues: Sequence[tuple[Cue, Extent]],
    last: Speaker | None,
    speech: Speech,
) -> tuple[list[Statement], Speaker | None]:
    """Give what is said in one sentence, and who spoke last.

    Where several cues stand in a row, as "foreign media report that Huang said", the
    first hands on and the next speaks; words that run on after a cue are said by the
    same speaker.
    """
    reporter = reporter_of(passage, speech.cues) if cues else None
    found: list[Statement] = []
    spoken = passage.extent.start
    for number, (cue, extent) in enumerate(cues):
        if extent.start < spoken:
            continue
        if _is_unsaid(passage, extent, speech):
            continue
        speaker = speaker_at(passage, extent.start, last, reporter, speech)
        if speaker is None:
            continue
        clause = passage.clauses[passage.clause_at(extent.start)]
        beside = is_relative(passage, clause, speech.frames)
        last = _main_speaker(passage, reporter, speech) if beside else speaker
        at = extent.shifted(-passage.extent.start)
        after = (e.start for _, e in cues[number + 1 :] if e.start >= extent.end)
        following = next(after, passage.extent.end) - passage.extent.start
        told = what_is_said(passage, cue, at, following, speech.cues)
        for words in _up_to(passage, clause.end, told) if beside else told:
            speaking = _dated(passage, extent, words, speaker)
            found.append(_statement(speaking, cue.stance, words, passage, speech))
            spoken = words.extent.end
    if not found and speech.cues.may_quote(passage.text):
        found = _from_viewpoint(passage, reporter, speech)
    return found, last


def _main_speaker(
    passage: Passage, reporter: str | None, speech: Speech
) -> Speaker | None:
    """Give who is spoken of beside a ", who said": the one a next sentence goes on."""
    group = first_subject(passage, SPEAKERS, speech.names, speech.frames)
    if group is None:
        return None
    return speaker_named(passage, group, group.extent.end, None, reporter, speech)


def _up_to(passage: Passage, end: int, told: Iterable[Words]) -> Iterator[Words]:
    """Give what is said in a clause set between commas, up to its end."""
    first = passage.extent.start
    for words in told:
        if words.extent.start < end < words.extent.end and not words.quoted:
            extent = inside(passage, words.extent.start - first, end - first)
            if extent.end - extent.start >= LEAST:
                yield replace(words, extent=extent)
        elif words.quoted or words.extent.end <= end:
            yield words


def _is_unsaid(passage: Passage, cue: Extent, speech: Speech) -> bool:
    """Tell whether a cue is denied: "did not mention"."""
    clause = passage.clauses[passage.clause_at(cue.start)]
    if clause.start == cue.start:
        return False
    lead = passage.within(Extent(clause.start, cue.start))
    return speech.frames.denies(lead)


def _dated(passage: Passage, cue: Extent, words: Words, speaker: Speaker) -> Speaker:
    """Give a speaker with the day told at the cue and not in what was said."""
    if words.extent.end <= cue.start:
        behind = [t for t in passage.times if t.extent.start >= words.extent.end]
        if behind or not words.quoted:
            return replace(speaker, when=behind[-1] if behind else None)
        return speaker
    when = _time_between(passage, cue.end, words.extent.start)
    return replace(speaker, when=when) if when else speaker


def _time_between(passage: Passage, start: int, end: int) -> Time | None:
    """Give the time told between a cue and the words: "said on May 21 that"."""
    for time in passage.times:
        if start <= time.extent.start and time.extent.end <= end:
            return time
    return None


def _statement(
    speaker: Speaker, stance: str, words: Words, passage: Passage, speech: Speech
) -> Statement:
    extent = words.extent
    inside = [m for m in passage.mentions if extent.meets(m.extent)]
    target = next(
        (m.thing for m in inside if m.thing not in {speaker.person, speaker.org}), None
    )
    return Statement(
        extents=(extent,),
        rule=f"cue.{stance}",
        speaker=speaker.person,
        org=speaker.org,
        when=speaker.when,
        place=speaker.place,
        reporter=speaker.reporter,
        stance=speech.cues.stance_of(stance, passage.within(extent)),
        target=target,
        quoted=words.quoted,
    )


def _from_viewpoint(
    passage: Passage, reporter: str | None, speech: Speech
) -> list[Statement]:
    """Give words in quotation marks that are told from somebody's point of view."""
    match = speech.cues.viewpoint.search(passage.text)
    quoted = match and speech.cues.quoted.search(passage.text, match.end())
    if match is None or quoted is None:
        return []
    who = Extent(*match.span()).shifted(passage.extent.start)
    for mention in passage.mentions:
        if who.meets(mention.extent):
            thing = speech.names.things[mention.thing]
            person = thing.id if thing.kind == "person" else None
            org = thing.of if person else thing.id
            speaker = Speaker(person, org, None, None, reporter, passage.line)
            words = quotation(passage, quoted)
            return [_statement(speaker, "oppose", words, passage, speech)]
    return []
