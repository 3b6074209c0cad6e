"""Read the consolidated list of the United Nations Security Council (XML).

An individual has up to four names in order and aliases of good or low quality; an
entity has one name, and aliases now (a.k.a.) and formerly (f.k.a.) used.
"""

from antinomy.lists.designation import Designation, Loaded
from antinomy.lists.listfile import Days, ListFile, raw_of, unique
from antinomy.lists.markup import Tag, records
from antinomy.values import InputError

_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_KINDS = {"INDIVIDUAL": "individual", "ENTITY": "entity"}
_SITE = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
_PAPER = ("TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY")


def read_united_nations(file: ListFile) -> Loaded:
    """Read the XML.

    Raises:
        InputError: not whole XML, another root, or an entry without a name.
    """
    days = Days()
    tags = records(file.text, file.name, "CONSOLIDATED_LIST", _KINDS)
    return Loaded(tuple(_row(tag, file, days) for tag in tags), tuple(days.remarks))


def _row(tag: Tag, file: ListFile, days: Days) -> Designation:
    name = " ".join(tag.first(part) for part in _NAMES if tag.first(part))
    if not name:
        raise InputError("an entry without a name", file.at(tag.line))
    named = [(a.first("ALIAS_NAME"), a) for a in tag.all(f"{tag.name}_ALIAS")]
    weak = [text for text, alias in named if alias.first("QUALITY") == "Low"]
    originals = unique(*tag.texts("NAME_ORIGINAL_SCRIPT"))
    sites = tag.all(f"{tag.name}_ADDRESS")
    countries = [
        *tag.texts("NATIONALITY", "VALUE"),
        *(site.first("COUNTRY") for site in sites),
    ]
    listed = tag.first("LISTED_ON")
    return Designation(
        list=file.of,
        name=name,
        aliases=unique(*(text for text, _ in named), *originals),
        weak=unique(*weak),
        originals=originals,
        kind=_KINDS[tag.name],
        places=unique(*(file.words.place(country) for country in countries)),
        programmes=unique(tag.first("UN_LIST_TYPE")),
        cite=tag.first("REFERENCE_NUMBER"),
        begins=days.read(listed, "LISTED_ON", tag.line),
        id=tag.first("REFERENCE_NUMBER") or tag.first("DATAID"),
        line=tag.line,
        raw=raw_of(tag.plain()),
        sites=unique(*(_joined(site, _SITE, ", ") for site in sites)),
        identifiers=unique(
            *(_joined(paper, _PAPER, " ") for paper in tag.all(f"{tag.name}_DOCUMENT"))
        ),
    )


def _joined(tag: Tag, names: tuple[str, ...], mark: str) -> str:
    return mark.join(text for name in names if (text := tag.first(name)))
