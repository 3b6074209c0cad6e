"""Read the parts of a body: names, parties, numbers, provisions; or say what lacks."""

from collections.abc import Iterable, Mapping
from typing import Any

from antinomy.catalogue import Range
from antinomy.values import parse_number
from antinomy.view import Unread

Body = Mapping[str, Any]

_WHOLE = 100  # percent


class NoClaimError(Exception):
    """An entry makes no claim; caught where it is asked for one."""

    def __init__(self, why: str, **parts: str) -> None:
        super().__init__(why)
        self.unread = Unread(why, parts)


def measure_of(body: Body) -> str:
    """Give the measure that a body names; "" for none."""
    measure = body.get("measure")
    return measure if isinstance(measure, str) else ""


def text_of(body: Body, name: str) -> str:
    """Read a text that must be there."""
    value = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise NoClaimError("name", name=name)
    return value.strip()


def texts_of(body: Body, name: str) -> list[str]:
    """Read a list of texts; what is none is passed over."""
    value = body.get(name)
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def party_of(body: Body, name: str) -> str:
    """Read a party: its name, or an object with `name` or `id`."""
    value = body.get(name)
    if isinstance(value, dict):
        value = value.get("name") or value.get("id")
    return text_of({name: value}, name)


def share_of(body: Body) -> Range | None:
    """Read a share in percent; a small one says so, for it may be a fraction."""
    share = body.get("share", body.get("equity"))
    if share is None:
        return None
    is_percent = "share" not in body or body.get("unit") == "percent"
    if isinstance(share, str) and share.strip().endswith("%"):
        share, is_percent = share.strip().removesuffix("%"), True
    amount = range_of(share, "share")
    if amount.high > _WHOLE:
        raise NoClaimError("share")
    if not is_percent and any(0 < end <= 1 for end in (amount.low, amount.high)):
        raise NoClaimError("share_unit")
    return amount


def range_of(value: object, name: str) -> Range:
    """Read a number, `[low, high]` or `{low, high}`; numbers are exact texts."""
    match value:
        case {"low": low, "high": high} | [low, high]:
            ends = (low, high)
        case _:
            ends = (value, value)
    try:
        low, high = (parse_number(str(end).strip()) for end in ends)
    except ValueError:
        raise NoClaimError("range", name=name) from None
    if low > high or low < 0:
        raise NoClaimError("range", name=name)
    return Range(low, high)


def first_text(told: Iterable[Body], *names: str) -> str:
    """Give the first text under one of some names, in the order of the bodies."""
    for body in told:
        for name in names:
            value = body.get(name)
            if isinstance(value, str) and value.strip():
                return value.strip()
    return ""


def provisions_of(body: Body) -> tuple[str, ...]:
    """Read the provisions that are named; () where the body speaks of the whole."""
    if "provisions" not in body:
        return ()
    told = body["provisions"]
    is_list = isinstance(told, list) and bool(told)
    if not is_list or not all(isinstance(each, str) and each.strip() for each in told):
        raise NoClaimError("provisions")
    return tuple(told)
