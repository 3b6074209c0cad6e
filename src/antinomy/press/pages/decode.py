"""From bytes to text: the guess is kept, and nothing that cannot be read is dropped.

Tried in turn: the mark at the beginning, what is declared, UTF-8, and the charsets of
the pack by how plausible the text is that they give. A charset wrongly declared is
overruled. Bytes that no charset reads become U+FFFD, and their places are kept.
"""

import re
from dataclasses import dataclass
from typing import Literal

from antinomy.press.pages.realign import realign
from antinomy.press.pages.source_words import EncodingWords
from antinomy.press.woven import Extent

Basis = Literal["mark", "declared", "guessed", "repaired"]

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CHARSET = re.compile(
    rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_BEYOND = re.compile(r"[^\x00-\x7f]+")
_DAMAGE = re.compile("\ufffd+")
_HANZI = re.compile("[\u3400-\u9fff]")
_FEW = 100  # a text of which less than one byte in so many is beyond ASCII
_DOUBT = 0.5  # sureness below which a text may be one that was read shifted
_HIGH = re.compile(rb"[\x80-\xff]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read.

    ``encoding`` is Python's name of the charset; ``basis`` says on what it rests;
    ``sure``, 0 to 1, how plausible it is; ``damaged`` where bytes could not be read.
    """

    text: str
    encoding: str
    basis: Basis
    sure: float
    damaged: tuple[Extent, ...] = ()


def decode(data: bytes, declared: str | None, words: EncodingWords) -> Decoded:
    """Decode bytes; ``declared`` is what came with them, a name within comes after it.

    Never fails. A UTF-8 or UTF-16 mark at the beginning is no part of the text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding, "mark", 1.0, words)
    said = _declared(data, declared, words)
    if found := _wide(data, words):
        return _read(
            data, found, "declared" if found in said else "guessed", 0.9, words
        )
    decoded = _as_utf8(data, said, words)
    if decoded is None:
        return _realigned(_best(data, said, words), data, words)
    if len(data) - len(decoded.text) < len(data) // _FEW:
        return decoded  # hardly a Chinese character
    return _realigned_text(decoded, words)


def _declared(data: bytes, declared: str | None, words: EncodingWords) -> list[str]:
    """Give the charsets declared, by the names they are tried by."""
    named = [declared or ""]
    if found := _CHARSET.search(data, 0, words.head):
        named.append(found[1].decode("ascii", "replace"))
    known = (words.names.get(name.strip().strip("\"'").lower(), "") for name in named)
    return [name for name in known if name]


def _as_utf8(data: bytes, said: list[str], words: EncodingWords) -> Decoded | None:
    """Read UTF-8, where the bytes are, or are with few exceptions; else None."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        beyond = sum(map(len, _BEYOND.findall(text)))
        if broken > max(words.broken * beyond, 1 if beyond > words.few else 0):
            return None
        basis: Basis = "declared" if "utf-8" in said else "guessed"
        return _with_damage(text, "utf-8", basis, 1 - broken / beyond, words)
    many = len(data) - len(text)  # bytes after the first of each character
    if said and said[0] != "utf-8" and many <= words.few:
        try:
            text = data.decode(said[0])
        except (UnicodeDecodeError, LookupError):
            pass
        else:
            return _with_damage(text, said[0], "declared", 0.5 if many else 1.0, words)
    basis = "declared" if "utf-8" in said else "guessed"
    sure = 1.0 if not many or many > words.few else 0.8
    return _with_damage(text, "utf-8", basis, sure, words)


def _wide(data: bytes, words: EncodingWords) -> str:
    """Tell UTF-16 without a mark by its zero bytes, all on one side."""
    head = data[: words.head]
    half = len(head) // 2
    if not half or b"\0" not in head:
        return ""
    before, after = head[::2].count(0) / half, head[1::2].count(0) / half
    if after > 0.1 and before < after / 10:  # noqa: PLR2004 - ASCII among the text
        return "utf-16-le"
    if before > 0.1 and after < before / 10:  # noqa: PLR2004 - the same
        return "utf-16-be"
    return ""


def _best(data: bytes, said: list[str], words: EncodingWords) -> Decoded:
    """Choose among charsets by plausibility; what is declared has the first word."""
    known = [*words.frequent, "utf-16-le", "utf-16-be"]
    if _stand_alone(data, words) > words.alone:
        known.append("cp1252")
    seen = {
        name: plausibility(_sample(data, name, words), name, words) for name in known
    }
    best = max(known, key=lambda name: seen[name])
    for name in said:
        sample = _sample(data, name, words)
        fit = seen.get(name, plausibility(sample, name, words))
        wrong = "\ufffd" in sample and fit < seen[best]
        if not wrong and fit * words.clear >= seen[best]:
            return _read(data, name, "declared", _share(fit, words), words)
    return _read(data, best, "guessed", _share(seen[best], words), words)


def _share(fit: float, words: EncodingWords) -> float:
    return min(fit / words.plausible / 2, 1.0)


def _sample(data: bytes, name: str, words: EncodingWords) -> str:
    """Give some characters beyond ASCII as a charset reads them."""
    return _beyond(data[: words.reach].decode(name, "replace"), words)


def _beyond(text: str, words: EncodingWords) -> str:
    found: list[str] = []
    count = 0
    for run in _BEYOND.finditer(text):
        found.append(run[0])
        count += len(run[0])
        if count > words.sample:
            break
    return "".join(found)


def plausibility(sample: str, name: str, words: EncodingWords) -> float:
    """Give the share, 0 to 1, of characters frequent in a text so written.

    Each undecodable byte counts against it as much as two characters for it.
    """
    if not sample:
        return 0.0
    chinese = words.frequent["gb18030"] if name.startswith("utf-16") else None
    frequent = words.frequent.get(name, chinese)
    if frequent is None:
        good = sum(map(str.isalpha, sample)) / 2
    else:
        good = len(frequent.findall(sample))
    return max(good - 2 * sample.count("\ufffd"), 0) / len(sample)


def _stand_alone(data: bytes, words: EncodingWords) -> float:
    """Give the share of bytes beyond ASCII that stand between two of ASCII."""
    runs = _HIGH.findall(data[: words.reach])
    alone = sum(len(run) == 1 for run in runs)
    return alone / max(sum(map(len, runs)), 1)


def _realigned(decoded: Decoded, data: bytes, words: EncodingWords) -> Decoded:
    """Repair runs of GBK that were written one byte short, where there are any."""
    if decoded.encoding != "gb18030" and decoded.sure >= _DOUBT:
        return decoded
    text = realign(data, words)
    if text is None:
        return decoded
    sure = _share(plausibility(_beyond(text, words), "gb18030", words), words)
    return _with_damage(text, "gb18030", "repaired", sure, words)


def _realigned_text(decoded: Decoded, words: EncodingWords) -> Decoded:
    """Repair a text that was read shifted as a whole and stored so in UTF-8.

    Single runs in a sound text are repaired with more to go by once lines are known.
    """
    sample = _beyond(decoded.text[: words.reach], words)
    chinese = len(_HANZI.findall(sample))
    if chinese < words.run or chinese < len(sample) / 2:
        return decoded
    if plausibility(sample, "gb18030", words) >= words.plausible / words.clear:
        return decoded
    try:
        text = realign(decoded.text.encode("gb18030"), words)
    except UnicodeEncodeError:
        return decoded
    if text is None:
        return decoded
    sure = _share(plausibility(_beyond(text, words), "gb18030", words), words)
    return _with_damage(text, decoded.encoding, "repaired", sure, words)


def _read(
    data: bytes, name: str, basis: Basis, sure: float, words: EncodingWords
) -> Decoded:
    return _with_damage(data.decode(name, "replace"), name, basis, sure, words)


def _with_damage(
    text: str, name: str, basis: Basis, sure: float, words: EncodingWords
) -> Decoded:
    if "\ufffd" not in text:
        return Decoded(text, name, basis, round(sure, 3))
    places: list[Extent] = []
    for found in _DAMAGE.finditer(text):
        if len(places) == words.damages:
            places[-1] = Extent(places[-1].start, text.rindex("\ufffd") + 1)
            break
        places.append(Extent(*found.span()))
    return Decoded(text, name, basis, round(sure, 3), tuple(places))
