"""Read the European Union's list of financial sanctions: its XML or its CSV.

A name is weak where it is not said to be strong, or where a remark says "low quality".
The CSV repeats a party in as many lines as its names, addresses and papers need.
"""

from antinomy.lists.designation import Designation, Loaded
from antinomy.lists.listfile import Days, ListFile, Row, raw_of, text_of, unique
from antinomy.lists.markup import Tag, records
from antinomy.values import InputError

_KINDS = {"person": "individual", "enterprise": "entity", "entity": "entity"}
_KINDS |= {"p": "individual", "e": "entity"}
_WEAK = "low quality"
_NO_PLACE = {"", "UNKNOWN", "00"}
_SITE = ("street", "poBox", "place", "zipCode", "city", "region", "countryDescription")
_ID, _NAME = "Entity_LogicalId", "NameAlias_WholeName"


def read_european(file: ListFile) -> Loaded:
    """Read the file by what it looks like.

    Raises:
        InputError: another file, or a broken one, with its line.
    """
    if file.start != "<":
        return _of_csv(file)
    days = Days()
    tags = records(file.text, file.name, "export", ("sanctionEntity",))
    return Loaded(tuple(_of_tag(tag, file, days) for tag in tags), tuple(days.remarks))


def _of_tag(tag: Tag, file: ListFile, days: Days) -> Designation:
    named = [(_whole(alias), _is_weak(alias)) for alias in tag.all("nameAlias")]
    strong = [name for name, is_weak in named if name and not is_weak]
    first = next(iter(strong or [name for name, _ in named if name]), "")
    if not first:
        raise InputError("an entry without a name", file.at(tag.line))
    acts = tag.all("regulation")
    subject = [
        kind.get("code") or kind.get("classificationCode")
        for kind in tag.all("subjectType")
    ]
    listed = tag.get("designationDate") or min(
        (
            act.get("entryIntoForceDate")
            for act in acts
            if act.get("entryIntoForceDate")
        ),
        default="",
    )
    names = [name for name, _ in named if name]
    return Designation(
        list=file.of,
        name=first,
        aliases=unique(*(name for name in names if name != first)),
        weak=unique(*(name for name, is_weak in named if is_weak)),
        originals=unique(*(name for name in names if not _is_latin(name))),
        kind=_KINDS.get(subject[0].lower(), "") if subject else "",
        places=_places(tag, file),
        programmes=unique(*(act.get("programme") for act in acts)),
        cite="; ".join(unique(*(act.get("numberTitle") for act in acts))),
        address=next(iter(tag.texts("regulation", "publicationUrl")), ""),
        begins=days.read(listed, "designationDate", tag.line),
        id=tag.get("euReferenceNumber") or tag.get("logicalId"),
        line=tag.line,
        raw=raw_of(tag.plain()),
        sites=unique(*(_site(site) for site in tag.all("address"))),
        identifiers=unique(*(_paper(paper) for paper in tag.all("identification"))),
    )


def _whole(alias: Tag) -> str:
    parts = (alias.get(part) for part in ("firstName", "middleName", "lastName"))
    whole = alias.get("wholeName") or " ".join(part for part in parts if part)
    return " ".join(whole.split())


def _is_weak(alias: Tag) -> bool:
    remarks = " ".join(alias.texts("remark")).lower()
    return alias.get("strong") == "false" or _WEAK in remarks


def _is_latin(name: str) -> bool:
    """Tell whether a name has none but Latin letters, with the extensions."""
    return not any(
        char.isalpha() and char > "\u024f" and not "\u1e00" <= char <= "\u1eff"
        for char in name
    )


def _places(tag: Tag, file: ListFile) -> tuple[str, ...]:
    found = []
    for part in (*tag.all("citizenship"), *tag.all("address")):
        code, name = part.get("countryIso2Code"), part.get("countryDescription")
        if code not in _NO_PLACE:
            found.append(code)
        elif name not in _NO_PLACE:
            found.append(file.words.place(name))
    return unique(*found)


def _site(site: Tag) -> str:
    parts = (site.get(part) for part in _SITE)
    return ", ".join(part for part in parts if part not in _NO_PLACE)


def _paper(paper: Tag) -> str:
    kind = paper.get("identificationTypeDescription")
    number = paper.get("number") or paper.get("latinNumber")
    return f"{kind or paper.get('identificationTypeCode')} {number}" if number else ""


# ---------------------------------------------------------------- the CSV


def _of_csv(file: ListFile) -> Loaded:
    parties: dict[str, list[tuple[int, Row]]] = {}
    for line, row in file.table(_ID, _NAME, delimiter=";"):
        parties.setdefault(text_of(row, _ID), []).append((line, row))
    days = Days()
    rows = tuple(_of_rows(of, rows, file, days) for of, rows in parties.items())
    return Loaded(rows, tuple(days.remarks))


def _of_rows(
    of: str, lines: list[tuple[int, Row]], file: ListFile, days: Days
) -> Designation:
    line, first = lines[0]
    rows = [row for _, row in lines]

    def each(column: str) -> tuple[str, ...]:
        return unique(*(text_of(row, column) for row in rows))

    names = each(_NAME)
    if not of or not names:
        raise InputError("a party without its number or a name", file.at(line))
    weak = [text_of(r, _NAME) for r in rows if _row_is_weak(r)]
    strong = [name for name in names if name not in weak]
    name = (strong or list(names))[0]
    subject = text_of(first, "Entity_SubjectType").lower()
    code = text_of(first, "Entity_SubjectType_ClassificationCode").lower()
    listed = text_of(first, "Entity_DesignationDate")
    order = "dmy" if "/" in listed else "ymd"
    started = Days(order)
    begins = started.read(listed, "Entity_DesignationDate", line)
    days.remarks += started.remarks
    iso = (*each("Citizenship_CountryIso2Code"), *each("Address_CountryIso2Code"))
    return Designation(
        list=file.of,
        name=name,
        aliases=tuple(other for other in names if other != name),
        weak=unique(*weak),
        originals=tuple(other for other in names if not _is_latin(other)),
        kind=_KINDS.get(subject) or _KINDS.get(code, ""),
        places=unique(*(place for place in iso if place not in _NO_PLACE)),
        programmes=each("Entity_Regulation_Programme"),
        cite="; ".join(each("Entity_Regulation_NumberTitle")),
        address=next(iter(each("Entity_Regulation_PublicationUrl")), ""),
        begins=begins,
        id=text_of(first, "Entity_EU_ReferenceNumber") or of,
        line=line,
        raw=raw_of({"lines": [dict(row) for row in rows]}),
        identifiers=each("Identification_Number"),
    )


def _row_is_weak(row: Row) -> bool:
    said = text_of(row, "NameAlias_Strong").lower()
    return said == "false" or _WEAK in text_of(row, "NameAlias_Remark").lower()
