"""``antinomy coverage``: what each pack models, flags and does not hold."""

from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text as RichText

from antinomy.cli import options
from antinomy.cli.consoles import console, print_line
from antinomy.law import Law, Pack
from antinomy.values import Day, InputError, Json, Lang, Standing, did_you_mean
from antinomy.verdict import fill, pack_coverage_json
from antinomy.view import Packs


@click.command("coverage")
@click.argument("pack", required=False)
@options.on_option
@options.lang_option
@options.packs_option
@options.json_option
def command(
    *,
    pack: str | None,
    on: date | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Show what all packs cover, or PACK alone; with --on, which are stale then."""
    packs = options.packs_from(folder)
    chosen = _chosen(packs, pack)
    day = None if on is None else Day(on)
    if as_json:
        law = packs.law
        options.print_json({"packs": [_json(law, each, day) for each in chosen]})
        return
    printer = _Printer(packs, Lang(lang), day)
    for each in chosen:
        printer.print(each)


def _chosen(packs: Packs, name: str | None) -> list[Pack]:
    known = packs.law.packs
    if name is not None and name not in known:
        hint = did_you_mean(name, known) or f"; there are {', '.join(known)}"
        raise InputError(f"{name!r} is no pack{hint}")
    return [known[name]] if name else list(known.values())


def _json(law: Law, pack: Pack, on: Day | None) -> Json:
    return {
        "pack": pack.id,
        "title": {"en": pack.title.en, "zh": pack.title.zh},
        "version": pack.version.isoformat(),
        "recorded_from": pack.recorded_from.isoformat(),
        "reliable_to": pack.reliable_to.isoformat(),
        "review_by": pack.review_by.isoformat(),
        "stale": None if on is None else on > pack.reliable_to,
        **pack_coverage_json(pack),
        "sources": {s.value: count for s, count in law.standing_of(pack.id).items()},
    }


class _Printer:
    def __init__(self, packs: Packs, lang: Lang, on: Day | None) -> None:
        self._packs = packs
        self._lang = lang
        self._on = on
        self._out: Console = console()

    def print(self, pack: Pack) -> None:
        title = f"{pack.title.say(self._lang)} ({pack.id})"
        self._out.print(RichText(title, style="bold"))
        days = (
            ("version", pack.version),
            ("reliable_to", pack.reliable_to),
            ("review_by", pack.review_by),
        )
        told = " · ".join(f"{self._say(f'label.{name}')} {day}" for name, day in days)
        self._line(f"  {told}")
        if self._on is not None and self._on > pack.reliable_to:
            self._line(f"  {self._say('label.stale', day=pack.reliable_to)}")
        for label, remarks in (
            ("label.modelled", [(r.regime, r.what) for r in pack.modelled]),
            ("label.flagged", [(f.regime, f.why) for f in pack.flagged]),
            ("label.not_held", [(r.regime, r.what) for r in pack.not_held]),
        ):
            if remarks:
                self._head(label)
            for regime, text in remarks:
                self._line(f"  {regime}: {text.say(self._lang)}")
        counted = self._packs.law.standing_of(pack.id)
        sources = ", ".join(
            f"{counted[s]} {self._say(f'standing.{s.value}')}" for s in Standing
        )
        self._line(f"{self._say('label.sources')}: {sources}\n")

    def _say(self, key: str, **parts: object) -> str:
        return fill(self._packs.words, key, **parts).say(self._lang)

    def _head(self, key: str) -> None:
        self._out.print(RichText(self._say(key), style="cyan"))

    def _line(self, text: str) -> None:
        print_line(self._out, text, "")
