"""``antinomy own``: who counts through his holdings, and who is at the top.

A file is of this project's form, or one of another house that is known by its look;
those state no lists and no seats, which are given beside or written into the file.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from rich.table import Table

from antinomy.cli import options
from antinomy.cli.answer_file import refuse_to_overwrite, written_before
from antinomy.cli.bars import bar
from antinomy.cli.consoles import console, plain, print_address, print_line
from antinomy.cli.own_file import Asked, holdings_options
from antinomy.ownership import (
    Answer,
    Question,
    RuleAnswer,
    RuleState,
    answer,
    answer_json,
    check_whole,
    day_json,
    effective,
    parent_name,
    parent_word,
    question_json,
    word_of,
    would_be,
)
from antinomy.values import InputError, Json, Lang, exact_text
from antinomy.verdict import fill
from antinomy.view import Packs


@click.command("own")
@holdings_options
@click.option(
    "--as-file", is_flag=True, help="Print the file of holdings, and answer nothing."
)
@options.out_option
@options.resume_option
@options.on_option
@options.known_by_option
@options.lang_option
@options.packs_option
@options.json_option
def command(  # noqa: PLR0913 - each is an option of the command line
    *,
    asked: Asked,
    as_file: bool,
    out: Path | None,
    resume: bool,
    on: date | None,
    known_by: date | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Say for each structure of a FILE who is captured through listed holders.

    FILE is a file of holdings, or statements of the Beneficial Ownership Data Standard
    (0.4), FollowTheMoney entities, or a table of owner, owned and share.
    """
    questions = asked.questions()
    if as_file:
        cases = [question_json(one) for one in _raised(questions)]
        options.print_json(cases[0] if len(cases) == 1 else {"cases": list(cases)})
        return
    packs = options.packs_from(folder)
    if out is not None:
        refuse_to_overwrite(out, resume=resume)
        written = list(written_before(out))
        there = {str(one.answer.get("id")) for one in written}
        questions = (q for q in questions if _id(q) not in there)
    found = (_found(question, packs, on, known_by) for question in questions)
    if out is not None:
        faults = _write(out, written[-1].end if written else 0, found)
    else:
        faults = _tell(found, _Printer(packs, Lang(lang)), as_json=as_json)
    if faults:
        raise InputError("\n".join(str(fault) for fault in faults))


@dataclass(frozen=True, slots=True)
class _Found:
    """The answers to one question, one for each day."""

    question: Question
    days: tuple[date, ...]
    answers: list[Answer]

    def line(self) -> str:
        """Write them as an object of JSON."""
        told = _json(self.question, self.days, self.answers)
        return json.dumps(told, ensure_ascii=False)


def _found(
    question: Question | InputError,
    packs: Packs,
    on: date | None,
    known_by: date | None,
) -> _Found | InputError:
    """Answer a question; what is wrong with it hides no other."""
    if isinstance(question, InputError):
        return question
    days = (on,) if on else question.days
    if not days:
        message = f"no day to ask {question.id} about: state `as_of` or give --on"
        return InputError(message)
    try:
        answers = [_answer(question, packs, day, known_by) for day in days]
    except InputError as error:
        return error
    return _Found(question, days, answers)


def _tell(
    found: Iterable[_Found | InputError], printer: "_Printer", *, as_json: bool
) -> list[InputError]:
    """Print the answers, and give back what could not be answered."""
    faults = []
    for one in found:
        if isinstance(one, InputError):
            faults.append(one)
        elif as_json:
            click.echo(one.line())
        else:
            for day, answered in zip(one.days, one.answers, strict=True):
                printer.print(one.question, day, answered)
    return faults


def _write(
    out: Path, end: int, found: Iterable[_Found | InputError]
) -> list[InputError]:
    """Write the answers as they come, behind those that stand whole in the file."""
    faults = []
    with out.open("ab") as file, bar("own") as shown:
        file.truncate(end)
        task = shown.add_task("", total=None)
        for one in found:
            if isinstance(one, InputError):
                faults.append(one)
            else:
                file.write(one.line().encode() + b"\n")
            shown.advance(task)
    return faults


