"""The figures of a chip that the law asks for, each with its proof.

Total processing performance is the greatest product of dense rate and bit length over
the formats; performance density divides it by the applicable die area (15 CFR part 774,
supp. 1, ECCN 3A090, technical notes). Arithmetic is exact. A range appears only where
the row leaves a figure open; what nobody published is unknown, never small.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from antinomy.catalogue.chips import Chip, Counts, Rate
from antinomy.catalogue.ranges import Range
from antinomy.catalogue.told import with_told
from antinomy.values import Bounded, Fact, Known, Source, Unknown, show_number

SAID = "chip catalogue, "


@dataclass(frozen=True, slots=True)
class _Figure:
    """An amount with its proof and, where it is open, the reasons."""

    amount: Range
    steps: tuple[str, ...]
    reasons: tuple[str, ...]


def figures(chip: Chip) -> dict[str, Fact]:
    """Give the derived facts of a chip by the names of the vocabulary."""
    tpp = _total_processing_performance(chip)
    held = {
        "tpp": _fact(chip, tpp),
        "performance_density": _fact(chip, _performance_density(chip, tpp)),
        "io_rate": _fact(chip, _io_rate(chip)),
        "dram_bandwidth": _fact(chip, _dram_bandwidth(chip)),
        "datacenter_marketed": _datacenter(chip),
        "maker": Known(chip.maker, _source(chip)),
        "maker_headquartered_in": _headquarters(chip),
    }
    return with_told(held, chip.told) if chip.told else held


def _source(chip: Chip, steps: tuple[str, ...] = ()) -> Source:
    address = chip.sources[0] if chip.sources else None
    return Source(SAID + chip.name, address=address, status=chip.status, steps=steps)


def _fact(chip: Chip, figure: _Figure | str) -> Fact:
    """Turn a figure into a fact; a text says why there is none."""
    if isinstance(figure, str):
        return Unknown(figure, _source(chip))
    amount, source = figure.amount, _source(chip, figure.steps)
    if amount.is_exact:
        return Known(amount.low, source)
    return Bounded(amount.low, amount.high, "; ".join(figure.reasons), source)


def _products(rates: Iterable[Rate]) -> dict[str, Range]:
    return {rate.format.name: rate.amount * rate.format.bits for rate in rates}


def _total_processing_performance(chip: Chip) -> _Figure | str:
    """Take the greatest product; a format that may not count raises only the top."""
    if not chip.rates:
        return "no dense rate published"
    products = _products(chip.rates.values())
    counting = [n for n, r in chip.rates.items() if r.format.counts is Counts.YES]
    if not counting:
        return "rates are published only in formats of which it is open if they count"
    low = max(products[name].low for name in counting)
    high = max(product.high for product in products.values())
    amount = Range(low, high)
    steps = tuple(_line(rate, products[name]) for name, rate in chip.rates.items())
    top = [name for name, product in products.items() if product.high == high]
    formats = "1 format" if len(products) == 1 else f"{len(products)} formats"
    last = f"maximum over {formats}: {', '.join(top)} {amount}"
    moving = [n for n in chip.rates if products[n].high > low]
    return _Figure(amount, (*steps, last), _reasons(chip, moving))


def _line(rate: Rate, product: Range) -> str:
    unit = "TOPS" if rate.format.name.startswith("int") else "TFLOPS"
    line = (
        f"{rate.format.name} {rate.amount} {unit} x {rate.format.bits} bit = {product}"
    )
    if rate.format.counts is Counts.YES:
        return line
    return f"{line} (open: {rate.format.note})"


def _reasons(chip: Chip, columns: Iterable[str]) -> tuple[str, ...]:
    """Say why figures are open, those of one reason together."""
    by_reason: dict[str, list[str]] = {}
    for column in columns:
        rate = chip.rates.get(column)
        reason = chip.spread.get(column)
        if rate is not None and rate.format.counts is not Counts.YES:
            reason = rate.format.note
        if reason:
            by_reason.setdefault(reason, []).append(column)
    return tuple(f"{', '.join(names)}: {why}" for why, names in by_reason.items())


def _performance_density(chip: Chip, tpp: _Figure | str) -> _Figure | str:
    if isinstance(tpp, str):
        return tpp if chip.area else f"{tpp}; no die area published"
    if chip.area is None:
        return "no die area published"
    if not chip.is_nonplanar:
        return "whether the process is non-planar is not stated, so no area applies yet"
    amount = tpp.amount / chip.area
    ends = dict.fromkeys(show_number(end) for end in (amount.low, amount.high))
    line = f"{tpp.amount} / {chip.area} mm2 of logic die = {' to '.join(ends)}"
    reasons = (*tpp.reasons, *_reasons(chip, ["area"]))
    return _Figure(amount, (*tpp.steps, line), reasons)


def _io_rate(chip: Chip) -> _Figure | str:
    """Add scale-up links and host link, both directions; memory is left out."""
    links = chip.links
    if links.total is None:
        return "no rate of the scale-up or host links published"
    scale_up, host = links.scale_up, links.host
    if scale_up is not None and host is not None and scale_up + host == links.total:
        line = f"scale-up links {scale_up} + host link {host} = {links.total} GB/s"
    else:
        parts = (("scale-up links", scale_up), ("host link", host))
        known = [
            f"{name} {amount} GB/s" for name, amount in parts if amount is not None
        ]
        line = f"{', '.join(known)}; in all {links.total} GB/s"
    columns = ["scaleup_bidir_gbs", "io_total"]
    return _Figure(links.total, (line,), _reasons(chip, columns))


def _dram_bandwidth(chip: Chip) -> _Figure | str:
    memory = chip.memory
    if memory.bandwidth is None:
        if memory.kind == "SRAM":
            return "its memory is SRAM on the die; no DRAM bandwidth published"
        return "no memory bandwidth published"
    line = f"{memory.kind or 'memory'} {memory.bandwidth} GB/s"
    return _Figure(memory.bandwidth, (line,), _reasons(chip, ["dram_bandwidth"]))


def _datacenter(chip: Chip) -> Fact:
    match chip.datacenter:
        case Known(value):
            return Known(value, _source(chip))
        case Unknown(reason):
            return Unknown(reason, _source(chip))


def _headquarters(chip: Chip) -> Fact:
    firm = chip.firm
    said = f"{SAID}{chip.name}: headquarters of its maker {firm.name}"
    return Known(firm.country, Source(said, address=firm.source, status=firm.status))
