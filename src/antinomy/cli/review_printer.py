"""What ``antinomy review`` prints: the queue, and one entry with what it could do."""

from collections.abc import Mapping, Sequence

from rich.table import Table

from antinomy.cli.consoles import console, plain, print_line
from antinomy.cli.record_printer import Printer
from antinomy.record import Effect, Waiting, moment_text
from antinomy.values import Json, Lang, Text
from antinomy.verdict import fill
from antinomy.view import Packs, Unread

_DAY = len("2026-01-01")


class ReviewPrinter:
    """Prints in one language."""

    def __init__(self, packs: Packs, lang: Lang) -> None:
        self._packs = packs
        self._lang = lang
        self._out = console()
        self.entries = Printer(packs, lang)

    def queue(self, waiting: Sequence[Waiting], most: int) -> None:
        """Print what waits as a table, the most telling first."""
        if not waiting:
            self._line(self._say("none"))
            return
        table = Table()
        for label in ("id", "changes", "against", "grade", "since"):
            table.add_column(self._say(label), overflow="fold")
        for one in waiting[:most]:
            since = moment_text(one.kept.first.recorded)[:_DAY]
            told = [since, *(self._say(word) for word in _marks(one))]
            against = ", ".join(one.against)
            grade = self._grade(one)
            row = (one.kept.id, self._effect(one), against, grade, "\n".join(told))
            table.add_row(*map(plain, row))
        self._out.print(table)
        left = len(waiting) - most
        if left > 0:
            self._line(self._say("more", count=left))

    def shown(self, one: Waiting) -> None:
        """Print an entry, what it could change and what it contradicts."""
        self.entries.shown(one.kept)
        self._line(f"  {self._say('changes')}: {self._effect(one)}")
        if one.against:
            self._line(f"  {self._say('against')}: {', '.join(one.against)}")
        self._line(f"  {self._say('grade')}: {self._grade(one)}")

    def done(self, verdict: str, entries: Mapping[str, Unread | None]) -> None:
        """Print that a review was written, and why an entry changes nothing."""
        for entry, unread in entries.items():
            told = self._packs.words[f"record.verdict.{verdict}"].say(self._lang)
            if unread is not None:
                why = fill(self._packs.words, f"unread.{unread.why}", **unread.parts)
                told += f"; {self._say('nothing', why=why)}"
            self._line(f"{entry}: {told}")

    # ------------------------------------------------------------ parts

    def _effect(self, one: Waiting) -> str:
        if one.effect is Effect.CASES:
            return self._say("cases", cases=", ".join(one.cases))
        if one.effect is Effect.RULES:
            return self._say("rules")
        return self._say("nothing", why=said_unread(one, self._packs))

    def _grade(self, one: Waiting) -> str:
        standing = self._packs.words[f"standing.{one.standing.value}"].say(self._lang)
        return f"{one.grade} ({standing})"

    def _say(self, key: str, **parts: object) -> str:
        return fill(self._packs.words, f"review.{key}", **parts).say(self._lang)

    def _line(self, text: str) -> None:
        print_line(self._out, text)


def _marks(one: Waiting) -> list[str]:
    marks = [] if one.reason == "new" else ["source_changed"]
    return marks if one.is_new else [*marks, "repeats"]


def said_unread(one: Waiting, packs: Packs) -> Text:
    """Give why an entry changes no answer."""
    assert one.unread is not None, "asked of an entry that changes nothing"
    return fill(packs.words, f"unread.{one.unread.why}", **one.unread.parts)


def waiting_json(one: Waiting, packs: Packs) -> dict[str, Json]:
    """Give what waits as JSON: the entry, and what speaks for looking at it soon."""
    told: dict[str, Json] = {
        "id": one.kept.id,
        "reason": one.reason,
        "effect": one.effect.name.lower(),
        "cases": list(one.cases),
        "contradicts": list(one.against),
        "grade": one.grade,
        "source_status": one.standing.value,
        "new": one.is_new,
        "entry": one.kept.as_json(),
    }
    if one.unread is None:
        return told
    said = said_unread(one, packs)
    return {**told, "why_nothing": {"en": said.en, "zh": said.zh}}
