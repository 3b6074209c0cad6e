"""The file that ``antinomy own`` is asked about, and what is stated beside it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from antinomy.files import Limits, parse_document, read_text
from antinomy.ownership import (
    FORMS,
    OWN,
    Listing,
    Question,
    form_of,
    holdings_in,
    marked,
    questions_in,
)
from antinomy.values import InputError, parse_day

_LARGEST = Limits(size=512 << 20)  # files of other houses hold whole registers


@dataclass(frozen=True, slots=True)
class Asked:
    """A file in a form, whom it is asked about, and lists and seats stated beside."""

    file: Path
    form: str | None
    subject: str
    listed: tuple[str, ...]
    seat: tuple[str, ...]

    def questions(self) -> Iterator[Question | InputError]:
        """Read each question, or what is wrong with it.

        Raises:
            InputError: the file as a whole, or an option, cannot be read.
        """
        entries: dict[str, tuple[Listing, ...]] = defaultdict(tuple)
        for text in self.listed:
            name, said = _pair(text, "--listed NAME=LIST")
            of, _, day = said.partition("@")
            entries[name] += (Listing(of, _day(day)),)
        seats = dict(_pair(text, "--seat NAME=PLACE") for text in self.seat)
        for question in _read(self):
            if isinstance(question, Question):
                yield _marked(question, entries, seats)
            else:
                yield question


def holdings_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add FILE and the options that say how it is read, handed on as one value."""

    @wraps(function)
    def asked(  # the five that are gathered, and the rest as they come
        *,
        file: Path,
        form: str | None,
        subject: str,
        listed: tuple[str, ...],
        seat: tuple[str, ...],
        **rest: Any,  # noqa: ANN401 - whatever the command has beside
    ) -> None:
        function(asked=Asked(file, form, subject, listed, seat), **rest)

    options = (
        click.argument("file", type=click.Path(path_type=Path)),
        click.option(
            "--format",
            "form",
            type=click.Choice([OWN, *FORMS]),
            help="The form of the file [default: by its look].",
        ),
        click.option(
            "--subject", default="", help="The firm asked about, by name or number."
        ),
        click.option(
            "--listed",
            multiple=True,
            metavar="NAME=LIST[@DAY]",
            help="A holder on a list, from a day; may be repeated.",
        ),
        click.option(
            "--seat",
            multiple=True,
            metavar="NAME=PLACE",
            help="Where the executives of a holder sit; may be repeated.",
        ),
    )
    found: Callable[..., None] = asked
    for option in reversed(options):
        found = option(found)
    return found


def _read(asked: Asked) -> Iterator[Question | InputError]:
    text = read_text(asked.file, _LARGEST)
    form = asked.form or form_of(text)
    if form != OWN:
        yield from holdings_in(text, str(asked.file), form, asked.subject)
        return
    for question in questions_in(parse_document(text, str(asked.file))):
        if isinstance(question, InputError) or asked.subject in {"", question.subject}:
            yield question


def _marked(
    question: Question,
    entries: Mapping[str, tuple[Listing, ...]],
    seats: Mapping[str, str],
) -> Question | InputError:
    """Add lists and seats; a holder who is not there makes no other case fail."""
    try:
        return marked(question, entries, seats)
    except InputError as error:
        return error


def _pair(text: str, shape: str) -> tuple[str, str]:
    name, is_there, said = text.rpartition("=")
    if not is_there or not name or not said:
        raise InputError(f"{text!r} is not of the shape {shape}")
    return name, said


def _day(text: str) -> date | None:
    try:
        return parse_day(text) if text else None
    except ValueError as error:
        raise InputError(str(error)) from None
