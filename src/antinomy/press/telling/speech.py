"""Who said what on a page, by whom it is handed on, and in whose words.

A statement is taken where a cue ("warned", "表示") has a speaker that is a thing of the
lexicon, or one told before; its extent is what was said, without the speaker.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from antinomy.press.found import Statement, Time
from antinomy.press.telling.cues import Cue, SpeechWords
from antinomy.press.telling.frames import FrameWords
from antinomy.press.telling.names import Names
from antinomy.press.telling.passages import Group, Passage
from antinomy.press.telling.reporters import reporter_of
from antinomy.press.telling.subjects import groups_of, subject_of
from antinomy.press.woven import Extent

SPEAKERS = frozenset(
    {"person", "agency", "government", "place", "company", "organisation", "outlet"}
)
_IN_TURN = frozenset({"person", "agency", "government", "organisation"})
_LEAST = 4  # code points that words must have to be a statement
_CLOSE = 30  # code points from a quotation that opens a sentence to its cue
_TRIM = ' \n，。；：,;:.!！"“”「」『』'


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a person with an office, or an office; and who hands it on."""

    person: str | None
    org: str | None
    when: Time | None
    place: str | None
    reporter: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Words:
    """What was said: where, and whether it is given word for word."""

    extent: Extent
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Speech:
    """All words that bear on speech, and the names."""

    cues: SpeechWords
    frames: FrameWords
    names: Names


def statements_of(
    text: str, passages: Sequence[Passage], speech: Speech
) -> tuple[Statement, ...]:
    """Give the statements that the passages hand on, in order."""
    found: list[Statement] = []
    last: Speaker | None = None
    turn: Speaker | None = None
    line = -1
    for passage, cues in _by_passage(text, passages, speech):
        start = passage.extent.start
        if passage.line != line:
            line = passage.line
            turn, start = _turn(passage, speech)
        if turn is not None:
            last = turn
            found += _said_in_turn(passage, start, cues, turn)
            continue
        said, last = _said_in(passage, cues, last, speech)
        found += said
    return tuple(found)


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
    speaker = _named(passage, group, label.end, None, None, speech)
    return speaker, start + match.end()


def _said_in_turn(
    passage: Passage, start: int, cues: Sequence[tuple[Cue, Extent]], turn: Speaker
) -> list[Statement]:
    """Give a sentence of a turn as what its speaker said, unless it asks."""
    if passage.is_question:
        return []
    extent = _inside(passage, start - passage.extent.start, len(passage.text))
    if extent.end - extent.start < _LEAST:
        return []
    stance = cues[0][0].stance if cues else "announce"
    return [_statement(turn, stance, Words(extent), passage)]


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
        yield passage, met[first:at]


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
        speaker = _speaker(passage, extent.start, last, reporter, speech)
        if speaker is None:
            continue
        last = speaker
        at = extent.shifted(-passage.extent.start)
        after = (e.start for _, e in cues[number + 1 :] if e.start >= extent.end)
        following = next(after, passage.extent.end) - passage.extent.start
        for words in _what(passage, cue, at, following, speech):
            speaking = _dated(passage, extent, words, speaker)
            found.append(_statement(speaking, cue.stance, words, passage))
            spoken = words.extent.end
    if not found and speech.cues.may_quote(passage.text):
        found = _from_viewpoint(passage, reporter, speech)
    return found, last


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
    speaker: Speaker, stance: str, words: Words, passage: Passage
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
        stance=stance,
        target=target,
        quoted=words.quoted,
    )


def _speaker(
    passage: Passage,
    place: int,
    last: Speaker | None,
    reporter: str | None,
    speech: Speech,
) -> Speaker | None:
    """Give who speaks at a cue: who acts there, or who spoke last."""
    clause = passage.within(passage.clauses[passage.clause_at(place)])
    if speech.cues.firm.match(clause):
        group = _firm_before(passage, place, speech)
    else:
        group = subject_of(passage, place, SPEAKERS, speech.names, speech.frames)
    if group is not None:
        return _named(passage, group, place, last, reporter, speech)
    if last is None or passage.line - last.line > 1:
        return None
    lead = passage.text[: place - passage.extent.start]
    pronoun = speech.cues.pronouns.search
    if pronoun(passage.text) or pronoun(clause) or speech.cues.papers.search(lead):
        return _still(last, passage, place, reporter)
    return None


