"""Pair the words of two names: the same, nearly the same, written apart or together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from antinomy.screening.lexicon import OWN, Scoring, Word
from antinomy.screening.parts import Name
from antinomy.screening.spelling import likeness, near

_SHORT_NAME = 3  # characters of a short name, at least


@dataclass(frozen=True, slots=True)
class Agreement:
    """Words of the one name that agree with words of the other, and by what.

    ``nats`` is what the agreement proves; ``cover`` how much of a name it is.
    """

    query: str
    listed: str
    by: str
    nats: float
    cover: float
    lacking: float
    brand: bool


@dataclass(slots=True)
class Pairing:
    """Two names being paired: what is left of each, and what agreed."""

    left: list[Word]
    right: list[Word]
    scoring: Scoring
    agreed: list[Agreement] = field(default_factory=list)

    def add(
        self, words: Sequence[Word], others: Sequence[Word], by: str, quality: float
    ) -> None:
        """Put down that words agree."""
        nats = quality * min(_nats(words), _nats(others))
        if by in {"joined", "characters"} and len(words) > 1:
            nats = quality * max(nats, self._of_characters(words))
        whole = max(self._cover(words), self._cover(others))
        brand = any(w.kind in OWN for w in (*words, *others))
        lacking = (1 - quality) * whole
        made = Agreement(
            said(words), said(others), by, nats, quality * whole, lacking, brand
        )
        self.agreed.append(made)

    def _of_characters(self, words: Sequence[Word]) -> float:
        """Weigh a stretch of Chinese characters that two names share."""
        if not all(w.hanzi for w in words):
            return 0.0
        weights = self.scoring.weights
        whole = weights["shared_character"] * len(_written(words))
        return min(weights["most"], whole)

    def _cover(self, words: Iterable[Word]) -> float:
        return sum(share(word, self.scoring.cover) for word in words)

    def chinese(self) -> bool:
        """Tell whether all that is left of both names is written in Chinese."""
        return all(w.hanzi for w in (*self.left, *self.right))

    def within(self) -> bool:
        """Find a Chinese short name inside the listed one, however words are parted.

        It begins with a word of the listed name, and may end inside a word that is
        nobody's own.
        """
        one, other = _written(self.left), _written(self.right)
        at = other.find(one)
        own = any(w.kind in OWN for w in self.left)
        if len(one) < _SHORT_NAME or at < 0 or not own:
            return False
        kept: list[Word] = []
        rest: list[Word] = []
        end, begun = at + len(one), 0
        for word in self.right:
            ended = begun + len(word.text)
            inside = begun < end and at < ended
            if inside and (begun < at or (ended > end and word.kind in OWN)):
                return False
            (kept if inside else rest).append(word)
            begun = ended
        self.add(self.left, kept, "characters", 1.0)
        self.left, self.right = [], rest
        return True

    def equal(self) -> None:
        """Pair the words that are the same by characters, letters, meaning, sound."""
        for word in tuple(self.left):
            for other in self.right:
                by = _same(word, other)
                if by:
                    quality = 1.0 if by != "meaning" else self._rendered(word, other)
                    self.left.remove(word)
                    self.right.remove(other)
                    self.add([word], [other], by, quality)
                    break

    def by_parts(self) -> None:
        """Pair a Chinese word with the English words that together render it."""
        if len(self.right) > 1:
            for word in tuple(self.left):
                self._render(word, self.left, self.right, turned=False)
        if len(self.left) > 1:
            for word in tuple(self.right):
                self._render(word, self.right, self.left, turned=True)

    def _render(
        self, word: Word, own: list[Word], others: list[Word], *, turned: bool
    ) -> None:
        for rank, meaning in enumerate(word.means):
            if " " not in meaning:
                continue
            need = meaning.split()
            run = [
                o for o in others if not o.hanzi and set(o.text.split()) <= set(need)
            ]
            said = sorted(part for o in run for part in o.text.split())
            if len(run) > 1 and said == sorted(need):
                own.remove(word)
                others[:] = [o for o in others if o not in run]
                quality = self.scoring.rules["rendering"] ** rank
                pair = (run, [word]) if turned else ([word], run)
                self.add(*pair, "meaning", quality)
                return

    def _rendered(self, word: Word, other: Word) -> float:
        """Say how usual a rendering is: the first named is the usual one."""
        if word.kind == "place":
            return 1.0
        rank = min(
            word.means.index(m) + other.means.index(m)
            for m in word.means
            if m in other.means
        )
        return self.scoring.rules["rendering"] ** rank

    def nearly(self) -> None:
        """Pair what is left by spelling: slips of the pen, and words cut short."""
        rules = self.scoring.rules
        each = int(rules["letters"]) - any(a.nats > 1 for a in self.agreed)
        pairs = sorted(
            (-quality, at, to)
            for at, word in enumerate(self.left)
            for to, other in enumerate(self.right)
            if (quality := likeness(word, other, rules, each)) > 0
        )
        left, right = dict(enumerate(self.left)), dict(enumerate(self.right))
        for quality, at, to in pairs:
            if at in left and to in right:
                self.add([left.pop(at)], [right.pop(to)], "spelling", -quality)
        self.left, self.right = list(left.values()), list(right.values())

    def together(self) -> None:
        """Pair words that were written apart here and together there."""
        said = _written if self.chinese() else _spoken
        if said(self.left) == said(self.right):
            self._all(1.0)
        else:
            self._pieces(self.left, self.right, turned=False)
            self._pieces(self.right, self.left, turned=True)

    def nearly_together(self) -> None:
        """The same, with a slip of the pen."""
        if not self.left or not self.right or self.chinese():
            return
        if len(self.left) + len(self.right) > 2:  # noqa: PLR2004
            rules = self.scoring.rules
            across = any(w.hanzi for w in (*self.left, *self.right))
            each = int(rules["letters_across" if across else "letters_joined"])
            said = _spoken(self.left), _spoken(self.right)
            quality = near(*said, each, rules["slip"])
            if quality > 0:
                self._all(quality)

    def one_slip(self) -> bool:
        """Allow one Chinese character too many or too few in a name of six or more."""
        one, other = _written(self.left), _written(self.right)
        longest = max(len(one), len(other))
        if longest < 6 or abs(len(one) - len(other)) != 1:  # noqa: PLR2004
            return False
        if OSA.distance(one, other, score_cutoff=1) > 1:
            return False
        self._all(1 - self.scoring.rules["character_slip"] / longest)
        return True

    def _all(self, quality: float) -> None:
        self.add(self.left, self.right, "joined", quality)
        self.left, self.right = [], []

    def _pieces(self, left: list[Word], right: list[Word], *, turned: bool) -> None:
        """Pair one word here with several in a row there."""
        for word in tuple(left):
            found = _run_of(word, right)
            if found is not None:
                at, to = found
                run = right[at:to]
                left.remove(word)
                del right[at:to]
                pair = (run, [word]) if turned else ([word], run)
                self.add(*pair, "joined", 1.0)

    def by_initials(self, short: Sequence[str]) -> None:
        """Read a word as the first letters of the listed name."""
        for word in tuple(self.left):
            if word.text in short:
                self.left.remove(word)
                self.add([word], [word], "initials", self.scoring.rules["initials"])
                self.right = []
                return


def may_begin(words: Sequence[Word], listed: Name) -> bool:
    """Tell whether a word begins as the listed name does."""
    heads = {word.text[0] for word in listed.telling}
    return any(word.text[0] in heads for word in words if word.kind in OWN)


def _same(word: Word, other: Word) -> str:
    """Say by what two words are the same, "" where they are not."""
    if word.hanzi and other.hanzi:
        bodies = word.kind == other.kind == "body"
        longer, shorter = sorted((word.text, other.text), key=len, reverse=True)
        same = word.text == other.text or (
            bodies
            and longer.endswith(shorter)
            and any(meaning in other.means for meaning in word.means)
        )
        return "characters" if same else ""
    if word.text == other.text:
        return "letters"
    if any(meaning in other.means for meaning in word.means):
        return "meaning"
    if word.sound == other.sound and word.sound:
        return "sound"
    return ""


def _run_of(word: Word, others: Sequence[Word]) -> tuple[int, int] | None:
    """Find the words in a row that, said together, are this one."""
    for at in range(len(others) - 1):
        if not word.sound.startswith(others[at].sound):
            continue
        said = ""
        for to in range(at, len(others)):
            said += (
                others[to].text if word.hanzi and others[to].hanzi else others[to].sound
            )
            target = word.text if word.hanzi and others[to].hanzi else word.sound
            if len(said) > len(target):
                break
            if said == target and to > at:
                return at, to + 1
    return None


def share(word: Word, shares: Mapping[str, float]) -> float:
    """Give how much of a name a word is."""
    kind = "letter" if word.kind == "brand" and len(word.sound) < 2 else word.kind  # noqa: PLR2004
    return shares[kind]


def _written(words: Iterable[Word]) -> str:
    return "".join(w.text for w in words)


def _spoken(words: Iterable[Word]) -> str:
    return "".join(w.sound for w in words)


def _nats(words: Iterable[Word]) -> float:
    return sum(w.weight for w in words)


def said(words: Iterable[Word]) -> str:
    """Write words for a proof."""
    return " ".join(w.text for w in words)
