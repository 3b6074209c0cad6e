"""Print an assessment for the eye."""

from rich.table import Table
from rich.text import Text as RichText

from antinomy.cli.consoles import console, print_address, print_line
from antinomy.cli.facts import say_fact
from antinomy.cli.leanings import accepted_lines, reliance_lines, say_basis
from antinomy.values import Lang, Text, Truth
from antinomy.verdict import (
    Assessment,
    Cell,
    Finding,
    Grade,
    Row,
    Verdict,
    Words,
    fill,
    why_unknown,
)

_STYLES = {
    Verdict.PROHIBITED: "bold red",
    Verdict.LICENCE: "bold yellow",
    Verdict.EXPOSED: "magenta",
    Verdict.DUTY: "cyan",
    Verdict.LATENT: "blue",
    Verdict.NONE_FOUND: "green",
    Verdict.UNKNOWN: "bold white",
    Verdict.NOT_MODELLED: "dim",
}


_COLUMN = 14  # letters that a cell needs to be read with ease


def print_assessment(assessment: Assessment, shown: frozenset[str], lang: Lang) -> None:
    """Print matrix, grade, findings, questions, levers and what is not covered."""
    _Printer(assessment, shown, lang).print()


class _Printer:
    def __init__(
        self, assessment: Assessment, shown: frozenset[str], lang: Lang
    ) -> None:
        self._a = assessment
        self._rows = [row for row in assessment.rows if row.course.id in shown]
        self._lang = lang
        self._words: Words = assessment.view.packs.words
        self._out = console()
        self._telling = self._regimes_telling()

    def say(self, key: str, **parts: object) -> str:
        """Give a word of the product in the language of the output."""
        return fill(self._words, key, **parts).say(self._lang)

    def print(self) -> None:
        """Print everything."""
        view = self._a.view
        name = self._a.transaction.name
        days = f"{self.say('label.on')} {view.on}"
        days += f" · {self.say('label.known_by')} {view.known_by}"
        head = f"{name} · {days}" if name else days
        self._out.print(RichText(head, style="bold"))
        self._out.print(self._matrix())
        self._silent()
        self._grade()
        self._contradictions()
        self._relied_on()
        self._findings()
        self._questions()
        self._levers()
        self._accepted()
        self._coverage()

    # ------------------------------------------------------------------ matrix

    def _matrix(self) -> Table:
        """Lay courses by regimes, or regimes by courses where that is narrower."""
        regimes = self._telling
        cells = {
            (row.course.id, cell.regime): self._cell(cell)
            for row in self._rows
            for cell in row.cells
        }
        table = Table(show_lines=True, expand=False)
        if _COLUMN * len(regimes) + 2 * _COLUMN <= self._out.width:
            table.add_column(self.say("label.course"), overflow="fold", ratio=2)
            for regime in regimes:
                table.add_column(regime, overflow="fold")
            for row in self._rows:
                told = [cells[row.course.id, regime] for regime in regimes]
                table.add_row(self._course(row), *told)
            return table
        table.add_column(self.say("label.regime"), overflow="fold")
        for row in self._rows:
            table.add_column(self._course(row), overflow="fold")
        for regime in regimes:
            told = [cells[row.course.id, regime] for row in self._rows]
            table.add_row(regime, *told)
        return table

    def _silent(self) -> None:
        """Name the regimes of which nothing is told in the matrix, and why."""
        by_reason: dict[str, list[str]] = {}
        for cell in self._rows[0].cells if self._rows else ():
            if cell.verdict is Verdict.NOT_MODELLED or cell.regime in self._telling:
                continue
            reason = self.say("label.silent")
            if cell.stale is not None:
                reason = self.say("label.silent_stale", day=cell.stale)
            elif cell.recorded_since is not None:
                day = cell.recorded_since
                reason = self.say("label.silent_before", day=day)
            by_reason.setdefault(reason, []).append(cell.regime)
        for reason, regimes in by_reason.items():
            self._line(f"{reason}: {', '.join(regimes)}", "dim")

    def _regimes_telling(self) -> list[str]:
        """Give the regimes that say something of a course shown, in their order."""
        telling = {
            cell.regime
            for row in self._rows
            for cell in row.cells
            if cell.flagged or {cell.certain, cell.could_be} != {Verdict.NONE_FOUND}
        }
        return [regime for regime in self._modelled() if regime in telling]

    def _modelled(self) -> list[str]:
        return [
            cell.regime
            for row in self._rows[:1]
            for cell in row.cells
            if cell.verdict is not Verdict.NOT_MODELLED
        ]

    def _course(self, row: Row) -> RichText:
        text = RichText(row.course.title.say(self._lang))
        if row.available is Truth.UNKNOWN:
            text.append(f"\n({self.say('label.may_be_available')})", "dim")
        against = self._a.antinomy.one_sided.get(row.course.id)
        if against and self._a.antinomy.grade is Grade.NONE:
            note = self.say("label.against", regimes=", ".join(against))
            text.append(f"\n{note}", "dim")
        return text

    def _cell(self, cell: Cell) -> RichText:
        text = RichText(self._verdict(cell.verdict), style=_STYLES[cell.verdict])
        if cell.could_be.rank > cell.certain.rank:
            label = self.say("label.could_be")
            text.append(f"\n{label}: {self._verdict(cell.could_be)}", "dim")
        if cell.review_policy is not None:
            text.append(f"\n{self.say(f'policy.{cell.review_policy.value}')}", "dim")
        if cell.also:
            also = ", ".join(self._verdict(v) for v in cell.also)
            text.append(f"\n{self.say('label.also')}: {also}", "dim")
        if cell.stale is not None:
            text.append(f"\n{self.say('label.stale', day=cell.stale)}", "dim")
        return text

    def _verdict(self, verdict: Verdict) -> str:
        return self.say(f"verdict.{verdict.value}")

    # ------------------------------------------------------------------ grade

    def _grade(self) -> None:
        antinomy = self._a.antinomy
        grade = antinomy.grade
        meaning = self.say(f"grade.{grade.value}")
        line = f"{self.say('label.grade')}: {self.say(f'grade_name.{grade.value}')}"
        line += f" – {meaning}"
        self._out.print(RichText(line, style="bold"))
        if grade is Grade.UNKNOWN:
            possible = ", ".join(
                self.say(f"grade_name.{g.value}") for g in antinomy.possible
            )
            self._out.print(
                f"  {self.say('label.possible_grades')}: {possible}", markup=False
            )
        if antinomy.norms:
            self._out.print(
                f"  {self.say('label.norms')}: {', '.join(antinomy.norms)}",
                markup=False,
            )
        if antinomy.not_weighed:
            left_out = ", ".join(antinomy.not_weighed)
            self._out.print(
                f"  {self.say('label.not_weighed')}: {left_out}", markup=False
            )
        titles = {row.course.id: row.course.title for row in self._a.rows}
        for escape in antinomy.escapes:
            what = self.say("label.clean")
            if escape.paper:
                what = self.say(
                    "lever.obtain", paper=self._words[f"paper.{escape.paper}"]
                )
                policies = [self.say(f"policy.{p.value}") for p in escape.policies]
                what += f" ({', '.join(policies)})" if policies else ""
            title = titles[escape.course].say(self._lang)
            self._out.print(
                f"  {self.say('label.escapes')}: {title} – {what}", markup=False
            )

    def _contradictions(self) -> None:
        """Name each figure that the file states against the catalogue."""
        for told in self._a.contradictions:
            line = self.say(
                "label.contradicts",
                fact=told.fact,
                stated=say_fact(told.stated, self._words, self._lang),
                held=say_fact(told.held, self._words, self._lang),
            )
            self._line(f"  {line}", "bold yellow")

    def _relied_on(self) -> None:
        """Say of each statement that the file relies on whether it stands."""
        for reliance in self._a.reliances:
            for line in reliance_lines(reliance, self._words, self._lang):
                self._line(f"  {line}", "bold yellow")

    # ------------------------------------------------------------------ findings

    def _findings(self) -> None:
        self._out.print(RichText(f"\n{self.say('label.findings')}", style="bold"))
        told: set[tuple[str, str]] = set()
        folded: dict[tuple[str, str], set[str]] = {}
        for cell in (cell for row in self._rows for cell in row.cells):
            adding_nothing = {
                finding.provision.id
                for finding in cell.findings
                if self._adds_nothing(cell, finding)
            }
            if adding_nothing:
                folded[cell.course, cell.regime] = adding_nothing
            self._told_of(cell, adding_nothing, told)
        self._folded(folded)

    def _told_of(
        self, cell: Cell, left_out: set[str], told: set[tuple[str, str]]
    ) -> None:
        """Print the findings of a cell and why it is open, each but once."""
        for finding in cell.findings:
            key = (finding.provision.id, finding.truth.value)
            if finding.provision.id not in left_out and key not in told:
                told.add(key)
                self._finding(cell, finding)
        for reason in why_unknown(cell, self._words):
            key = (cell.regime, reason.en)
            if cell.regime in self._telling and key not in told:
                told.add(key)
                self._line(f"  {cell.regime}: {reason.say(self._lang)}", "dim")

    def _folded(self, folded: dict[tuple[str, str], set[str]]) -> None:
        """Count the norms that may apply and could not make their cell any stronger."""
        told: set[frozenset[str]] = set()
        for (course, regime), norms in folded.items():
            if frozenset(norms) not in told:
                told.add(frozenset(norms))
                where = f"{course}/{regime}"
                line = self.say("label.folded", count=len(norms), where=where)
                self._line(f"  {regime}: {line}", "dim")

    def _adds_nothing(self, cell: Cell, finding: Finding) -> bool:
        """Tell a norm that may apply beside others, as strong, that do for certain."""
        is_certain = finding.truth is Truth.TRUE or finding.sleeps
        return not is_certain and finding.verdict.rank <= cell.certain.rank

    def _finding(self, cell: Cell, finding: Finding) -> None:
        cite = finding.cite
        truth = "" if finding.truth is Truth.TRUE else f", {self._how(finding)}"
        head = f"  {cell.regime} · {self._verdict(finding.verdict)}{truth}"
        head += f" · {finding.provision.title.say(self._lang)}"
        self._line(head, "")
        force = self.say(f"force.{finding.force.value}")
        standing = self.say(f"standing.{cite.standing.value}")
        self._line(f"      {cite.text} ({force}; {standing})", "dim")
        print_address(self._out, cite.address, "      ")
        for basis in self._a.leanings(cell.course, finding):
            self._line(f"      {say_basis(basis, self._words, self._lang)}", "dim")
        for key, text in (
            ("rate", Text(finding.norm.rate) if finding.norm.rate else None),
            ("why", finding.norm.why),
            ("consequence", finding.norm.consequence),
            ("remedy", finding.norm.remedy),
            ("deadline", finding.norm.deadline),
            ("exception", finding.exception.title if finding.exception else None),
            ("conditions", finding.conditions),
        ):
            if text is not None:
                self._line(
                    f"      {self.say(f'label.{key}')}: {text.say(self._lang)}", "dim"
                )
        if finding.policies and finding.verdict is Verdict.LICENCE:
            policies = ", ".join(
                self.say(f"policy.{p.value}") for p in finding.policies
            )
            self._line(f"      {self.say('label.review')}: {policies}", "dim")

    def _how(self, finding: Finding) -> str:
        if finding.sleeps:
            return self.say(f"state.{finding.state.value}")
        return self.say("truth.unknown")

    def _line(self, text: str, style: str) -> None:
        print_line(self._out, text, style)

    # ------------------------------------------------------------------ advice

    def _questions(self) -> None:
        if not self._a.advice.questions:
            return
        self._out.print(RichText(f"\n{self.say('label.questions')}", style="bold"))
        for number, question in enumerate(self._a.advice.questions, 1):
            who = f"{self.say('label.who')}: {self._who(question.who)}"
            note = f"{self._settles(question.settles)}; {who}"
            self._line(f"  {number}. {question.text.say(self._lang)}", "")
            self._line(f"      {question.fact} – {note}", "dim")
            if question.because:
                self._line(f"      {question.because}", "dim")

    def _settles(self, count: int) -> str:
        if not count:
            return self.say("label.with_others")
        return f"{self.say('label.settles')} {self.say('label.cells', count=count)}"

    def _who(self, who: str) -> str:
        """Name who can answer; an authority keeps its own name."""
        key = f"who.{who.replace(' ', '_')}"
        return self.say(key) if key in self._words else who

    def _levers(self) -> None:
        if not self._a.advice.levers:
            return
        self._out.print(RichText(f"\n{self.say('label.levers')}", style="bold"))
        for lever in self._a.advice.levers:
            policies = ", ".join(self.say(f"policy.{p.value}") for p in lever.policies)
            note = f" ({self.say('label.review')}: {policies})" if policies else ""
            self._line(f"  - {lever.text.say(self._lang)}{note}", "")
            if lever.flips:
                titles = {row.course.id: row.course.title for row in self._a.rows}
                flips = ", ".join(
                    f"{titles[course].say(self._lang)}/{regime}"
                    for course, regime in lever.flips
                )
                self._line(f"      {self.say('label.flips')}: {flips}", "dim")

    def _accepted(self) -> None:
        """Name what was accepted on top of the packs."""
        lines = accepted_lines(self._a.view.packs, self._words, self._lang)
        for line in lines:
            self._line(f"\n{line}" if line == lines[0] else line, "dim")

    def _coverage(self) -> None:
        """Name what the packs that say something here do not hold; count the rest."""
        self._out.print(RichText(f"\n{self.say('label.coverage')}", style="bold"))
        law = self._a.view.packs.law
        speaking = {law.regimes[regime].pack for regime in self._telling}
        elsewhere = 0
        for pack in law.packs.values():
            if pack.id not in speaking:
                elsewhere += len(pack.not_held)
                continue
            held: dict[str, list[str]] = {}
            for remark in pack.not_held:
                held.setdefault(remark.regime, []).append(remark.what.say(self._lang))
            for regime, texts in held.items():
                self._line(f"  {regime}: {'; '.join(texts)}", "dim")
        if elsewhere:
            more = self.say("label.not_held_elsewhere", count=elsewhere)
            self._line(f"  {more}", "dim")
        flagged = sum(len(pack.flagged) for pack in law.packs.values())
        met = {f.id for row in self._a.rows for cell in row.cells for f in cell.flagged}
        count = self.say("label.flagged_count", count=flagged, met=len(met))
        self._line(f"  {count}", "dim")
        self._line(f"\n{self.say('label.silence')}", "italic")
        self._line(self.say("label.reason_recorded"), "italic")