def _id(question: Question | InputError) -> str | None:
    return None if isinstance(question, InputError) else question.id


def _raised(questions: Iterable[Question | InputError]) -> Iterator[Question]:
    for question in questions:
        if isinstance(question, InputError):
            raise question
        yield question


def _answer(
    question: Question, packs: Packs, day: date, known_by: date | None
) -> Answer:
    check_whole(question.structure, day, lambda _: None)
    view = options.view_of(packs, day, known_by)
    return answer(question.structure, question.subject, view)


def _json(question: Question, days: tuple[date, ...], answers: list[Answer]) -> Json:
    """Give one case: the answers of its last day in force, and of each day in short."""
    bound = [a for a in answers if all(r.state.binds for r in a.rules)]
    found: dict[str, Json] = {
        "id": question.id,
        "subject": question.subject,
        **answer_json((bound or answers)[-1]),
    }
    if len(days) > 1:
        found["expect_by_date"] = {
            str(day): _in_short(each) for day, each in zip(days, answers, strict=True)
        }
    if question.not_read:
        found["not_read"] = list(question.not_read)
    return found


def _in_short(found: Answer) -> Json:
    """Give the states of the rules that have days, and what they ask."""
    told: dict[str, Json] = {}
    for of in found.rules:
        if of.rule.provision:
            told |= day_json(of)
    return told


class _Printer:
    def __init__(self, packs: Packs, lang: Lang) -> None:
        self._packs = packs
        self._lang = lang
        self._out = console()

    def print(self, question: Question, day: date, found: Answer) -> None:
        """Print the answers of one structure on one day."""
        head = f"{question.id} · {question.subject} · {self._say('label.on')} {day}"
        self._out.print(plain(head, "bold"))
        table = Table(show_lines=False)
        for label in ("rule", "answer", "effective", "share", "captured"):
            table.add_column(self._say(f"own.{label}"), overflow="fold")
        for of in found.rules:
            table.add_row(*map(plain, self._row(of)))
        parent = found.parent
        name = parent_name(found.subject, parent.head) if parent.head.is_known else "–"
        top = parent.head.why or f"{name} ({parent.seat})"
        word = parent_word(parent)
        seat = (self._say("own.headquarters"), self._word(word), "", "", top)
        table.add_row(*map(plain, seat))
        self._out.print(table)
        for of in found.rules:
            self._remarks(of)
        if question.not_read:
            keys = ", ".join(question.not_read)
            self._line(f"  {self._say('own.not_read')}: {keys}")
        self._line("")

    def _row(self, of: RuleAnswer) -> tuple[str, ...]:
        low, high = exact_text(of.lower), exact_text(of.upper)
        return (
            f"{of.rule.title.say(self._lang)}\n{self._word(of.state.value)}",
            self._word(word_of(of)),
            self._asked(of) if of.rule.provision else "",
            f"{low} %" if low == high else f"{low} … {high} %",
            ", ".join(of.captured) or "–",
        )

    def _asked(self, of: RuleAnswer) -> str:
        """Tell what the rule asks, and what it would ask if it were not stayed."""
        told = self._word(effective(of))
        if of.state is RuleState.SUSPENDED:
            told += f"\n{self._say('own.would_be')}: {self._word(would_be(of))}"
        return told

    def _word(self, word: str) -> str:
        return self._say(f"own.word.{word}")

    def _remarks(self, of: RuleAnswer) -> None:
        told = (
            ("inherits_from", of.inherits_from),
            ("outside", of.outside),
            ("flags", of.flags),
            ("licence", (of.general_licence.text,) if of.general_licence else ()),
        )
        for label, words in told:
            if words:
                self._line(f"  {self._say(f'own.{label}')}: {', '.join(words)}")
        if of.circle:
            self._line(f"  {self._say('own.circle')}")
        self._line(f"  {of.rule.cite.text}")
        print_address(self._out, of.rule.cite.address, "  ")

    def _line(self, text: str) -> None:
        print_line(self._out, text, "")

    def _say(self, key: str) -> str:
        return fill(self._packs.words, key).say(self._lang)
