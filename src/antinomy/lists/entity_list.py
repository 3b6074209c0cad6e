"""Read the Entity List as the eCFR gives it: supplement No. 4 to 15 CFR part 744 (XML).

The table has five columns: country, entity, licence requirement, review policy and
Federal Register citation. A blank country is that of the row before. The cell of an
entity holds its name, then other names, each introduced or in a list of its own, then
addresses; what stands behind the last name is kept as written. A cell that names
affiliated or subordinate firms as well is kept whole, and told.
"""

import re
from collections.abc import Iterator
from datetime import date

from antinomy.lists.designation import Designation, Loaded
from antinomy.lists.listfile import Days, ListFile, raw_of, unique
from antinomy.lists.markup import Tag, records
from antinomy.values import InputError

_SUPPLEMENT = "Supplement No. 4 to Part 744"
_COLUMNS = 5
_RESERVED = "[Reserved]"
_COUNTED = re.compile(
    r"following\s+(?:[\w()-]+\s+)?alias(?:es)?\b[^:]*:\s*", re.IGNORECASE
)
_NOTICE = re.compile(r"\d+ FR \d+(?:,\d{3})*(?:, (\d{1,2}/\d{1,2}/\d{2,4}))?")
_OTHERS = re.compile(
    r"\b(?:affiliated|subordinate)\s+(?:entit|institut)|following addresses",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*—\s*")
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\bCo)(?<!\bSt)(?<!\bNo)\.\s+")
_SHORT = re.compile(r"\b(?:Ltd|Inc|Co|Corp|LLC|Jr)\.$")
_ALIAS = re.compile(r",?\s*\b[af]\.?k\.?a\.?,?\s+(?:the\s+)?", re.IGNORECASE)
_FORM = re.compile(
    r"^(?:(?:Co|Corp|Inc|Ltd|LLC|L\.L\.C|LLP|LP|PLC|GmbH|AG|S\.?A|JSC|AO|OOO|Pte|Pvt|Pty"
    r"|Limited|Incorporated|Company|Corporation|Bhd|Sdn|FZE|FZC|FZCO|B\.?V|N\.?V)\b\.?)",
    re.IGNORECASE,
)


def read_entity_list(file: ListFile) -> Loaded:
    """Read the table of the supplement.

    Raises:
        InputError: not whole XML, or no such supplement in it.
    """
    tags = records(file.text, file.name, _root(file), ("DIV9",))
    found = next((tag for tag in tags if tag.get("N") == _SUPPLEMENT), None)
    if found is None:
        message = (
            f"the file has no {_SUPPLEMENT}: is it title 15, part 744, of the eCFR?"
        )
        raise InputError(message, file.at())
    days = Days("mdy")
    rows = tuple(_rows(found, file, days))
    return Loaded(rows, (*days.remarks, *_with_others(rows)))


def _with_others(rows: tuple[Designation, ...]) -> Iterator[str]:
    """Tell of the cells in which other firms stand beside the one listed."""
    for row in rows:
        if any(_OTHERS.search(site) for site in row.sites):
            yield (
                f"line {row.line}: {row.name!r} stands with affiliated or subordinate"
                " firms in one cell, which are not taken apart: see the row"
            )


def _root(file: ListFile) -> str:
    """Give the first element: the eCFR's own wrapper, or the part alone."""
    match = re.search(r"<(?![?!])(?:\w+:)?([\w.]+)", file.text)
    return match[1] if match else "DIV5"


def _rows(supplement: Tag, file: ListFile, days: Days) -> Iterator[Designation]:
    country = ""
    for row in (tag for tag in supplement.each() if tag.name == "TR"):
        cells = [" ".join(cell.content.split()) for cell in row.all("TD")]
        if len(cells) != _COLUMNS:
            continue
        country = cells[0] or country
        if cells[1] in {"", _RESERVED}:
            continue
        yield _row(row.line, [country, *cells[1:]], file, days)


def _row(line: int, cells: list[str], file: ListFile, days: Days) -> Designation:
    country, entity, requirement, policy, notices = cells
    name, aliases, site = _take_apart(entity)
    return Designation(
        list=file.of,
        name=name,
        aliases=aliases,
        places=unique(file.words.place(country)),
        cite=notices.strip(" ."),
        begins=_first_day(notices, line, days),
        requirement=requirement,
        policy=policy,
        line=line,
        raw=raw_of(
            {
                "country": country,
                "entity": entity,
                "requirement": requirement,
                "policy": policy,
                "notices": notices,
            }
        ),
        sites=(site,) if site else (),
    )


def _first_day(notices: str, line: int, days: Days) -> date | None:
    """Give the day of the first notice: the row was listed no later."""
    found = _NOTICE.search(notices)
    return days.read(found[1] or "", "the day of the notice", line) if found else None


def _take_apart(entity: str) -> tuple[str, tuple[str, ...], str]:
    """Give the name, the other names and what stands behind them.

    >>> _take_apart("Example Co., Ltd., a.k.a., the following two aliases: —Exco; and "
    ...             "—EX Labs. No. 1 Long Road, Harbin, China.")
    ('Example Co., Ltd.', ('Exco', 'EX Labs'), 'No. 1 Long Road, Harbin, China.')
    >>> _take_apart("Example Institute, 1 Long Road, Harbin, China")
    ('Example Institute', (), '1 Long Road, Harbin, China')
    """
    counted = _COUNTED.search(entity)
    if counted:
        head, body = entity[: counted.start()], entity[counted.end() :]
        head = _ALIAS.sub("", head).rstrip(" ,")
        *others, last = [part for part in _DASH.split(body) if part]
        last, site = _sentence(last)
        names = [part.removesuffix("and").strip(" ;,.") for part in others]
        return head, unique(*names, _bare(last)), site.strip()
    first, *aliases = _ALIAS.split(entity)
    if not aliases:
        name, site = _name_and_site(entity)
        return name, (), site
    last, site = _name_and_site(aliases.pop())
    names = [part.strip(" ,;").removesuffix("and").strip(" ,;") for part in aliases]
    return first.rstrip(" ,"), unique(*names, last), site


def _bare(name: str) -> str:
    """Take the end of a sentence off a name, but not of a short word."""
    name = name.strip(" ;,")
    return name if _SHORT.search(name) else name.rstrip(".")


def _sentence(text: str) -> tuple[str, str]:
    """Split behind the first name: at a full stop that ends no short word of it."""
    for stop in _STOP.finditer(text):
        return text[: stop.start() + 1], text[stop.end() :]
    return text, ""


def _name_and_site(text: str) -> tuple[str, str]:
    """Split at the first comma that no legal form follows."""
    parts = text.split(", ")
    name = parts.pop(0)
    while parts and _FORM.match(parts[0]):
        name += f", {parts.pop(0)}"
    return name.strip(" ;"), ", ".join(parts).strip()