def _firm_before(passage: Passage, place: int, speech: Speech) -> Group | None:
    """Give the firm that "the company" means: the one its sentence names first."""
    for group in groups_of(passage, speech.names, speech.frames):
        firms = {speech.names.sorts[thing] for thing in group.things}
        if group.extent.end <= place and firms == {"company"}:
            return group
    return None


def _named(
    passage: Passage,
    group: Group,
    place: int,
    last: Speaker | None,
    reporter: str | None,
    speech: Speech,
) -> Speaker | None:
    things = [speech.names.things[thing] for thing in group.things]
    thing = next((t for t in things if speech.names.sorts[t.id] in SPEAKERS), None)
    if thing is None or thing.kind == "outlet":
        return None
    person = thing.id if thing.kind == "person" else None
    org = thing.of if thing.kind == "person" else thing.id
    when = _time_before(passage, place)
    same = last is not None and last.line == passage.line
    if when is None and last is not None and same and last.org == org:
        when = last.when
    where = _place(passage, place, speech)
    return Speaker(person, org, when, where, reporter, passage.line)


def _still(
    last: Speaker, passage: Passage, place: int, reporter: str | None
) -> Speaker:
    """Give who spoke last, speaking on."""
    when = _time_before(passage, place) or last.when
    return Speaker(
        last.person, last.org, when, last.place, reporter or last.reporter, passage.line
    )


def _time_before(passage: Passage, place: int) -> Time | None:
    before = [t for t in passage.times if t.extent.start < place]
    return before[-1] if before else None


def _place(passage: Passage, place: int, speech: Speech) -> str | None:
    for mention in passage.mentions:
        if mention.extent.start >= place:
            return None
        if speech.names.sorts[mention.thing] == "city":
            return mention.thing
    return None


def _what(
    passage: Passage,
    cue: Cue,
    at: Extent,
    following: int,
    speech: Speech,
) -> list[Words]:
    """Give what is said at a cue; ``at`` and ``following`` are places of the sentence.

    What is said follows its cue, or stands before it: in quotation marks that open the
    sentence, or up to the clause of a cue that closes it.
    """
    text = passage.text
    clause = passage.clauses[passage.clause_at(passage.extent.start + at.start)]
    clause_start = clause.start - passage.extent.start
    if cue.whole:
        return [Words(_inside(passage, clause_start, at.end))]
    near = clause.end - passage.extent.start + 1
    quoted = speech.cues.quoted.search(text, at.end)
    if quoted is not None and quoted.start() <= near:
        said = _quotation(passage, quoted)
        return [replace(said, quoted=not cue.paraphrase)]
    if _closes(text, clause_start, at, speech):
        return _whole_before(passage, clause_start)
    before = speech.cues.quoted.match(text, len(text) - len(text.lstrip()))
    if before is not None and before.end() <= at.start <= before.end() + _CLOSE:
        return [_quotation(passage, before)]
    opening = speech.cues.opening.match(text, at.end)
    start = opening.end() if opening else at.end
    rest = text[start:].strip(_TRIM)
    if len(rest) < _LEAST:
        return [] if rest else _whole_before(passage, clause_start)
    end = len(text)
    if following < end and speech.cues.parts.search(text, start, following):
        end = following
    pieces = (_inside(passage, *piece) for piece in _pieces(text, start, end, speech))
    return [Words(piece) for piece in pieces if piece.end - piece.start >= _LEAST]


def _closes(text: str, clause_start: int, at: Extent, speech: Speech) -> bool:
    """Tell whether a cue with its speaker closes a sentence: ", she said on Friday"."""
    lead = text[clause_start : at.start]
    return (
        clause_start > 0
        and bool(lead.strip())
        and speech.cues.closing.match(text, at.end) is not None
        and speech.cues.closes_not.match(lead) is None
    )


def _whole_before(passage: Passage, end: int) -> list[Words]:
    """Give what stands before the clause of a cue as what was said."""
    said = _inside(passage, 0, end)
    return [Words(said)] if said.end - said.start >= _LEAST else []


def _quotation(passage: Passage, match: re.Match[str]) -> Words:
    return Words(_inside(passage, match.start() + 1, match.end() - 1), quoted=True)


def _pieces(
    text: str, start: int, end: int, speech: Speech
) -> Iterator[tuple[int, int]]:
    for match in speech.cues.parts.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _inside(passage: Passage, start: int, end: int) -> Extent:
    """Give an extent without the stops and spaces at its ends."""
    text = passage.text
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Extent(start, end).shifted(passage.extent.start)


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
            return [_statement(speaker, "oppose", _quotation(passage, quoted), passage)]
    return []
