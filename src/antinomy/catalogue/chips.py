"""Chips with their published figures, as rows of the catalogue.

A rate is the maker's claimed dense peak, a multiply-accumulate counted as two
operations. An empty cell is a figure that nobody published, never zero.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from antinomy.catalogue.cells import STATUSES, Cells, Faults, by_id
from antinomy.catalogue.firms import Firm
from antinomy.catalogue.ranges import Range
from antinomy.catalogue.told import Told
from antinomy.files import Row
from antinomy.values import Known, Unknown

FORMAT_COLUMNS = ("format", "bits", "bits_high", "counts", "note", "source")


class Counts(Enum):
    """Whether a format counts towards TPP."""

    YES = "yes"
    OPEN = "open"
    OPEN_WHERE_IT_MATTERS = "open_where_it_matters"


@dataclass(frozen=True, slots=True)
class Format:
    """A number format: its bit length, and whether it counts."""

    name: str
    bits: Range
    counts: Counts
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Rate:
    """A dense peak rate in a format, in 10^12 operations a second."""

    format: Format
    amount: Range


@dataclass(frozen=True, slots=True)
class Memory:
    """Memory beside the die: its kind, GB and GB/s."""

    kind: str
    size: Range | None
    bandwidth: Range | None


@dataclass(frozen=True, slots=True)
class Links:
    """Transfer rates in GB/s, both directions added."""

    scale_up: Range | None
    host: Range | None
    total: Range | None


@dataclass(frozen=True, slots=True)
class Chip:
    """One version of a chip. ``area`` is the applicable die area in mm2.

    ``rates`` are those that count or may; ``spread`` says by column why a figure is
    a range; ``rejected`` are figures that were seen and not taken, and why. ``told``
    are, by the facts of the vocabulary, the figures that others than the row tell.
    """

    id: str
    name: str
    maker: str
    firm: Firm
    aliases: tuple[str, ...]
    kind: str
    released: str
    market: str
    rates: Mapping[str, Rate]
    area: Range | None
    is_nonplanar: bool
    memory: Memory
    links: Links
    power: Range | None
    datacenter: Known | Unknown
    spread: Mapping[str, str]
    rejected: tuple[str, ...]
    sources: tuple[str, ...]
    origin: str
    status: str
    note: str
    told: Mapping[str, tuple[Told, ...]] = field(default_factory=dict)


_FIGURES = {
    "applicable_die_area_mm2": "area",
    "memory_gb": "memory_gb",
    "dram_bandwidth": "dram_bandwidth",
    "scaleup_bidir_gbs": "scaleup_bidir_gbs",
    "pcie_bidir_gbs": "pcie_bidir_gbs",
    "io_total": "io_total",
    "tdp_w": "tdp",
}
_WORDS = (
    *("id", "maker", "name", "aliases_en", "aliases_zh", "kind", "released"),
    *("market", "made_for_china", "datacenter_marketed", "foundry", "node"),
    *("nonplanar", "logic_dies", "tf32_matters", "spread_reason", "rejected"),
    *("memory_type", "sources", "origin", "status", "note"),
)
_DATACENTER: dict[str, Known | Unknown] = {
    "yes": Known(value=True),
    "no": Known(value=False),
    "disputed": Unknown("disputed whether it is designed or marketed for data centres"),
}


def read_formats(rows: Iterable[Row], faults: Faults) -> dict[str, Format]:
    """Read the formats by name, in the order of the table."""
    found = {}
    for row in rows:
        cells = Cells(row, faults)
        low, high = cells.amount("bits"), cells.amount("bits_high")
        counts = cells.word("counts", [word.value for word in Counts])
        if low and high and counts in {word.value for word in Counts}:
            bits = Range(low.low, high.high)
            name = row["format"]
            found[name] = Format(name, bits, Counts(counts), row["note"], row["source"])
    return found


def chip_columns(formats: Iterable[str]) -> tuple[str, ...]:
    """Give the columns of the table of chips."""
    return (*_WORDS, *_FIGURES, *formats)


def read_chips(
    rows: Iterable[Row],
    formats: Mapping[str, Format],
    firms: Mapping[str, Firm],
    faults: Faults,
) -> dict[str, Chip]:
    """Read the chips by id."""
    found = []
    for row in rows:
        cells = Cells(row, faults)
        if cells.word("maker", firms) in firms:
            found.append((row["id"], _chip(cells, formats, firms[row["maker"]]), row))
    return by_id(found, faults)


def _chip(cells: Cells, formats: Mapping[str, Format], firm: Firm) -> Chip:
    row = cells.row
    spread = _spread(cells, (*formats, *_FIGURES.values()))
    _check_ranges(cells, formats, spread)
    datacenter = cells.word("datacenter_marketed", _DATACENTER)
    return Chip(
        id=cells.text("id"),
        name=cells.text("name"),
        maker=firm.id,
        firm=firm,
        aliases=(*row.parts("aliases_en"), *row.parts("aliases_zh")),
        kind=cells.text("kind"),
        released=row["released"],
        market=row["market"],
        rates=_rates(cells, formats),
        area=cells.amount("applicable_die_area_mm2"),
        is_nonplanar=cells.word("nonplanar", ("yes", "unknown")) == "yes",
        memory=Memory(
            row["memory_type"],
            cells.amount("memory_gb"),
            cells.amount("dram_bandwidth"),
        ),
        links=_links(cells, spread),
        power=cells.amount("tdp_w"),
        datacenter=_DATACENTER.get(datacenter, Unknown()),
        spread=spread,
        rejected=row.parts("rejected"),
        sources=row.parts("sources"),
        origin=cells.word("origin", ("maker", "third_party", "unconfirmed")),
        status=cells.word("status", STATUSES),
        note=row["note"],
    )


def _rates(cells: Cells, formats: Mapping[str, Format]) -> dict[str, Rate]:
    matters = cells.word("tf32_matters", ("yes",), empty=True) == "yes"
    rates = {}
    for name, form in formats.items():
        amount = cells.amount(name)
        if amount and (matters or form.counts is not Counts.OPEN_WHERE_IT_MATTERS):
            rates[name] = Rate(form, amount)
    return rates


def _spread(cells: Cells, known: tuple[str, ...]) -> dict[str, str]:
    """Read why figures are ranges: ``fp16 bf16: rounding;area: estimate``."""
    found: dict[str, str] = {}
    for names, reason in cells.pairs("spread_reason"):
        for name in names.split():
            if name not in known:
                cells.fault("spread_reason", f"{name!r} is not a figure of this table")
            found[name] = f"{found[name]}; {reason}" if name in found else reason
    return found


def _check_ranges(
    cells: Cells, formats: Iterable[str], spread: Mapping[str, str]
) -> None:
    named = {**_FIGURES, **{name: name for name in formats}}
    for column, name in named.items():
        if ".." in cells.row[column] and name not in spread:
            cells.fault(column, "spread_reason does not say why this is a range")


def _links(cells: Cells, spread: Mapping[str, str]) -> Links:
    scale_up, host = cells.range("scaleup_bidir_gbs"), cells.amount("pcie_bidir_gbs")
    total = cells.amount("io_total")
    added = scale_up + host if scale_up and host else None
    if total != added and "io_total" not in spread:
        cells.fault(
            "io_total", "the total is not scale-up plus host; say why or mend it"
        )
    return Links(scale_up, host, total)
