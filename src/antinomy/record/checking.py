"""What an entry must have, kind by kind, before it may be appended."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from antinomy.record.entry import BY_DIGEST, KINDS, THINGS, Entry
from antinomy.record.validity import Undated
from antinomy.values import InputError, did_you_mean

SIGHTINGS = ("found", "vanished")
REVIEWS = ("accepted", "corrected", "rejected")
# What each act may speak of.
SPEAKS_OF: Mapping[str, tuple[str, ...]] = {
    "withdrawal": THINGS,
    "revision": THINGS,
    "seen": ("source",),
    "review": (*THINGS, "withdrawal", "revision"),
}

Body = dict[str, Any]

_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_UNKEPT = re.compile("[\\x00\\ud800-\\udfff]")
_LARGEST = (1 << 53) - 1  # what JSON keeps exactly
_LONGEST = 1 << 20  # characters of a body
_LONGEST_ID = 200
_DEEPEST = 40


def check_entry(entry: Entry) -> None:
    """Refuse an entry that lacks what its kind needs.

    Raises:
        InputError: naming the entry, what was seen and what was expected.
    """
    if entry.kind not in KINDS:
        hint = did_you_mean(entry.kind, KINDS) or f"; expected one of {list(KINDS)}"
        raise _fault(entry, f"{entry.kind!r} is no kind of entry{hint}")
    body = _body(entry)
    begins, until = entry.valid.begins, entry.valid.until
    is_dated = not (isinstance(begins, Undated) or isinstance(until, Undated))
    if is_dated and until < begins:  # type: ignore[operator]
        raise _fault(entry, f"it ends on {until}, before it begins on {begins}")
    if entry.is_act != bool(entry.about):
        needs = "needs `about`: the id of the entry that it speaks of"
        no_act = f"is no act and has no `about`, not {entry.about!r}"
        raise _fault(entry, f"a {entry.kind} {needs if entry.is_act else no_act}")
    if entry.kind == "source":
        _check_source(entry, body)
    elif entry.kind not in {"seen", "review"} and not entry.source:
        message = f"a {entry.kind} needs its `source`: the id of a source in the record"
        raise _fault(entry, message)
    check = _OF_KIND.get(entry.kind)
    if check is not None:
        check(entry, body)


def check_target(entry: Entry, kind: str | None) -> None:
    """Refuse an act about an entry that is not there, or of which it cannot speak.

    Raises:
        InputError: naming the act and the entry.
    """
    if kind is None:
        raise _fault(entry, f"there is no entry {entry.about!r} for it to speak of")
    allowed = SPEAKS_OF[entry.kind]
    if kind not in allowed:
        message = (
            f"a {entry.kind} speaks of {', '.join(allowed)}; {entry.about!r} is a"
            f" {kind}"
        )
        raise _fault(entry, message)


def check_origin(entry: Entry, kind: str | None) -> None:
    """Refuse an entry whose source is not in the record, or is none.

    Raises:
        InputError: naming the entry and its source.
    """
    if kind != "source":
        found = "is not in the record" if kind is None else f"is a {kind}"
        message = f"its source {entry.source!r} {found}; append the source first"
        raise _fault(entry, message)


# ---------------------------------------------------------------- kinds


def _check_source(entry: Entry, body: Body) -> None:
    digest = body.get("digest")
    if not isinstance(digest, str) or not _DIGEST.match(digest):
        message = (
            "a source is kept by the `digest` of its bytes (SHA-256, 64 hexadecimal"
            f" digits), not {digest!r}"
        )
        raise _fault(entry, message)
    if entry.id != f"{BY_DIGEST}{digest}":
        raise _fault(entry, f"the id of this source is '{BY_DIGEST}{digest}'")
    if entry.source:
        raise _fault(entry, "a source has no source of its own")


def _check_withdrawal(entry: Entry, body: Body) -> None:
    _check_effect(entry, body)
    _need(entry, body, "reason")


def _check_effect(entry: Entry, _: Body) -> None:
    if entry.valid.begins is Undated.OPEN:
        message = (
            f"a {entry.kind} takes effect from a day (`valid: {{from: DAY}}`), or from"
            " one that is unknown; it is never open"
        )
        raise _fault(entry, message)


def _check_seen(entry: Entry, body: Body) -> None:
    if _need(entry, body, "state") not in SIGHTINGS:
        message = f"a source was `found` or `vanished`, not {body['state']!r}"
        raise _fault(entry, message)
    if isinstance(entry.valid.begins, Undated):
        raise _fault(entry, "the day it was seen is missing: `valid: {from: DAY}`")


def _check_review(entry: Entry, body: Body) -> None:
    verdict = _need(entry, body, "verdict")
    if verdict not in REVIEWS:
        hint = did_you_mean(verdict, REVIEWS) or f"; expected one of {list(REVIEWS)}"
        raise _fault(entry, f"{verdict!r} is no verdict of a review{hint}")
    _need(entry, body, "reviewer")
    _need(entry, body, "reason")
    if verdict == "corrected" and not isinstance(body.get("body"), dict):
        message = "a corrected entry needs its new wording: `body` in the review's body"
        raise _fault(entry, message)


_OF_KIND: Mapping[str, Callable[[Entry, Body], None]] = {
    "withdrawal": _check_withdrawal,
    "revision": _check_effect,
    "seen": _check_seen,
    "review": _check_review,
}


# ---------------------------------------------------------------- words


def _need(entry: Entry, body: Body, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise _fault(entry, f"the body of a {entry.kind} needs `{name}`, a text")
    return value


def _body(entry: Entry) -> Body:
    """Read the body, once, and refuse words that cannot be kept."""
    if not entry.id or len(entry.id) > _LONGEST_ID or not entry.id.isprintable():
        message = f"an id has 1 to {_LONGEST_ID} printable characters"
        raise _fault(entry, message)
    if len(entry.written) > _LONGEST:
        raise _fault(entry, f"the body is longer than {_LONGEST:,} characters")
    body = entry.body
    if not isinstance(body, dict):
        raise _fault(entry, "the body is an object: names with values")
    check_body(body)
    return body


def check_body(
    value: Any,  # noqa: ANN401 - JSON
    name: str = "body",
    depth: int = 0,
) -> None:
    """Refuse in a body what cannot be kept exactly.

    Raises:
        InputError: a number with a fraction, a character no store keeps, or nesting
            that is too deep, with its name.
    """
    if depth > _DEEPEST:
        raise InputError(f"{name} is nested deeper than {_DEEPEST} levels")
    if isinstance(value, dict):
        for key, member in value.items():
            _check_value(key, f"the name {key!r} in {name}")
            check_body(member, f"{name}.{key}", depth + 1)
    elif isinstance(value, list):
        for number, member in enumerate(value):
            check_body(member, f"{name}[{number}]", depth + 1)
    else:
        _check_value(value, name)


def _check_value(value: object, name: str) -> None:
    match value:
        case float():
            message = f'{name} is {value!r}: write an exact number as text, "{value}"'
            raise InputError(message)
        case int() if not -_LARGEST <= value <= _LARGEST:
            raise InputError(f"{name} is too large for a number: write it as text")
        case str() if _UNKEPT.search(value):
            message = f"{name} holds a character that no store keeps"
            raise InputError(f"{message} (U+0000, or half of a character)")


def _fault(entry: Entry, message: str) -> InputError:
    return InputError(f"entry {entry.id[:_LONGEST_ID]!r}: {message}")
