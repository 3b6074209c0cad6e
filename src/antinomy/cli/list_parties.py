"""The parties that names are screened against: imported lists, and what packs carry."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from antinomy.catalogue import ListSource
from antinomy.cli.list_store import ListStore, Version
from antinomy.lists import Designation
from antinomy.screening import Alias, ListedParty, Role, Supplement, party_of
from antinomy.values import Json
from antinomy.view import Packs

_ENTITY_LIST = "us.el"


@dataclass(frozen=True, slots=True)
class Held:
    """The lists that are held, and what reads their parties.

    ``versions`` gives for each list by its short name the day it is of, ``in_part``
    names those that may not be whole: silence of them proves nothing. ``made_of``
    tells two holdings of different parties apart, without reading them.
    """

    versions: dict[str, str]
    in_part: frozenset[str]
    made_of: tuple[str, ...]
    parties: Callable[[], tuple[ListedParty, ...]]

    def as_json(self) -> list[Json]:
        """Give the versions for an answer: list, day, whether only a part is held."""
        return [
            {"list": name, "as_of": day, "in_part": name in self.in_part}
            for name, day in sorted(self.versions.items())
        ]


def held_lists(packs: Packs, store: ListStore, before: date | None) -> Held:
    """Find the newest versions of imported lists, and the packs' rows beside them."""
    found = _newest(store, before)
    told = _told(packs)
    sources = packs.list_sources.sources
    chosen = _chosen(found, sources)
    versions = {name: version.as_of.isoformat() for name, version in chosen.items()}
    whole = {name for name, v in chosen.items() if not sources[v.source].in_part}
    carried = tuple(p for p in _carried(packs, told, before) if p.list not in whole)
    days = {party.list: party.version for party in carried}
    in_part = frozenset({*versions, *days} - whole)

    def parties() -> tuple[ListedParty, ...]:
        rows = (
            (row, version)
            for version in found
            for row in store.rows(version)
            if chosen[row.list] is version or row.list not in whole
        )
        made = (party_of(row, told, v.as_of.isoformat()) for row, v in rows)
        return (*(party for party in made if party.aliases), *carried)

    made_of = (
        *(f"{v.source} {v.as_of} {v.digest}" for v in found),
        *(repr(pair) for pair in sorted(told.items())),
        *map(repr, carried),
    )
    return Held(days | versions, in_part, made_of, parties)


def _chosen(
    versions: Iterable[Version], sources: Mapping[str, ListSource]
) -> dict[str, Version]:
    """Choose for each list the version to go by: a whole one, and the newest."""
    found: dict[str, Version] = {}
    for version in sorted(
        versions, key=lambda v: (not sources[v.source].in_part, v.as_of, v.source)
    ):
        found |= dict.fromkeys(version.counts, version)
    return found


def _newest(store: ListStore, before: date | None) -> tuple[Version, ...]:
    """Give the newest version of each source that is not after a day."""
    found: dict[str, Version] = {}
    for version in store.versions():
        if before is None or version.as_of <= before:
            found[version.source] = version
    return tuple(found.values())


def _carried(
    packs: Packs, told: Mapping[tuple[str, str], Supplement], before: date | None
) -> Iterator[ListedParty]:
    """Give the rows that the packs carry and that were known by a day."""
    short = {known: name for name, known in packs.list_sources.known_as.items()}
    entities, notices = packs.entity_list, packs.notice_lists
    for row in entities.rows:
        if before is None or row.known_from <= before:
            designation = Designation(
                list=short.get(_ENTITY_LIST, _ENTITY_LIST),
                name=row.name,
                aliases=(*row.aliases, *row.zh),
                places=row.countries,
                cite="; ".join(row.cites),
                begins=row.listed_from,
            )
            yield party_of(designation, told, entities.read_on.isoformat())
    for entry in notices.entries:
        if before is None or entry.notice.known_from <= before:
            designation = Designation(
                list=short.get(entry.list, entry.list),
                name=entry.name,
                aliases=(*entry.aliases, *entry.zh),
                places=(entry.country,) if entry.country else (),
                cite=entry.notice.cite,
                address=entry.notice.address,
                begins=entry.notice.begins,
            )
            yield party_of(designation, told, notices.read_on.isoformat())


def _told(packs: Packs) -> dict[tuple[str, str], Supplement]:
    """Gather what tables of the packs say of rows: Chinese names, acronyms, groups."""
    names: dict[tuple[str, str], list[Alias]] = {}
    for found in packs.chinese_names:
        role: Role = "short" if found.kind in {"short", "brand"} else "chinese"
        alias = Alias(found.hanzi, role, found.source, found.certainty)
        names.setdefault((found.list, found.name), []).append(alias)
    for short in packs.acronyms:
        alias = Alias(short.short, "short", short.source, short.certainty)
        names.setdefault((short.list, short.name), []).append(alias)
    groups = {(g.list, g.name): g.group for g in packs.groups}
    return {
        key: Supplement(tuple(names.get(key, ())), groups.get(key, ""))
        for key in names.keys() | groups.keys()
    }
