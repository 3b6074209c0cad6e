"""Who speaks at a cue: who acts there, a firm or a pronoun that stands for one."""

from dataclasses import dataclass

from antinomy.press.found import Time
from antinomy.press.telling.cues import SpeechWords
from antinomy.press.telling.frames import FrameWords
from antinomy.press.telling.names import Names
from antinomy.press.telling.passages import Group, Passage
from antinomy.press.telling.subjects import groups_of, subject_of
from antinomy.press.woven import Extent

SPEAKERS = frozenset(
    {"person", "agency", "government", "place", "company", "organisation", "outlet"}
)


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
class Speech:
    """All words that bear on speech, and the names."""

    cues: SpeechWords
    frames: FrameWords
    names: Names


def speaker_at(
    passage: Passage,
    place: int,
    last: Speaker | None,
    reporter: str | None,
    speech: Speech,
) -> Speaker | None:
    """Give who speaks at a cue: who acts there, or who spoke last."""
    clause = passage.within(passage.clauses[passage.clause_at(place)])
    if _is_stranger(passage, place, speech):
        return None
    if speech.cues.firm.match(clause):
        group = _firm_before(passage, place, speech)
    else:
        group = subject_of(passage, place, SPEAKERS, speech.names, speech.frames)
    if group is not None:
        return speaker_named(passage, group, place, last, reporter, speech)
    if last is None or passage.line - last.line > 1:
        return None
    lead = passage.text[: place - passage.extent.start]
    pronoun = speech.cues.pronouns.search
    if pronoun(passage.text) or pronoun(clause) or speech.cues.papers.search(lead):
        return _still(last, passage, place, reporter)
    return None


def _is_stranger(passage: Passage, place: int, speech: Speech) -> bool:
    """Tell whether a name that is no known one speaks: "..., Tan said"."""
    start = passage.clauses[passage.clause_at(place)].start
    if start == place:
        return False
    clause = Extent(start, place)
    if speech.cues.stranger.search(passage.within(clause)) is None:
        return False
    return not any(mention.extent.meets(clause) for mention in passage.mentions)


def _firm_before(passage: Passage, place: int, speech: Speech) -> Group | None:
    """Give the firm that "the company" means: the one its sentence names first."""
    for group in groups_of(passage, speech.names, speech.frames):
        firms = {speech.names.sorts[thing] for thing in group.things}
        if group.extent.end <= place and firms == {"company"}:
            return group
    return None


def speaker_named(
    passage: Passage,
    group: Group,
    place: int,
    last: Speaker | None,
    reporter: str | None,
    speech: Speech,
) -> Speaker | None:
    """Give the speaker that a group names, or None where it names an outlet."""
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
