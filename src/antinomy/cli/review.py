"""``antinomy review``: what waits for a person, and what that person decides.

Nothing of the record reaches an answer before somebody has accepted it. A review is an
entry itself: the original stays, and a later review takes the place of an earlier one.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from antinomy.cli import options
from antinomy.cli.record_door import Door, shared
from antinomy.cli.record_store import clock
from antinomy.cli.review_desk import ReviewDesk
from antinomy.cli.review_printer import ReviewPrinter, waiting_json
from antinomy.files import read_document
from antinomy.record import Entry, Record, entry_of, stamped
from antinomy.record.kept import TAKEN, verdict_of
from antinomy.record.reading import body_at
from antinomy.values import Day, InputError, Json, Lang
from antinomy.verdict import fill

_MOST = 40
_REVIEWER = click.option("--reviewer", required=True, help="Who has looked at it.")
_REASON = click.option("--reason", required=True, help="Why, in one sentence.")
_IDS = click.argument("ids", metavar="ID...", nargs=-1, required=True)
_CASES = click.option(
    "--case",
    "cases",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A case that is open: what changes its answer comes first; may be repeated.",
)


@click.group("review")
def command() -> None:
    """Look at what waits to be accepted, corrected or rejected.

    Nothing of the record reaches an answer before a person has accepted it.
    """


@command.command("list")
@_CASES
@click.option("--most", default=_MOST, show_default=True, help="Entries to print.")
@shared
def list_waiting(*, cases: tuple[Path, ...], most: int, door: Door) -> None:
    """List what waits for review, what could change most first."""
    with door.open() as record:
        waiting = _desk(record, door, cases).waiting()
    if door.as_json:
        packs = options.packs_from(door.folder)
        options.print_json([waiting_json(one, packs) for one in waiting])
    else:
        _printer(door).queue(waiting, most)


@command.command("show")
@click.argument("id")
@_CASES
@shared
def show(
    *,
    id: str,  # noqa: A002 - the name of the argument
    cases: tuple[Path, ...],
    door: Door,
) -> None:
    """Show the entry ID, what it could change and what it contradicts."""
    with door.open() as record:
        waiting = _desk(record, door, cases).one(id)
    if waiting is None:
        raise InputError(f"{id!r} is not reviewed: see `antinomy record show {id}`")
    if door.as_json:
        options.print_json(waiting_json(waiting, options.packs_from(door.folder)))
    else:
        _printer(door).shown(waiting)


@command.command("accept")
@_IDS
@_REVIEWER
@_REASON
@shared
def accept(*, ids: tuple[str, ...], reviewer: str, reason: str, door: Door) -> None:
    """Let the entries count, as they are worded."""
    _decide(door, ids, "accepted", {"reviewer": reviewer, "reason": reason})


@command.command("reject")
@_IDS
@_REVIEWER
@_REASON
@shared
def reject(*, ids: tuple[str, ...], reviewer: str, reason: str, door: Door) -> None:
    """Let the entries count for nothing; they stay in the record."""
    _decide(door, ids, "rejected", {"reviewer": reviewer, "reason": reason})


@command.command("correct")
@click.argument("id")
@click.option(
    "--body",
    "file",
    required=True,
    type=click.Path(path_type=Path),
    help="A file (YAML or JSON) with the body as it should read.",
)
@click.option(
    "--from", "begins", type=options.DayParam(), help="Its first day, if other."
)
@click.option("--to", "until", type=options.DayParam(), help="Its last day, if other.")
@_REVIEWER
@_REASON
@shared
def correct(
    *,
    id: str,  # noqa: A002 - the name of the argument
    file: Path,
    begins: date | None,
    until: date | None,
    reviewer: str,
    reason: str,
    door: Door,
) -> None:
    """Let the entry ID count in other words; what was recorded stays beside them."""
    body = body_at(read_document(file))
    told: dict[str, Json] = {"reviewer": reviewer, "reason": reason, "body": body}
    _decide(door, (id,), "corrected", told, begins=begins, until=until)


def _decide(
    door: Door,
    ids: tuple[str, ...],
    verdict: str,
    told: Mapping[str, Json],
    *,
    begins: date | None = None,
    until: date | None = None,
) -> None:
    """Append one review an entry, all of them or none."""
    body = {"verdict": verdict, **told}
    with door.open() as record:
        reviews = [_review(record, one, body, begins, until) for one in ids]
        if verdict in TAKEN:
            _check(record, door, ids, told.get("body"))
        record.append(reviews, clock)
        chains = [record.history(one) for one in ids]
        after = _desk(record, door) if verdict in TAKEN else None
        unread = {one: after.unread(one) if after else None for one in ids}
    if door.as_json:
        options.print_json([[one.as_json() for one in chain] for chain in chains])
    else:
        _printer(door).done(verdict, unread)


def _check(record: Record, door: Door, ids: tuple[str, ...], body: Json) -> None:
    """Refuse to accept what is not public yet, or what would end a claim by its words.

    Raises:
        InputError: naming the entry and what to do instead.
    """
    desk, today = _desk(record, door), clock().date()
    for one in ids:
        published = record.history(one)[0].entry.published
        if published is not None and published > today:
            message = f"{one!r} says it is published on {published}, after today"
            raise InputError(f"{message}: accept it then, or record its true day")
        unread = desk.spoilt(one, body if isinstance(body, dict) else None)
        if unread is not None:
            packs = options.packs_from(door.folder)
            why = fill(packs.words, f"unread.{unread.why}", **unread.parts).en
            message = f"{one!r} would leave its entry without a claim ({why})"
            raise InputError(f"{message}: correct its body, or withdraw the entry")


def _review(
    record: Record,
    about: str,
    body: Mapping[str, Json],
    begins: date | None,
    until: date | None,
) -> Entry:
    """Make a review; days that a correction does not state stay as they are.

    They are those of the latest review, if that was a correction, else of the entry.
    """
    first, *acts = record.history(about)
    reviews = [one for one in acts if one.entry.kind == "review"]
    latest = next((one for one in reversed(reviews) if one.entry.about == about), None)
    is_corrected = verdict_of(latest) == "corrected"
    valid = (latest if latest and is_corrected else first).entry.valid
    made = entry_of(
        "review",
        body,
        begins=valid.begins if begins is None else Day(begins),
        until=valid.until if until is None else Day(until),
        about=about,
    )
    return stamped(made, clock())


def _desk(record: Record, door: Door, cases: tuple[Path, ...] = ()) -> ReviewDesk:
    packs, words = options.packs_from(door.folder), options.packs_folder(door.folder)
    return ReviewDesk(record, packs, words, cases)


def _printer(door: Door) -> ReviewPrinter:
    return ReviewPrinter(options.packs_from(door.folder), Lang(door.lang))
