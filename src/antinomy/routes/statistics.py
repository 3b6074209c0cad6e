"""What partners report of their trade with each other, and where they disagree.

Exports are free on board, imports include freight and insurance: a band is allowed
between the two. A gap that closes when neighbouring months are added is one of timing.
What stays points at a corridor and a month, never at a firm.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from antinomy.files import Scalar
from antinomy.routes.facts import Report
from antinomy.routes.period import Period, parse_period
from antinomy.routes.record import Item, read_amount
from antinomy.values import InputError, Number

_SERIES = re.compile(r"([a-z]{2})_reports_(exports_to|imports_from)_([a-z]{2})")
_LIMITS = ("cif_fob_low", "cif_fob_high", "timing_window_months", "min_gap_musd")


@dataclass(frozen=True, slots=True)
class Gap:
    """Two reports of one flow in one month that freight does not explain.

    ``by_timing`` names the months which together close it, if any do.
    """

    where: str
    month: Period
    source: str
    target: str
    exported: Number
    imported: Number
    size: Number
    by_timing: tuple[str, ...] = ()


def read_reports(items: list[Item]) -> tuple[Report, ...]:
    """Read the rows of reports, by name of the series or by their own fields.

    A row may have series ``xx_reports_exports_to_yy``, ``yy_reports_imports_from_xx``,
    or say ``reporter``, ``partner``, ``flow`` and ``value``.

    Raises:
        InputError: a month that is none, one stated twice, an amount below zero.
    """
    found: dict[tuple[Period, str, bool, str], Report] = {}
    for item in items:
        month = item.scalar("month")
        if month is None:
            continue
        when = _month(month)
        for report in (*_by_series(item, when), *_by_fields(item, when)):
            key = (when, report.reporter, report.is_export, report.partner)
            if key in found:
                raise InputError(f"the month {month.text!r} stands twice", month.at)
            found[key] = report
    return tuple(found.values())


def _by_series(item: Item, when: Period) -> Iterator[Report]:
    for key, node in item.block.entries.items():
        series = _SERIES.fullmatch(key.casefold())
        if not series or not isinstance(node, Scalar):
            continue
        amount = read_amount(node, item.ledger)
        if amount is not None:
            item.ledger.note(node)
            reporter, way, partner = (part.upper() for part in series.groups())
            is_export = way == "EXPORTS_TO"
            where = node.at.field
            yield Report(where, when, reporter, is_export, partner, amount.low)


def _by_fields(item: Item, when: Period) -> Iterator[Report]:
    reporter, partner = item.place("reporter"), item.place("partner")
    way, amount = item.text("way"), item.amount("value")
    if reporter and partner and way and amount is not None:
        is_export = way.casefold().startswith(("ex", "出"))
        yield Report(item.where, when, reporter, is_export, partner, amount.low)


def _month(scalar: Scalar) -> Period:
    try:
        return parse_period(scalar.text)
    except ValueError as error:
        raise InputError(str(error), scalar.at) from None


def read_limits(item: Item) -> dict[str, Number]:
    """Read the limits that a file sets for the comparison instead of ours."""
    found: dict[str, Number] = {}
    for name in _LIMITS:
        node = item.block.entries.get(name)
        amount = read_amount(node, item.ledger) if isinstance(node, Scalar) else None
        if amount is not None:
            found[name] = amount.low
    return found


def gaps(reports: Iterable[Report], limits: Mapping[str, Number]) -> list[Gap]:
    """Compare each flow month by month."""
    exports: dict[tuple[str, str], dict[Period, Report]] = {}
    imports: dict[tuple[str, str], dict[Period, Report]] = {}
    for report in reports:
        there = (report.reporter, report.partner)
        pair = there if report.is_export else there[::-1]
        kept = exports if report.is_export else imports
        kept.setdefault(pair, {})[report.month] = report
    found: list[Gap] = []
    for pair, sent in exports.items():
        came = imports.get(pair, {})
        months = sorted(sent.keys() & came.keys())
        found += _corridor(pair, [(sent[m], came[m]) for m in months], limits)
    return found


def _corridor(
    pair: tuple[str, str],
    rows: list[tuple[Report, Report]],
    limits: Mapping[str, Number],
) -> list[Gap]:
    found = []
    for place, (sent, came) in enumerate(rows):
        size = _gap(sent.value, came.value, limits)
        if size < limits["min_gap_musd"]:
            continue
        window = _closing(rows, place, limits)
        found.append(
            Gap(came.where, came.month, *pair, sent.value, came.value, size, window)
        )
    return found


def _gap(sent: Number, came: Number, limits: Mapping[str, Number]) -> Number:
    """Give what freight leaves unexplained, in either direction."""
    over = came - sent * limits["cif_fob_high"]
    under = sent * limits["cif_fob_low"] - came
    return max(over, under)


def _closing(
    rows: list[tuple[Report, Report]], place: int, limits: Mapping[str, Number]
) -> tuple[str, ...]:
    """Give the neighbouring months that close the gap when added, if any do."""
    longest = int(limits["timing_window_months"])
    windows = [
        rows[start : start + size]
        for size in range(2, longest + 1)
        for start in range(max(0, place - size + 1), place + 1)
        if start + size <= len(rows)
    ]
    for window in windows:
        sent = sum(s.value for s, _ in window)
        came = sum(c.value for _, c in window)
        low, high = limits["cif_fob_low"], limits["cif_fob_high"]
        if sent * low <= came <= sent * high:
            return tuple(f"{s.month.first:%Y-%m}" for s, _ in window)
    return ()
