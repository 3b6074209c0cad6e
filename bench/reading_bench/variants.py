"""Make pages with other noise than a page has, each line with its gold.

A variant takes the article of a page and lays other noise round and into it: lists of
links with other signs or none, at the head, in the middle or at the tail; notices in
other words, shuffled; Traditional characters; pinyin behind characters; and parts of
an article that look like noise and are not. The seed alone decides what is made.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

WORDINGS = Path(__file__).with_name("wordings.yaml")
SIGNS = ("- ", "• ", "* ", "· ", "» ", ">> ", "■ ", "", "", "", "#. ", "(#) ", "【#】 ")
TAIL = (
    "platform_notice",
    "ugc_disclaimer",
    "copyright_icp",
    "police_record",
    "read_more",
    "pagination",
    "ui_label",
    "empty_section_label",
    "scan_code",
    "app_label",
    "update_date",
    "tag_list",
    "byline",
    "licence_notice",
    "cookie_notice",
    "newsletter_label",
    "paywall_label",
)
HEAD = ("author_disclaimer", "byline", "update_date", "ui_label", "cookie_notice")
KEPT = (
    "kept_bullets",
    "kept_tables",
    "kept_firms",
    "kept_poem",
    "kept_verse",
    "kept_questions",
    "kept_headings",
    "kept_platform",
)
ROLES = {
    "update_date": "metadata",
    "tag_list": "metadata",
    "byline": "metadata",
    "reference_header": "citation",
    "reference_item": "citation",
}


@dataclass(frozen=True, slots=True)
class GoldLine:
    """A line of a page, and what it is; a kept line has no kind of noise."""

    text: str
    keep: bool
    role: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """A made page: of which page, with what done to it."""

    page: str
    done: tuple[str, ...]
    lines: tuple[GoldLine, ...]


@cache
def wordings() -> Mapping[str, Mapping[str, Any]]:
    """Read the wordings of noise and traps, by language and kind."""
    read: dict[str, dict[str, Any]] = yaml.safe_load(WORDINGS.read_text("utf-8"))
    return read


def variants(
    pages: Mapping[str, Sequence[GoldLine]], count: int, seed: int
) -> Iterator[Variant]:
    """Make variants of pages in turn; equal arguments, equal variants."""
    names = sorted(pages)
    for number in range(count):
        name = names[number % len(names)]
        yield _variant(name, pages[name], Random(f"{seed}/{number}"))  # noqa: S311


def _variant(name: str, page: Sequence[GoldLine], chance: Random) -> Variant:
    article = [line for line in page if line.keep]
    latin = sum(line.text.isascii() for line in article) * 2 > len(article)
    words = wordings()["en" if latin else "zh"]
    done: list[str] = []
    lines = _with_traps(article, words, chance, done)
    lines = _with_list(lines, page, words, chance, done)
    lines = _headed(words, chance) + lines
    lines += _references(words, chance, done) + _footers(words, chance)
    if not latin:
        lines = _in_other_script(lines, chance, done)
    if chance.random() < 1 / 4:
        done.append("blank lines")
        blank = GoldLine("", keep=False, role="blank", kind="blank")
        lines = [one for line in lines for one in (line, blank)]
    return Variant(name, tuple(done), tuple(lines))


def _noise(text: str, kind: str) -> GoldLine:
    return GoldLine(text, keep=False, role=ROLES.get(kind, "boilerplate"), kind=kind)


def _with_traps(
    article: Sequence[GoldLine],
    words: Mapping[str, Any],
    chance: Random,
    done: list[str],
) -> list[GoldLine]:
    """Put parts of an article that look like noise before a line of prose."""
    lines = list(article)
    for kind in chance.sample([k for k in KEPT if k in words], chance.randint(0, 2)):
        part = [
            GoldLine(text, keep=True, role="body")
            for text in chance.choice(words[kind])
        ]
        at = chance.choice(_places(lines))
        lines[at:at] = part
        done.append(kind)
    return lines


def _places(lines: Sequence[GoldLine]) -> list[int]:
    """Give where prose goes on with prose, so that no list or quotation is cut."""
    least = 30
    long = [len(line.text) >= least for line in lines]
    found = [at for at in range(1, len(lines)) if long[at - 1] and long[at]]
    ended = [at for at in found if lines[at - 1].text[-1] in "。.！？”"]
    return ended or found


def _with_list(
    lines: list[GoldLine],
    page: Sequence[GoldLine],
    words: Mapping[str, Any],
    chance: Random,
    done: list[str],
) -> list[GoldLine]:
    """Put a list of links at the head, in the middle or at the tail."""
    own = [line for line in page if line.kind.startswith("link_list_")]
    own = [line for line in own if line.kind != "link_list_header"]
    if own and chance.random() < 1 / 2:
        items = [(line.text.lstrip("-•* "), line.kind) for line in own]
    else:
        items = [(text, "link_list_general") for text in words["list_items"]]
    items = chance.sample(items, min(len(items), chance.randint(6, 24)))
    sign = chance.choice(SIGNS)
    made = [
        _noise(sign.replace("#", str(number)) + text, kind)
        for number, (text, kind) in enumerate(items, 1)
    ]
    if chance.random() < 3 / 4:
        made.insert(0, _noise(chance.choice(words["list_header"]), "link_list_header"))
    place = chance.choice(("head", "middle", "tail", "tail"))
    done += [f"list at the {place}", f"sign {sign.strip() or 'none'}"]
    at = {"head": 0, "tail": len(lines)}.get(place, -1)
    if at < 0:
        at = chance.choice(_places(lines))
    return [*lines[:at], *made, *lines[at:]]


def _headed(words: Mapping[str, Any], chance: Random) -> list[GoldLine]:
    kinds = chance.sample([k for k in HEAD if k in words], chance.randint(0, 2))
    return [_noise(chance.choice(words[kind]), kind) for kind in kinds]


def _footers(words: Mapping[str, Any], chance: Random) -> list[GoldLine]:
    kinds = [k for k in TAIL if k in words]
    chosen = chance.sample(kinds, chance.randint(3, min(9, len(kinds))))
    return [_noise(chance.choice(words[kind]), kind) for kind in chosen]


def _references(
    words: Mapping[str, Any], chance: Random, done: list[str]
) -> list[GoldLine]:
    if chance.random() < 2 / 3:
        return []
    done.append("references")
    header, *items = words["references"]
    return [
        _noise(header, "reference_header"),
        *(_noise(item, "reference_item") for item in items),
    ]


def _in_other_script(
    lines: list[GoldLine], chance: Random, done: list[str]
) -> list[GoldLine]:
    """Convert to Traditional characters, put pinyin in, or leave the script."""
    choice = chance.random()
    if choice < 1 / 3:
        return lines
    from opencc import OpenCC  # noqa: PLC0415 - takes a moment

    convert: Callable[[str], str] = OpenCC("s2t").convert
    lines = [replace(line, text=convert(line.text)) for line in lines]
    done.append("traditional")
    if choice > 2 / 3:
        done.append("pinyin")
        lines = [replace(line, text=with_pinyin(line.text, chance)) for line in lines]
    return lines


def with_pinyin(text: str, chance: Random, share: float = 0.15) -> str:
    """Put the reading of a character in brackets behind some of them.

    Stray calls for a text that a program made: it comes after characters whose form
    is Traditional only, and after a share of the others.
    """
    from pypinyin import Style, pinyin  # noqa: PLC0415 - takes a moment

    said = pinyin(list(text), style=Style.TONE, errors="default")
    return "".join(
        f"{sign}({sound[0]})" if _is_han(sign) and chance.random() < share else sign
        for sign, sound in zip(text, said, strict=True)
    )


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"
