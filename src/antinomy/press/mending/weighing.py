"""What speaks for a run of short lines being a list of links, and what against it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from antinomy.press.mending.composed import MADE, label_in
from antinomy.press.mending.noise import NoiseWords
from antinomy.press.mending.notices import Noise, Page
from antinomy.press.mending.topic import is_foreign, share_of, topic_of

_DIGIT = re.compile(r"[\d①-⑳]")
_AROUND = ' .…"<>“”「」『』《》〈〉'
HEADER = "link_list_header"
LINKED = 0.8  # a line with so large a share in links is one
_ENDING = 2  # characters that items which end alike share


@dataclass(frozen=True)
class Looks:
    """A page, what each line is so far, and the share of it inside links, 0 to 1.

    ``raw`` has the lines before they were folded.
    """

    page: Page
    raw: Sequence[str]
    noise: Sequence[Noise | None]
    linked: Sequence[float]
    words: NoiseWords

    def is_blank(self, at: int) -> bool:
        """Tell an empty line, which does not break a run."""
        return not self.page.texts[at]

    def beside(self, at: int, step: int) -> int | None:
        """Give the nearest line that is not blank before (-1) or after (1) a line."""
        at += step
        while 0 <= at < len(self.page.texts):
            if not self.is_blank(at):
                return at
            at += step
        return None

    def prefix(self, at: int) -> str:
        """Give the class of the sign that an item begins with, "" for none."""
        met = self.words.prefixes.match(self.page.texts[at])
        if met is None or not met.end():
            return ""
        return "number" if _DIGIT.search(met[0]) else met[0][0]

    def bare(self, at: int) -> str:
        """Give an item without its sign, and without quotes around it."""
        text = self.page.texts[at]
        met = self.words.prefixes.match(text)
        return (text[met.end() :] if met else text).strip(_AROUND)

    def is_marked(self, at: int) -> bool:
        """Tell an item that carries what only lists of links carry."""
        linked = self.linked[at] >= LINKED
        return linked or self.words.marks.search(self.bare(at)) is not None

    def is_headed(self, at: int) -> bool:
        """Tell whether a label of a list stands right before a line."""
        before = self.beside(at, -1)
        return before is not None and self.heads(before)

    def heads(self, at: int) -> bool:
        """Tell a label of a list, known as a whole or by its words."""
        noise = self.noise[at]
        if noise is not None and not noise.rule.startswith(MADE):
            return noise.kind == HEADER
        if self.page.widths[at] > self.words.widths["label"]:
            return False
        made = label_in(self.page.texts[at], self.words.composed, at_an_end=True)
        return made is not None and made.kind == HEADER

    @cached_property
    def told(self) -> str:
        """Give the prose of the page."""
        return "\n".join(
            text
            for text, is_prose, noise in zip(
                self.page.texts, self.page.prose, self.noise, strict=True
            )
            if is_prose and noise is None
        )

    @property
    def is_told(self) -> bool:
        """Tell whether there is prose enough that a list of it shares its words."""
        return len(self.told) >= self.words.runs["told"]

    @cached_property
    def topic(self) -> frozenset[str]:
        """Give words and pairs of signs of the prose, none where it is too short."""
        if len(self.told) < self.words.runs["body"]:
            return frozenset()
        return topic_of(self.told)

    def shared(self, at: int) -> float:
        """Give the share of an item's words that the prose has too."""
        return share_of([self.bare(at)], self.topic)

    def known(self, items: Sequence[int]) -> float:
        """Give the share that the prose has too of the words of all items."""
        return share_of(map(self.bare, items), self.topic)

    def are_foreign(self, lines: Sequence[int]) -> bool:
        """Tell whether lines speak of another matter than the prose."""
        texts = [self.bare(at) for at in lines]
        return is_foreign(texts, self.topic, len(self.told), self.words.runs)


def weight_of(items: Sequence[int], looks: Looks) -> float:
    """Weigh a run: the more, the surer it is a list of links."""
    numbers = looks.words.runs
    weight = 0.0
    if looks.is_headed(items[0]):
        weight += numbers["header"]
    if _is_table(items, looks):
        return numbers["alike"]
    if _share(looks.is_marked(at) for at in items) >= numbers["marked_share"]:
        weight += numbers["marked"]
    elif _is_ordered(items, looks) and not _is_offered(items, looks):
        return numbers["alike"]
    else:
        weight += _by_wording(items, looks)
    signs = {looks.prefix(at) for at in items}
    if "" not in signs:
        weight += numbers["prefixed"]
    if _is_at_an_end(items, looks):
        weight += numbers["at_end"]
    if not looks.is_headed(items[0]):
        weight += _by_line_before(items[0], looks)
    if weight + numbers["off_topic"] + numbers["foreign"] < numbers["needed"]:
        return weight  # whatever the topic
    return weight + _by_topic(items, looks)


def _is_offered(items: Sequence[int], looks: Looks) -> bool:
    """Tell a list under its label, beside the article and of another matter.

    What it sells or tells in figures makes no table of it.
    """
    if not (looks.is_told and looks.is_headed(items[0])):
        return False
    return looks.page.is_at_an_end(items[0]) and looks.are_foreign(items)


