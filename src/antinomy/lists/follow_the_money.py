"""Read FollowTheMoney entities (JSON Lines), or a targets.simple.csv.

A Sanction stands apart from its party and brings the days and the programme; one that
names nobody in the file is told. A LegalEntity may be a firm or a person: its kind
stays open.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from antinomy.lists.designation import Designation, Loaded
from antinomy.lists.listfile import (
    Days,
    ListFile,
    Row,
    many_of,
    raw_of,
    text_of,
    unique,
)
from antinomy.values import InputError

_KINDS = {
    "Person": "individual",
    "Vessel": "vessel",
    "Airplane": "aircraft",
    "Company": "entity",
    "Organization": "entity",
    "PublicBody": "entity",
    "LegalEntity": "",
}
_NAMES = ("name", "alias", "previousName", "abbreviation", "weakAlias")
_WEAK = ("weakAlias", "abbreviation")
_PLACES = ("country", "jurisdiction", "mainCountry", "nationality", "flag")
_NUMBERS = (
    *("registrationNumber", "idNumber", "innCode", "ogrnCode", "leiCode", "imoNumber"),
    *("passportNumber", "taxNumber", "swiftBic"),
)
_CSV = ("id", "schema", "name", "aliases", "countries", "addresses", "identifiers")


def read_follow_the_money(file: ListFile) -> Loaded:
    """Read the file by what it looks like.

    Raises:
        InputError: neither of the two, or broken, with its line.
    """
    return _of_entities(file) if file.start == "{" else _of_table(file)


def _of_entities(file: ListFile) -> Loaded:
    parties: dict[str, tuple[int, Row]] = {}
    sanctions: dict[str, list[Row]] = defaultdict(list)
    for line, row in file.objects():
        is_entity = isinstance(row, Mapping) and row.get("schema") and row.get("id")
        if not is_entity or not isinstance(row.get("properties"), Mapping):
            message = "an entity has `id`, `schema` and `properties`"
            raise InputError(message, file.at(line))
        schema, of = str(row["schema"]), str(row["id"])
        if schema == "Sanction":
            for party in _values(row, "entity"):
                sanctions[party].append(row)
        elif schema in _KINDS:
            parties[of] = (line, row)
    days = Days()
    rows = (
        row
        for of, (line, party) in parties.items()
        for row in _entity(line, party, sanctions.pop(of, []), file, days)
    )
    found = tuple(rows)
    lone = [f"a sanction of {party!r}, who is not in the file" for party in sanctions]
    return Loaded(found, (*days.remarks, *lone))


def _values(row: Row, *names: str) -> tuple[str, ...]:
    """Give the values of properties; an entity nested in one counts by its id."""
    told = row["properties"]
    found = chain.from_iterable(many_of(told.get(name)) for name in names)
    return unique(
        *(str(v.get("id")) if isinstance(v, Mapping) else str(v) for v in found)
    )


def _entity(
    line: int, row: Row, sanctions: list[Row], file: ListFile, days: Days
) -> Iterator[Designation]:
    """Give a row for each sanction of a party, or one where none is stated."""
    names = _values(row, *_NAMES)
    if not names:
        raise InputError("an entity without a name", file.at(line))
    caption = text_of(row, "caption")
    name = caption if caption in names else names[0]
    datasets = ", ".join(map(str, many_of(row.get("datasets"))))
    for act in sanctions or [{"properties": {}}]:
        begins = (*_values(act, "startDate"), *_values(act, "listingDate"))
        yield Designation(
            list=datasets or file.of,
            name=name,
            aliases=tuple(other for other in names if other != name),
            weak=tuple(n for n in _values(row, *_WEAK) if n != name),
            kind=_KINDS[str(row["schema"])],
            places=tuple(place.upper() for place in _values(row, *_PLACES)),
            programmes=_values(act, "program", "programId"),
            cite="; ".join(_values(act, "authorityId", "unscId")),
            address=next(iter(_values(act, "sourceUrl")), ""),
            begins=days.read(next(iter(begins), ""), "startDate", line),
            until=days.read(next(iter(_values(act, "endDate")), ""), "endDate", line),
            id=str(row["id"]),
            line=line,
            raw=raw_of({**row, "sanction": act} if sanctions else row),
            sites=_values(row, "address"),
            identifiers=_values(row, *_NUMBERS),
        )


def _of_table(file: ListFile) -> Loaded:
    return Loaded(tuple(_target(line, row, file) for line, row in file.table(*_CSV)))


def _target(line: int, row: Row, file: ListFile) -> Designation:
    name = text_of(row, "name")
    if not name:
        raise InputError("a row without a name", file.at(line))

    def many(column: str) -> tuple[str, ...]:
        return unique(*text_of(row, column).split(";"))

    return Designation(
        list=text_of(row, "dataset") or file.of,
        name=name,
        aliases=tuple(other for other in many("aliases") if other != name),
        kind=_KINDS.get(text_of(row, "schema"), ""),
        places=tuple(place.upper() for place in many("countries")),
        programmes=many("program_ids"),
        cite="; ".join(many("sanctions")),
        id=text_of(row, "id"),
        line=line,
        raw=raw_of(row),
        sites=many("addresses"),
        identifiers=many("identifiers"),
    )
