"""Read OFAC's advanced XML: parties, their names by script and quality, their entries.

What a party is called, where it sits and on which list it stands lie in four parts of
the file that point to each other by number. A party on two lists gives two rows.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from antinomy.lists.designation import Designation, Loaded
from antinomy.lists.listfile import Days, ListFile, raw_of, unique
from antinomy.lists.markup import Tag, records
from antinomy.values import InputError

_VALUES = (
    *("AliasType", "AreaCode", "Country", "IDRegDocType", "List", "NamePartType"),
    *("PartySubType", "PartyType", "SanctionsType", "Script"),
)
_PARTS = ("Location", "IDRegDocument", "DistinctParty", "SanctionsEntry")
_LATIN = "Latin"
_OF_ALL = "Consolidated List"  # stands beside each list that is not the main one


def read_ofac_advanced(file: ListFile) -> Loaded:
    """Read the XML.

    Raises:
        InputError: not whole XML, not this one, or a party without a name.
    """
    reader = _Reader(file)
    for tag in records(file.text, file.name, "Sanctions", (*_VALUES, *_PARTS)):
        reader.take(tag)
    return Loaded(tuple(reader.rows()), tuple(reader.days.remarks))


class _Reader:
    def __init__(self, file: ListFile) -> None:
        self._file = file
        self.days = Days()
        self._values: dict[tuple[str, str], Tag] = {}
        self._locations: dict[str, Tag] = {}
        self._papers: dict[str, list[Tag]] = defaultdict(list)
        self._parties: dict[str, Tag] = {}
        self._entries: list[Tag] = []

    def take(self, tag: Tag) -> None:
        """Keep a part until all are known."""
        match tag.name:
            case "Location":
                self._locations[tag.get("ID")] = tag
            case "IDRegDocument":
                self._papers[tag.get("IdentityID")].append(tag)
            case "DistinctParty":
                for profile in tag.all("Profile"):
                    self._parties[profile.get("ID")] = profile
            case "SanctionsEntry":
                self._entries.append(tag)
            case _:
                self._values[tag.name, tag.get("ID")] = tag

    def rows(self) -> Iterator[Designation]:
        """Give a row for each entry of a party on a list."""
        for entry in self._entries:
            of = self._word("List", entry.get("ListID"))
            profile = self._parties.get(entry.get("ProfileID"))
            if profile is None:
                message = "an entry of a party that the file does not name: is it whole"
                raise InputError(f"{message}?", self._file.at(entry.line))
            if of != _OF_ALL:
                yield self._row(entry, profile, of)

    def _word(self, kind: str, number: str) -> str:
        tag = self._values.get((kind, number))
        return " ".join(tag.text.split()) if tag else ""

    def _row(self, entry: Tag, profile: Tag, of: str) -> Designation:
        names = [n for i in profile.all("Identity") for n in self._names(i)]
        primary = [name for name, _, is_latin, is_first in names if is_first]
        if not primary:
            message = "a party without a primary name"
            raise InputError(message, self._file.at(profile.line))
        places, sites = self._places(profile)
        measures = entry.all("SanctionsMeasure")
        return Designation(
            list=self._file.words.lists.get(of, of or self._file.of),
            name=primary[0],
            aliases=unique(*(n for n, *_ in names if n != primary[0])),
            weak=unique(*(n for n, is_weak, *_ in names if is_weak)),
            originals=unique(*(n for n, _, is_latin, _ in names if not is_latin)),
            kind=self._kind(profile),
            places=places,
            sites=sites,
            programmes=unique(
                *(
                    measure.first("Comment")
                    for measure in measures
                    if self._word("SanctionsType", measure.get("SanctionsTypeID"))
                    == "Program"
                )
            ),
            begins=self._listed(entry),
            identifiers=unique(*self._numbers(profile)),
            id=profile.get("ID"),
            line=profile.line,
            raw=raw_of({"profile": profile.plain(), "entry": entry.plain()}),
        )

    def _kind(self, profile: Tag) -> str:
        below = self._values.get(("PartySubType", profile.get("PartySubTypeID")))
        if below is None:
            return ""
        told = below.text.strip()
        if told in {"", "Unknown"}:
            told = self._word("PartyType", below.get("PartyTypeID"))
        return told.lower()

    def _names(self, identity: Tag) -> Iterator[tuple[str, bool, bool, bool]]:
        """Give each name: weak or not, Latin or not, the primary one or not."""
        groups = identity.all("NamePartGroups", "MasterNamePartGroup", "NamePartGroup")
        kinds = {
            g.get("ID"): self._word("NamePartType", g.get("NamePartTypeID"))
            for g in groups
        }
        for alias in identity.all("Alias"):
            for name in alias.all("DocumentedName"):
                values = name.all("DocumentedNamePart", "NamePartValue")
                scripts = {self._word("Script", v.get("ScriptID")) for v in values}
                is_latin = scripts <= {_LATIN, ""}
                is_first = alias.get("Primary") == "true" and is_latin
                is_weak = alias.get("LowQuality") == "true"
                yield _put_together(values, kinds), is_weak, is_latin, is_first

    def _places(self, profile: Tag) -> tuple[tuple[str, ...], tuple[str, ...]]:
        places, sites = [], []
        for spot in profile.all("Feature", "FeatureVersion", "VersionLocation"):
            location = self._locations.get(spot.get("LocationID"))
            if location is None:
                continue
            country = [
                self._word("Country", c.get("CountryID"))
                for c in location.all("LocationCountry")
            ]
            country += [
                area.get("Description")
                for a in location.all("LocationAreaCode")
                if (area := self._values.get(("AreaCode", a.get("AreaCodeID"))))
            ]
            places += [self._file.words.place(name) for name in country]
            parts = location.texts("LocationPart", "LocationPartValue", "Value")
            sites.append(", ".join(unique(*parts, *country)))
        return unique(*places), unique(*sites)

    def _numbers(self, profile: Tag) -> Iterator[str]:
        for identity in profile.all("Identity"):
            for paper in self._papers.get(identity.get("ID"), ()):
                kind = self._word("IDRegDocType", paper.get("IDRegDocTypeID"))
                yield f"{kind} {paper.first('IDRegistrationNo')}"

    def _listed(self, entry: Tag) -> date | None:
        for day in entry.all("EntryEvent", "Date"):
            parts = (day.first(part) for part in ("Year", "Month", "Day"))
            return self.days.read("-".join(parts), "listed on", entry.line)
        return None


def _put_together(values: list[Tag], kinds: dict[str, str]) -> str:
    """Put the parts of a name together as OFAC writes it: the last name comes first."""
    last = [
        v.text for v in values if kinds.get(v.get("NamePartGroupID")) == "Last Name"
    ]
    rest = [
        v.text for v in values if kinds.get(v.get("NamePartGroupID")) != "Last Name"
    ]
    told = [" ".join(" ".join(part).split()) for part in (last, rest)]
    return ", ".join(part for part in told if part)
