"""The names that other packs hold: chips, firms, places and listed firms in Chinese."""

from collections import Counter
from collections.abc import Iterable, Iterator

from antinomy.catalogue import Catalogue, ChineseName, Firm
from antinomy.press.telling.names import Thing

_SHORTEST = 3  # code points: "T4" on a page is seldom the chip
_SHORTEST_HANZI = 4  # a listed firm's short form may be a word of the language


def things_of(
    catalogue: Catalogue, chinese: Iterable[ChineseName]
) -> tuple[Thing, ...]:
    """Give the things of the catalogue and of the listed Chinese names.

    A name that several chips go by stands for none of them. A listed name is a thing
    of its list; one read without confirmation is left out.
    """
    return (
        *_places(catalogue),
        *_firms(catalogue),
        *_chips(catalogue),
        *_listed(chinese),
    )


def _places(catalogue: Catalogue) -> Iterator[Thing]:
    for code, name in catalogue.places.names.items():
        names = tuple(n for n in (name.en, name.zh) if n)
        yield Thing(f"place:{code.lower()}", name.en, name.zh, names, role="")


def _firms(catalogue: Catalogue) -> Iterator[Thing]:
    for firm in catalogue.firms.values():
        names = tuple(n for n in (firm.name, *firm.aliases, *firm.zh) if _is_long(n))
        zh = firm.zh[0] if firm.zh else ""
        country = f"place:{firm.country.lower()}"
        yield Thing(f"org:{firm.id}", firm.name, zh, names, country, "company")


def _chips(catalogue: Catalogue) -> Iterator[Thing]:
    called = {chip.id: (chip.name, *chip.aliases) for chip in catalogue.chips.values()}
    shared = Counter(name for names in called.values() for name in set(names))
    for chip in catalogue.chips.values():
        names = dict.fromkeys(called[chip.id])
        own = tuple(n for n in names if shared[n] == 1 and _is_chip_name(n, chip.firm))
        yield Thing(f"chip:{chip.id}", chip.name, "", own, f"org:{chip.maker}", "")


def _listed(chinese: Iterable[ChineseName]) -> Iterator[Thing]:
    for row in chinese:
        is_sure = row.certainty != "uncertain"
        if is_sure and len(row.hanzi) >= _SHORTEST_HANZI:
            thing = f"org:listed/{row.name.casefold().replace(' ', '-')}"
            yield Thing(thing, row.name, row.hanzi, (row.hanzi,), None, "company")


def _is_long(name: str) -> bool:
    least = _SHORTEST if name.isascii() else 2
    return len(name) >= least and not name.isdigit()


def _is_chip_name(name: str, maker: Firm) -> bool:
    """Refuse a short word, and a name that is the maker's and another's together."""
    if len(name) < _SHORTEST or name.isdigit() or name.startswith(maker.zh):
        return False
    return len(name) > _SHORTEST or any(sign.isdigit() for sign in name)
