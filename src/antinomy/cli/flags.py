"""``antinomy flags``: the red flags of a path of supply, and what follows from them."""

import json
from datetime import date
from pathlib import Path

import click
from rich.table import Table

from antinomy.cli import options
from antinomy.cli.consoles import console, plain, print_address, print_line
from antinomy.files import Limits, read_document
from antinomy.routes import (
    Case,
    Flag,
    Judgement,
    because,
    cases_in,
    judge,
    judgement_json,
    parent_json,
    what,
)
from antinomy.values import InputError, Lang
from antinomy.verdict import fill
from antinomy.view import Packs

# A path may have many movements: 100,000 of a few fields each.
_LIMITS = Limits(size=50 * 1024 * 1024, nodes=2_000_000)


@click.command("flags")
@click.argument("file", type=click.Path(path_type=Path))
@options.on_option
@options.known_by_option
@options.lang_option
@options.packs_option
@options.json_option
def command(
    *,
    file: Path,
    on: date | None,
    known_by: date | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Tell the red flags of each path of supply in a FILE, with their evidence."""
    packs = options.packs_from(folder)
    places = packs.catalogue.places.names
    faults = []
    printer = _Printer(packs, Lang(lang))
    document = read_document(file, _LIMITS)
    for case in cases_in(document, packs.red_flags, places):
        if isinstance(case, InputError):
            faults.append(case)
            continue
        day = on or case.as_of
        if day is None:
            message = f"no day to ask {case.id} about: state `as_of` or give --on"
            faults.append(InputError(message))
            continue
        found = judge(case, options.view_of(packs, day, known_by))
        if as_json:
            told = judgement_json(found, Lang(lang))
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            printer.print(case, found)
    if faults:
        raise InputError("\n".join(str(fault) for fault in faults))


class _Printer:
    def __init__(self, packs: Packs, lang: Lang) -> None:
        self._packs = packs
        self._lang = lang
        self._out = console()

    def print(self, case: Case, found: Judgement) -> None:
        """Print what was found of one path of supply."""
        word = self._say(f"flags.word.{found.outcome.disposition.value}")
        head = f"{case.id} · {self._say('label.on')} {found.setting.on} · {word}"
        self._out.print(plain(head, "bold"))
        for line in because(found, self._lang):
            self._line(f"  {line}")
        if found.flags:
            self._table(found)
        self._tests(found)
        self._sources(found.flags)
        self._beside(found)
        self._line("")

    def _table(self, found: Judgement) -> None:
        table = Table(show_lines=True)
        for label in ("flag", "evidence", "question"):
            table.add_column(self._say(f"flags.{label}"), overflow="fold")
        for flag in found.flags:
            evidence = "\n".join(
                f"{what(flag, each, self._lang)} [{each.where}]"
                + (f" {each.day}" if each.day else "")
                for each in flag.evidence
            )
            title = f"{flag.code}\n{flag.rule.title.say(self._lang)}"
            table.add_row(plain(title), plain(evidence), flag.rule.asks.say(self._lang))
        self._out.print(table)

    def _tests(self, found: Judgement) -> None:
        tested = parent_json(found)
        if tested is not None:
            words = tested if isinstance(tested, dict) else {"buyer": tested}
            for whom, word in words.items():
                label = self._say(f"flags.tested.{whom}")
                self._line(f"  {label}: {self._say(f'own.word.{word}')}")
        for balance in found.balances:
            whose = balance.party or balance.where
            sums = f"{balance.received} - {balance.forwarded} - {balance.seen or 0}"
            days = ", ".join(
                f"{self._say(f'flags.days.{name}')} {when or '?'}"
                for name, when in balance.dates
            )
            label = self._say("flags.balance")
            self._line(f"  {label} {whose}: {sums} = {balance.left} ({days})")

    def _sources(self, flags: tuple[Flag, ...]) -> None:
        """Name the sources of each flag, then the addresses, each once."""
        for flag in flags:
            texts = "; ".join(cite.text for cite in flag.rule.cites)
            self._line(f"  {flag.code}: {texts}")
        cites = (cite for flag in flags for cite in flag.rule.cites)
        for address in dict.fromkeys(cite.address for cite in cites):
            print_address(self._out, address, "  ")

    def _beside(self, found: Judgement) -> None:
        for claim in found.conflict:
            label = self._say("flags.conflict")
            self._line(f"  {label}: {claim.speaker}: {claim.says}")
        for label, signs in (("answered", found.answered), ("denied", found.denied)):
            for sign in signs:
                told = f"{sign.code}: {sign.value} [{sign.where}]"
                self._line(f"  {self._say(f'flags.{label}')}: {told}")
        for words in found.unread:
            label = self._say("flags.unread")
            self._line(f"  {label}: {words.text[:160]} [{words.where}]")
        for doubt in found.setting.case.doubts:
            self._line(f"  {self._say('flags.doubt')}: {doubt}")

    def _line(self, text: str) -> None:
        print_line(self._out, text, "")

    def _say(self, key: str) -> str:
        return fill(self._packs.words, key).say(self._lang)
