"""The catalogue as one frozen value, loaded strictly from its folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from antinomy.catalogue import chips as chip_table
from antinomy.catalogue import firms as firm_table
from antinomy.catalogue import systems as system_table
from antinomy.catalogue.cells import Faults
from antinomy.catalogue.chips import Chip
from antinomy.catalogue.firms import Firm
from antinomy.catalogue.names import Named, NameIndex
from antinomy.catalogue.placefile import read_places
from antinomy.catalogue.places import Places
from antinomy.catalogue.spelling import key_of
from antinomy.catalogue.systems import System
from antinomy.files import read_text
from antinomy.values import digest

_FILES = ("chips.csv", "firms.csv", "formats.csv", "places.yaml", "systems.csv")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Chips, systems, firms and places; ``digest`` is that of the files."""

    chips: Mapping[str, Chip]
    systems: Mapping[str, System]
    firms: Mapping[str, Firm]
    places: Places
    digest: str
    _chip_names: NameIndex
    _system_names: NameIndex
    _firm_names: Mapping[str, Firm]

    def find_chips(self, text: str) -> tuple[Chip, ...]:
        """Give every chip that a text stands for; an exact id is one chip."""
        return tuple(self.chips[name] for name in self._chip_names.find(text))

    def find_systems(self, text: str) -> tuple[System, ...]:
        """Give every system that a text stands for."""
        return tuple(self.systems[name] for name in self._system_names.find(text))

    def find_firm(self, name: str) -> Firm | None:
        """Give the firm of exactly this name, alias or Chinese name."""
        return self._firm_names.get(key_of(name))

    def suggest(self, text: str) -> str:
        """Give a hint for a text that names no chip."""
        return self._chip_names.suggest(text)

    def suggest_system(self, text: str) -> str:
        """Give a hint for a text that names no system."""
        return self._system_names.suggest(text)


def load_catalogue(folder: Path) -> Catalogue:
    """Load the catalogue from its folder.

    Raises:
        PackError: with every fault of every file, each with its place.
    """
    faults = Faults()
    places = read_places(folder / "places.yaml", faults)
    format_rows = faults.table(folder / "formats.csv", chip_table.FORMAT_COLUMNS)
    formats = chip_table.read_formats(format_rows, faults)
    chip_columns = chip_table.chip_columns(formats)
    firm_rows = faults.table(folder / "firms.csv", firm_table.COLUMNS)
    chip_rows = faults.table(folder / "chips.csv", chip_columns) if formats else ()
    system_rows = faults.table(folder / "systems.csv", system_table.COLUMNS)
    if not (places and format_rows and firm_rows and chip_rows and system_rows):
        faults.stop()  # a file that cannot be read would make its names unknown
    assert places, "an unreadable file is a fault"
    firms = firm_table.read_firms(firm_rows, places.names, faults)
    by_name = firm_table.firms_by_key(firms, faults)
    chips = chip_table.read_chips(chip_rows, formats, firms, faults)
    systems = system_table.read_systems(system_rows, chips, faults)
    faults.stop()
    return Catalogue(
        chips=chips,
        systems=systems,
        firms=firms,
        places=places,
        digest=_digest(folder),
        _chip_names=NameIndex(
            (Named(c.id, (c.name, *c.aliases), (c.maker,)) for c in chips.values()),
            firms,
        ),
        _system_names=NameIndex(
            (Named(s.id, (s.name, *s.aliases), s.makers) for s in systems.values()),
            firms,
        ),
        _firm_names=by_name,
    )


def _digest(folder: Path) -> str:
    return digest({name: read_text(folder / name) for name in _FILES})
