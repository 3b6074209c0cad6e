"""``antinomy record shipped``: what ships with the product, as chains with dates."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from antinomy.claims import (
    Claims,
    Event,
    Figure,
    Holding,
    Item,
    Listing,
    Statement,
    item_json,
    kind_of,
    read_claims,
)
from antinomy.cli import options
from antinomy.cli.consoles import console, print_address, print_line
from antinomy.values import InputError, KnownBy, Lang, Span, Text, did_you_mean
from antinomy.verdict import fill
from antinomy.view import Packs


@click.command("shipped")
@click.argument("id", required=False)
@options.known_by_option
@options.lang_option
@options.packs_option
@options.json_option
def shipped(
    *,
    id: str | None,  # noqa: A002 - the name of the argument
    known_by: date | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Show what ships with the product: all of it, or the chain that ID stands in.

    A chain holds a statement or an event, what withdrew, reworded or denied it, and
    what answered, in the order in which it became known.
    """
    claims = read_claims(options.packs_folder(folder) / "record")
    if known_by is not None:
        claims = claims.known_by(KnownBy(known_by))
    items: Sequence[Item] = tuple(claims.items.values())
    if id is not None:
        if id not in claims.items:
            hint = did_you_mean(id, claims.items)
            raise InputError(f"nothing of the id {id!r} ships with the product{hint}")
        items = claims.chain_of(id)
    if as_json:
        options.print_json([item_json(item) for item in items])
        return
    packs = options.packs_from(folder)
    _Printer(packs, claims, Lang(lang)).show(items, briefly=id is None)


class _Printer:
    """Prints items in a language."""

    def __init__(self, packs: Packs, claims: Claims, lang: Lang) -> None:
        self._words = packs.words
        self._claims = claims
        self._lang = lang
        self._out = console()

    def show(self, items: Iterable[Item], *, briefly: bool) -> None:
        """Print items; ``briefly`` one a line."""
        for item in items:
            self._head(item)
            if not briefly:
                self._rest(item)

    def _head(self, item: Item) -> None:
        standing = self._claims.standing_of(item.id)
        days = _days(item)
        told = f"{days or '–'}  {item.id}"
        if standing.status != "standing":
            status = self._word(f"read.status.{standing.status}")
            told += f"  [{self._word('read.by', status=status, event=standing.by)}]"
        print_line(self._out, told, "bold")

    def _rest(self, item: Item) -> None:
        kind = self._word(f"record.kind.{kind_of(item)}")
        known = self._word("record.known_from", day=item.known_from)
        print_line(self._out, f"  {kind}; {known}")
        print_line(self._out, f"  {_told(item).say(self._lang)}")
        for relation in item.relations:
            word = self._word(f"record.relation.{relation.kind}", item=relation.item)
            print_line(self._out, f"  {word}")
        for source in item.evidence:
            published = f", {source.published}" if source.published else ""
            print_line(self._out, f"  {source.cite.text}{published}", "dim")
            print_address(self._out, source.cite.address, "  ")

    def _word(self, key: str, **given: object) -> str:
        return fill(self._words, key, **given).say(self._lang)


def _days(item: Item) -> str:
    """Give the days of an item as it is told: of the deed, the words, or the figure."""
    match item:
        case Event():
            span: Span | None = item.when
        case Statement():
            span = item.said
        case Listing() | Holding():
            span = item.when
        case Figure():
            span = item.valid
    if span is None:
        return ""
    return str(span.first) if span.first == span.last else str(span)


def _told(item: Item) -> Text:
    match item:
        case Statement():
            return item.content
        case _:
            return item.note
