"""Print what screening answers, for eyes."""

from antinomy.cli.consoles import console, plain, print_address, print_line
from antinomy.cli.list_parties import Held
from antinomy.cli.screen_words import sentence_of
from antinomy.screening import Answer, Result
from antinomy.values import Lang
from antinomy.verdict import fill
from antinomy.view import Packs

_SHOWN = 3  # results; all are in --json
_STYLES = {
    "listed": "bold red",
    "same_group": "red",
    "alike": "yellow",
    "weak_alias": "yellow",
    "nothing_found": "",
    "unread": "magenta",
}


class AnswerPrinter:
    """Prints answers in a language, and at the end what they were screened against."""

    def __init__(self, packs: Packs, lang: Lang, held: Held) -> None:
        self._words = packs.words
        self._lang = lang
        self._held = held
        self._out = console()

    def show(self, answer: Answer) -> None:
        """Print one answer: its class, then its best results with their proofs."""
        name = answer.query.name or '""'
        line = plain(f"{name}: ", "bold")
        line.append(self._word(f"screen.class.{answer.kind}"), _STYLES[answer.kind])
        self._out.print(line)
        if answer.why:
            print_line(self._out, f"  {answer.why}")
        for result in answer.results[:_SHOWN]:
            self._result(result)
        more = len(answer.results) - _SHOWN
        if more > 0:
            print_line(self._out, "  " + self._word("screen.more", count=more))
        self._out.print()

    def _result(self, result: Result) -> None:
        party = result.party
        kind = self._word(f"screen.class.{result.kind}")
        told = f"{result.score:.2f}  {party.list}  {party.name}  [{kind}]"
        print_line(self._out, f"  {told}", _STYLES[result.kind])
        print_line(self._out, "    " + sentence_of(result, self._words).say(self._lang))
        noted = "; ".join(text for text in (party.cite, party.begins) if text)
        if noted:
            print_line(self._out, f"    {noted}", "dim")
        print_address(self._out, party.address, "    ")
        if result.accepted:
            key = (
                "screen.was_accepted" if result.accepted.is_over else "screen.accepted"
            )
            accepted = result.accepted
            told = self._word(key, reason=accepted.reason, until=accepted.until)
            print_line(self._out, f"    {told}")

    def tell_lists(self) -> None:
        """Say which lists were looked at, as of which day, and what that proves."""
        days: dict[str, list[str]] = {}
        for name, day in sorted(self._held.versions.items()):
            mark = "*" if name in self._held.in_part else ""
            days.setdefault(day, []).append(name + mark)
        for day, names in sorted(days.items()):
            line = self._word("screen.against_lists", lists=", ".join(names), day=day)
            print_line(self._out, line, "dim")
        if self._held.in_part:
            print_line(self._out, self._word("screen.in_part"), "dim")
        print_line(self._out, self._word("screen.silence"), "dim")

    def _word(self, key: str, **given: object) -> str:
        return fill(self._words, key, **given).say(self._lang)
