"""Flags of numbers taken together: bursts before a rule, and partner statistics."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from antinomy.routes.flag import Evidence, Setting
from antinomy.routes.period import ANY_TIME
from antinomy.routes.statistics import Gap, gaps
from antinomy.values import Number, exact_text, show_number, whole

_FEWEST = 3  # movements in the window before a rule, and movements before that


def aggregate_flags(setting: Setting, found: list[Gap]) -> Iterator[Evidence]:
    """Tell bursts of movements and gaps between partners."""
    for day in setting.rules.rule_days:
        yield from _burst(day.on, setting)
    for gap in found:
        if gap.by_timing:
            continue
        size = whole(gap.size)
        more = {
            "month": f"{gap.month.first:%Y-%m}",
            "flow": f"{gap.source} to {gap.target}",
            "gap_musd": size if isinstance(size, int) else float(size),
        }
        value = f"{gap.source} → {gap.target}: {exact_text(size)}"
        yield Evidence("RF-MIRROR", "gap", gap.where, value, gap.month, more)


def gaps_of(setting: Setting) -> list[Gap]:
    """Compare the partner reports of the case, by its limits or ours."""
    names = ("cif_fob_low", "cif_fob_high", "timing_window_months", "min_gap_musd")
    limits = {name: setting.rules.number(name) for name in names}
    return gaps(setting.case.reports, {**limits, **setting.case.limits})


def _burst(day: date, setting: Setting) -> Iterator[Evidence]:
    """Say where goods moved several times as fast in the weeks before a rule."""
    days = int(setting.rules.number("burst_days"))
    opens, earlier = day - timedelta(days=days), day - timedelta(days=3 * days)
    yield from _busy_months(day, opens, setting)
    legs = [m for m in setting.case.movements if m.when != ANY_TIME and m.amount]
    near = [m for m in legs if opens <= m.when.first and m.when.last < day]
    before = [m for m in legs if earlier <= m.when.first < opens]
    if len(near) < _FEWEST or len(before) < _FEWEST:
        return
    pace: Number = sum(m.amount.low for m in before if m.amount)
    burst: Number = sum(m.amount.low for m in near if m.amount)
    # The time before is twice as long as the window.
    if burst * 2 >= pace * setting.rules.number("burst_times") and pace:
        value = f"{show_number(burst)} ({day})"
        yield Evidence("RF-TIMING", "burst", near[-1].where, value, near[-1].when)


def _busy_months(day: date, opens: date, setting: Setting) -> Iterator[Evidence]:
    """Say where the months before a rule are several times those before them."""
    rows = [(f, f.when) for f in setting.case.monthly if f.when is not None]
    near = [f for f, when in rows if opens <= when.first and when.last < day]
    before = [f for f, when in rows if when.first < opens]
    if not near or len(before) < _FEWEST:
        return
    pace = Fraction(sum(f.amount.low for f in before)) / len(before)
    burst = Fraction(sum(f.amount.low for f in near)) / len(near)
    if pace and burst >= pace * setting.rules.number("burst_times"):
        value = f"{show_number(whole(burst))} ({day})"
        yield Evidence("RF-TIMING", "burst", near[-1].where, value, near[-1].when)
