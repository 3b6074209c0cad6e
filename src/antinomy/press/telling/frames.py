"""The frames of events: the words that tell of a kind, and what acts in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from antinomy.files import Fields, read_document
from antinomy.files.node import Node, as_mapping, as_scalar
from antinomy.press.telling.openers import Opener, Openers, take_opener


@dataclass(frozen=True, eq=False)
class Frame:
    """A kind of event.

    ``words`` are sought in one clause; ``actor`` and ``object`` name sorts of things,
    those of the object the likelier first;
    ``need`` what must be found for a claim to be taken. ``revises``, ``retracts`` and
    ``answers`` name the kinds of earlier events that it speaks of; in a clause it is
    taken ``over`` those kinds. What a frame that ``governs`` speaks of further on in
    its sentence is what was warned of, banned or refused, and no event of its own.
    What a frame that ``tells`` is about may stand anywhere behind it in the sentence;
    one that goes ``toward`` a place has it behind "to" as well as behind "in". A need
    may name two of which one will do: "actor|object".
    """

    kind: str
    words: tuple[Opener, ...]
    actor: frozenset[str]
    object: tuple[str, ...]
    need: frozenset[str]
    revises: frozenset[str]
    retracts: frozenset[str]
    answers: frozenset[str]
    over: frozenset[str]
    hides: frozenset[str]
    product_words: re.Pattern[str] | None
    joint: bool = False
    denies: bool = False
    governs: bool = False
    tells: bool = False
    toward: bool = False
    speaks: bool = False
    alleges: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """What two names say of one another by the words between them.

    ``first`` and ``second`` are sorts of things; ``turned`` says that the second is
    said of the first; ``known`` that the lexicon must have it so.
    """

    name: str
    first: frozenset[str]
    second: frozenset[str]
    between: re.Pattern[str]
    turned: bool = False
    known: bool = False


@dataclass(frozen=True, eq=False)
class FrameWords:
    """All frames and the words that bear on every one of them."""

    frames: tuple[Frame, ...]
    unreal: re.Pattern[str]
    unreal_after: re.Pattern[str]
    asks: re.Pattern[str]
    known: re.Pattern[str]
    denied: re.Pattern[str]
    undenied: re.Pattern[str]
    rumour: re.Pattern[str]
    reported: re.Pattern[str]
    pairs: Mapping[str, str]
    titles: re.Pattern[str]
    together: re.Pattern[str]
    aside: re.Pattern[str]
    located: re.Pattern[str]
    other_party: re.Pattern[str]
    followers: re.Pattern[str]
    conjunction: re.Pattern[str]
    relative: re.Pattern[str]
    apposition: re.Pattern[str]
    era: re.Pattern[str]
    fronted: re.Pattern[str]
    same_thing: re.Pattern[str]
    adjunct: re.Pattern[str]
    acted_on: re.Pattern[str]
    toward: re.Pattern[str]
    place_in: re.Pattern[str]
    place_to: re.Pattern[str]
    near: re.Pattern[str]
    near_to: re.Pattern[str]
    itself: re.Pattern[str]
    saying: re.Pattern[str]
    goes_on: re.Pattern[str]
    office: re.Pattern[str]
    meanwhile: re.Pattern[str]
    measured_by: re.Pattern[str]
    deadline: re.Pattern[str]
    undergone: re.Pattern[str]
    behind_by: re.Pattern[str]
    causes: re.Pattern[str]
    passive: re.Pattern[str]
    later: re.Pattern[str]
    same_day: re.Pattern[str]
    anaphora: re.Pattern[str]
    matter: re.Pattern[str]
    content: re.Pattern[str]
    relations: tuple[Relation, ...]

    @cached_property
    def pair(self) -> re.Pattern[str]:
        """Give the pattern of two or more countries in one word."""
        signs = "".join(self.pairs)
        day = "[0-9]日"  # "on the 16th China and the US" names no Japan
        first = f"[{signs}](?:(?<![{signs}].)|(?<={day}.))(?<!{day})"
        return re.compile(f"{first}[{signs}]{{1,3}}(?![方国企文语])")

    def denies(self, text: str) -> bool:
        """Tell whether a text says that what it speaks of was not done."""
        return bool(self.denied.search(text)) and not self.undenied.search(text)

    @cached_property
    def openers(self) -> Openers[Frame]:
        """Give what opens each frame."""
        return Openers(tuple((f, each) for f in self.frames for each in f.words))

    @cached_property
    def kinds(self) -> Mapping[str, Frame]:
        """Give the frames by kind."""
        return {frame.kind: frame for frame in self.frames}


def read_frames(path: Path) -> FrameWords:
    """Read the frames.

    Raises:
        InputError: with the place of the first fault.
    """
    fields = Fields(read_document(path))
    words = FrameWords(
        frames=fields.each("frames", _frame),
        unreal=re.compile("|".join(fields.words("unreal"))),
        unreal_after=fields.pattern("unreal_after"),
        asks=fields.pattern("asks"),
        known=fields.pattern("known"),
        denied=fields.pattern("denied"),
        undenied=fields.pattern("undenied"),
        rumour=fields.pattern("rumour"),
        reported=fields.pattern("reported"),
        pairs=_pairs(fields.need("pairs")),
        titles=fields.pattern("titles"),
        together=fields.pattern("together"),
        aside=fields.pattern("aside"),
        located=fields.pattern("located"),
        other_party=fields.pattern("other_party"),
        followers=fields.pattern("followers"),
        conjunction=fields.pattern("conjunction"),
        relative=fields.pattern("relative"),
        apposition=fields.pattern("apposition"),
        era=fields.pattern("era"),
        fronted=fields.pattern("fronted"),
        same_thing=fields.pattern("same_thing"),
        adjunct=fields.pattern("adjunct"),
        acted_on=fields.pattern("acted_on"),
        toward=fields.pattern("toward"),
        place_in=fields.pattern("place_in"),
        place_to=fields.pattern("place_to"),
        near=fields.pattern("near"),
        near_to=fields.pattern("near_to"),
        itself=fields.pattern("itself"),
        saying=fields.pattern("saying"),
        goes_on=fields.pattern("goes_on"),
        office=fields.pattern("office"),
        meanwhile=fields.pattern("meanwhile"),
        measured_by=fields.pattern("measured_by"),
        deadline=fields.pattern("deadline"),
        undergone=fields.pattern("undergone"),
        behind_by=fields.pattern("behind_by"),
        causes=fields.pattern("causes"),
        passive=fields.pattern("passive"),
        later=fields.pattern("later"),
        same_day=fields.pattern("same_day"),
        anaphora=fields.pattern("anaphora"),
        matter=fields.pattern("matter"),
        content=fields.pattern("content"),
        relations=fields.each("relations", _relation),
    )
    fields.done()
    return words


def _pairs(node: Node) -> dict[str, str]:
    items = as_mapping(node).entries
    return {sign: as_scalar(place).text for sign, place in items.items()}


def _frame(node: Node) -> Frame:
    fields = Fields(node)
    products = fields.text("product_words", "")
    frame = Frame(
        kind=fields.text("kind"),
        words=fields.each("words", _opener),
        actor=frozenset(fields.words("actor")),
        object=fields.words("object"),
        need=frozenset(fields.words("need")),
        revises=frozenset(fields.words("revises")),
        retracts=frozenset(fields.words("retracts")),
        answers=frozenset(fields.words("answers")),
        over=frozenset(fields.words("over")),
        hides=frozenset(fields.words("hides")),
        product_words=re.compile(products) if products else None,
        joint=fields.flag("joint", default=False),
        denies=fields.flag("denies", default=False),
        governs=fields.flag("governs", default=False),
        tells=fields.flag("tells", default=False),
        toward=fields.flag("toward", default=False),
        speaks=fields.flag("speaks", default=False),
        alleges=fields.flag("alleges", default=False),
    )
    fields.done()
    return frame


def _opener(node: Node) -> Opener:
    fields = Fields(node)
    opener = take_opener(fields)
    fields.done()
    return opener


def _relation(node: Node) -> Relation:
    fields = Fields(node)
    relation = Relation(
        name=fields.text("name"),
        first=frozenset(fields.words("first")),
        second=frozenset(fields.words("second")),
        between=fields.pattern("between"),
        turned=fields.flag("turned", default=False),
        known=fields.flag("known", default=False),
    )
    fields.done()
    return relation