def _is_at_an_end(items: Sequence[int], looks: Looks) -> bool:
    return looks.page.is_at_an_end(items[0]) or looks.page.is_at_an_end(items[-1])


def _by_line_before(first: int, looks: Looks) -> float:
    """Weigh what stands right before a run that no label heads."""
    before = looks.beside(first, -1)
    if before is None:
        return 0.0
    if looks.page.texts[before].endswith(":"):
        return looks.words.runs["led"]
    return looks.words.runs["closed"] if looks.noise[before] is not None else 0.0


def _by_wording(items: Sequence[int], looks: Looks) -> float:
    """Weigh items that carry no mark: headlines, or the points of a text."""
    numbers = looks.words.runs
    texts = [looks.bare(at) for at in items]
    is_titled = _share(looks.words.titled.search(text) is not None for text in texts)
    weight = 0.0 if is_titled >= numbers["titled_share"] else numbers["plain"]
    is_short = sum(looks.page.widths[at] for at in items) < numbers["narrow"] * len(
        items
    )
    return weight + (numbers["short"] if is_short else 0.0)


def _is_table(items: Sequence[int], looks: Looks) -> bool:
    """Tell rows of cells; what ends alike with the name of a site is no row."""
    cells = [looks.bare(at).rpartition("|") for at in items]
    if _share(bool(sign) for _, sign, _ in cells) < looks.words.runs["alike_share"]:
        return False
    return _commonest(last for _, _, last in cells) < looks.words.runs["alike_share"]


def _by_topic(items: Sequence[int], looks: Looks) -> float:
    numbers = looks.words.runs
    if not looks.topic:
        prose = sum(looks.page.prose)
        crowded = len(items) >= numbers["many"] and len(items) > prose
        return numbers["crowd"] if crowded else 0.0
    on_topic = _share(looks.shared(at) >= numbers["shared"] for at in items)
    known = looks.known(items)
    is_close = looks.is_told and known >= numbers["known"]
    if is_close or on_topic >= numbers["on_topic_share"]:
        return numbers["on_topic"]
    if on_topic > numbers["off_topic_share"]:
        return 0.0
    if not looks.is_told:
        return numbers["off_little"]
    if _is_apart(items, looks) and looks.are_foreign(items):
        return numbers["off_topic"] + numbers["foreign"]
    return numbers["off_topic"]


def _is_apart(items: Sequence[int], looks: Looks) -> bool:
    """Tell a run at an end, or one with signs that has not the look of points."""
    if _is_at_an_end(items, looks):
        return True
    points = looks.words.runs["plain"] + looks.words.runs["short"]
    return all(map(looks.prefix, items)) and _by_wording(items, looks) > points


def _is_ordered(items: Sequence[int], looks: Looks) -> bool:
    """Tell a table, a list of names that end alike, verses, lines cut at a width."""
    numbers = looks.words.runs
    texts = [looks.bare(at) for at in items]
    if (
        _share(bool(looks.words.figures.search(t)) for t in texts)
        >= (numbers["figures_share"])
    ):
        return True
    if _is_dialogue(texts, numbers["spoken_share"]):
        return True
    if (
        _share(looks.words.named.match(text) is not None for text in texts)
        >= (numbers["named_share"])
    ):
        return True
    if looks.is_headed(items[0]):
        return False
    even = _commonest(str(looks.page.widths[at]) for at in items)
    common = max(
        _commonest(text[-_ENDING:] for text in texts),
        _share(
            not looks.prefix(at) and looks.raw[at].lstrip()[:1].islower()
            for at in items
        ),
    )
    return common >= numbers["alike_share"] or even >= numbers["even_share"]


def _is_dialogue(texts: Sequence[str], least: float) -> bool:
    """Tell lines of a few speakers, each with the name before a colon."""
    names = [name for name, sign, _ in (text.partition(":") for text in texts) if sign]
    return len(names) >= least * len(texts) and 2 * len(set(names)) <= len(names)


def _commonest(values: Iterator[str]) -> float:
    counts = Counter(values)
    return counts.most_common(1)[0][1] / counts.total()


def _share(claims: Iterator[bool]) -> float:
    told = list(claims)
    return sum(told) / len(told) if told else 0.0


def kind_of_item(at: int, looks: Looks, *, is_spam: bool) -> str:
    """Tell of which kind an item of a list of links is.

    ``is_spam`` says that enough items of the list are adult by their words, so that a
    count of pictures tells one too.
    """
    noise, text = looks.noise[at], looks.page.texts[at]
    if noise is not None:
        return noise.kind
    if is_adult(at, looks) or (is_spam and looks.words.pictures.search(text)):
        return "link_list_adult"
    for kind, lexicon in looks.words.lexicons.items():
        if lexicon.search(text):
            return kind
    return "link_list_general"


def is_adult(at: int, looks: Looks) -> bool:
    """Tell an item, inside a list of links, by the lexicon."""
    return bool(looks.words.lexicons["link_list_adult"].search(looks.page.texts[at]))
