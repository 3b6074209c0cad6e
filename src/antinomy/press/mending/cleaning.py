"""Judge the lines of a page: what is the article, and what stands beside it.

No line is deleted: one that is not read further says of what kind it is and by which
rule. Evidence is taken together, from shape, cues, position and neighbours; what is
not surely noise is kept.
"""

import re
from collections.abc import Iterator, Sequence

from antinomy.press.line import Judged, Line, Role
from antinomy.press.mending.between import between_noise
from antinomy.press.mending.folding import folded
from antinomy.press.mending.noise import NoiseWords
from antinomy.press.mending.notices import Noise, Page, named_of, noise_of, page_of
from antinomy.press.mending.runs import link_lists
from antinomy.press.mending.weighing import LINKED, Looks

_BLANK = Noise("blank", "blank", "blank")
_FRAME = Noise("boilerplate", "page_frame", "frame")
_LINKED = Noise("boilerplate", "page_frame", "linked")
_BETWEEN_NOISE = Noise("boilerplate", "page_frame", "between")
_CITED = Noise("citation", "reference_item", "cited.listed")
_BETWEEN_SOURCES = frozenset({"citation", "blank"})
_TITLES = frozenset({"title", "h1"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_ENDED = re.compile(r"[。.;,:、!?]$")
_LISTED = re.compile(r"^[\[(]\d{1,2}[\])]|^\d{1,2}[.、)]\s|https?://|www\.")
_FIGURE = re.compile(r"\d")
_DATED = re.compile(r"(?:19|20)\d\d|《|[^:]:")
_made = tuple.__new__  # past the function of a NamedTuple: one for each line
_TITLE = 8  # a title is at least so wide, in Chinese characters


def judge(lines: Sequence[Line], words: NoiseWords) -> tuple[Judged, ...]:
    """Give every line its role; one that is not read has its kind and rule."""
    raw = [line.text for line in lines]
    page = page_of(folded(raw, words.taiwan), words, [line.outside for line in lines])
    noise = [_first_look(line, page, at, words) for at, line in enumerate(lines)]
    _cite(page, noise, words)
    linked = [line.linked for line in lines]
    looks = Looks(page, raw, noise, linked, words)
    for at, found in link_lists(looks).items():
        noise[at] = found
    for at in between_noise(looks):
        noise[at] = _BETWEEN_NOISE
    return tuple(_judged(lines, page, noise, words))


def _first_look(line: Line, page: Page, at: int, words: NoiseWords) -> Noise | None:
    """Tell what a line is without its neighbours."""
    text = page.texts[at]
    if not text:
        return _BLANK
    if line.outside and _FIGURE.search(text) is None:
        return named_of(page, at, words) or _FRAME
    found = noise_of(page, at, words)
    if found is None and line.outside:
        return _FRAME
    if found is None and line.linked >= LINKED and page.is_at_an_end(at):
        is_short = page.widths[at] <= words.widths["item"]
        is_list = line.tag == "li" or line.tag in _TITLES | _HEADINGS
        return _LINKED if is_short and not is_list else None
    return found


def _cite(page: Page, noise: list[Noise | None], words: NoiseWords) -> None:
    """Take what follows the label of a list of sources for citations.

    A label without a colon and with no source after it is a heading, unless it stands
    before or after all prose.
    """
    at = 0
    while at < len(noise):
        header, begun = noise[at], at
        at += 1
        if header is None or header.kind != "reference_header":
            continue
        cited = 0
        while at < len(noise):
            found = noise[at]
            if found is None and _is_source(page, at, words):
                found = noise[at] = _CITED
            if found is None or found.role not in _BETWEEN_SOURCES:
                break
            cited += found.role == "citation"
            at += 1
        is_bare = not page.texts[begun].endswith(":")
        if not cited and is_bare and not page.is_at_an_end(begun):
            noise[begun] = None


def _is_source(page: Page, at: int, words: NoiseWords) -> bool:
    text = page.texts[at]
    if page.prose[at]:
        is_short = page.widths[at] <= words.widths["shape"]
        return is_short and _LISTED.search(text) is not None
    return _LISTED.search(text) is not None or _DATED.search(text) is not None


def _judged(
    lines: Sequence[Line],
    page: Page,
    noise: Sequence[Noise | None],
    words: NoiseWords,
) -> Iterator[Judged]:
    title, opened = "", False
    for at, (line, found) in enumerate(zip(lines, noise, strict=True)):
        text = page.texts[at]
        if found is not None:
            kind = found.kind
            if kind == "link_list_header" and found.rule != "run.header":
                kind = "empty_section_label"
            yield _made(Judged, (line, found.role, kind, found.rule))
            continue
        role = _role(line, page, at, words)
        opens = not opened and page.widths[at] >= _TITLE
        if role == "heading" and (line.tag in _TITLES or opens):
            title = title or text
        opened = True
        yield Judged(line, "title" if text == title else role)


def _role(line: Line, page: Page, at: int, words: NoiseWords) -> Role:
    if line.tag in _HEADINGS or line.tag in _TITLES:
        return "heading"
    if line.tag == "li" or page.widths[at] > words.widths["heading"]:
        return "body"
    text = page.texts[at]
    return "body" if "。" in text or _ENDED.search(text) else "heading"
