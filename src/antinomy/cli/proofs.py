"""Draw a proof as a tree: provisions with their citations, facts with their sources."""

from functools import partial

from rich.text import Text as RichText
from rich.tree import Tree

from antinomy.cli.facts import say_fact, say_source
from antinomy.cli.leanings import say_acceptance, say_basis
from antinomy.language import Concluded, Not, Proof, Step, show
from antinomy.law import Excepts
from antinomy.values import Lang, Truth, Unknown
from antinomy.verdict import Assessment, Cell, Finding


class ProofPrinter:
    """Draw the proofs of one cell."""

    def __init__(self, assessment: Assessment, cell: Cell, lang: Lang) -> None:
        self._leanings = partial(assessment.leanings, cell.course)
        self._law = assessment.view.packs.law
        self._standings = assessment.view.law.standings
        self._facts = assessment.facts[cell.course]
        self._words = assessment.view.packs.words
        self._lang = lang

    def add_finding(self, tree: Tree, finding: Finding, proof: Proof) -> None:
        """Add a finding: its verdict, citation, and the proof below."""
        verdict = self._words[f"verdict.{finding.verdict.value}"].say(self._lang)
        truth = self._truth(finding.truth)
        head = f"{verdict} ({truth}) · {finding.provision.title.say(self._lang)}"
        branch = tree.add(RichText(head, style="bold"))
        cite = finding.cite
        standing = self._words[f"standing.{cite.standing.value}"].say(self._lang)
        branch.add(RichText(f"{cite.text} ({standing}) {cite.address}", style="dim"))
        if cite.quote:
            branch.add(RichText(f"“{cite.quote}”", style="italic"))
        for basis in self._leanings(finding):
            branch.add(RichText(say_basis(basis, self._words, self._lang), "dim"))
        self._step(branch, proof.step)

    def _truth(self, truth: Truth) -> str:
        return self._words[f"truth.{truth.value}"].say(self._lang)

    def _step(self, tree: Tree, step: Step) -> None:
        """Add one step; plain connectives are passed through to keep the tree low."""
        match step.form:
            case Concluded(_, name):
                self._provision(tree, step, name)
            case Not():
                label = self._words["label.not"].say(self._lang)
                branch = tree.add(RichText(f"{label} · {self._truth(step.truth)}"))
                self._arms(branch, step)
            case _ if step.facts and not step.arms:
                self._atom(tree, step)
            case _:
                branch = tree
                if len(step.arms) != 1 or step.facts:
                    text = (
                        f"{show(step.form)} [{step.path}]"
                        if step.path
                        else show(step.form)
                    )
                    branch = tree.add(RichText(f"{text} · {self._truth(step.truth)}"))
                self._arms(branch, step)
                for fact in step.facts:
                    self._fact(branch, fact)

    def _arms(self, tree: Tree, step: Step) -> None:
        for arm in step.arms:
            self._step(tree, arm)

    def _provision(self, tree: Tree, step: Step, name: str) -> None:
        provision = self._law.provisions.get(name)
        if provision is None:
            where = f" [{step.path}]" if step.path else ""
            if name.startswith("breach:"):
                self._arms(tree, step)
                return
            branch = tree.add(RichText(f"{name}{where} · {self._truth(step.truth)}"))
            self._arms(branch, step)
            return
        version = self._standings[name].version
        cite = version.cite if version else self._law.measures[provision.measure].cite
        label = ""
        if isinstance(provision.does, Excepts):
            label = self._words["label.exception"].say(self._lang) + ": "
        title = provision.title.say(self._lang)
        head = f"{label}{title} · {self._truth(step.truth)} · {cite.text}"
        branch = tree.add(RichText(head, style="cyan"))
        self._arms(branch, step)

    def _atom(self, tree: Tree, step: Step) -> None:
        branch = tree.add(RichText(f"{show(step.form)} · {self._truth(step.truth)}"))
        for fact in step.facts:
            self._fact(branch, fact)

    def _fact(self, tree: Tree, fact_id: str) -> None:
        fact = self._facts.get(fact_id, Unknown())
        told = f"{fact_id} = {say_fact(fact, self._words, self._lang)}"
        source = say_source(fact, self._words, self._lang)
        told += f" ({source})" if source else ""
        for acceptance in fact.source.acceptances:
            told += f"; {say_acceptance(acceptance, self._words, self._lang)}"
        branch = tree.add(RichText(told, style="dim"))
        for line in fact.source.steps:
            branch.add(RichText(line, style="dim"))
