"""zen-engine: bare expressions, and decision graphs, which alone can be traced."""

import json
import sys
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import contest


class _Zen:
    def __init__(self) -> None:
        import zen  # noqa: PLC0415 - the import is timed

        self.zen = zen
        self.encoding: contest.Encoding = None
        self.version = version("zen-engine")

    def prepare(self, deal: contest.Deal) -> contest.Case:
        """Write the deal as JSON, which zen takes a little faster than a dict."""
        return json.dumps(deal)

    def accept(self, deal: contest.Deal) -> contest.Case:
        """Give the dict itself: zen converts it faster than Python writes JSON."""
        return deal

    def letters(self, answer: list[Any]) -> str:
        """Read what came; what is not a boolean is an error."""
        return "".join({True: "Y", False: "N"}.get(one, "E") for one in answer)

    def prover(self, goal: int) -> Callable[[contest.Case], contest.Native] | None:
        """Evaluate the goal's own document with its trace."""
        document = self.encoding.get("traced", {}).get(str(goal))
        if document is None:
            return None
        evaluate = self.load(document).evaluate
        traced = {"trace": True}

        def explain(case: contest.Case) -> contest.Native:
            try:
                return evaluate("rules", case, traced)
            except RuntimeError:
                return None

        return explain

    def load(self, document: contest.Encoding) -> contest.Case:
        """Load a document through the static loader, which compiles it once.

        A decision made by ``create_decision`` is compiled anew in every call.
        """
        loader = {"type": "static", "content": {"rules": document}}
        return self.zen.ZenEngine({"loader": loader})


class List(_Zen):
    """All goals in the list that one compiled expression gives."""

    def compile(self, encoding: contest.Encoding) -> None:
        """Compile one expression."""
        self.encoding = encoding
        self.expression = self.zen.compile_expression(encoding["list"])

    def decide(self, case: contest.Case) -> contest.Native:
        """Evaluate; one goal that cannot be told takes all others along."""
        try:
            return self.expression.evaluate(case)
        except RuntimeError:
            return [None] * len(self.encoding["goals"])


class Each(_Zen):
    """One compiled expression a goal."""

    def compile(self, encoding: contest.Encoding) -> None:
        """Compile each goal."""
        self.encoding = encoding
        self.expressions = [
            self.zen.compile_expression(text) for text in encoding["each"]
        ]

    def decide(self, case: contest.Case) -> list[Any]:
        """Evaluate each."""
        found = []
        for expression in self.expressions:
            try:
                found.append(expression.evaluate(case))
            except RuntimeError:
                found.append(None)
        return found


class Graph(_Zen):
    """A decision graph with the goals in one node."""

    def compile(self, encoding: contest.Encoding) -> None:
        """Load the document."""
        self.encoding = encoding
        self.evaluate = self.load(encoding["document"]).evaluate

    def decide(self, case: contest.Case) -> list[Any]:
        """Evaluate the document; an error anywhere ends it."""
        goals = self.encoding["goals"]
        try:
            found = self.read(self.evaluate("rules", case))
        except RuntimeError:
            return [None] * len(goals)
        return [found.get(goal) for goal in goals]

    def read(self, answer: contest.Native) -> contest.Native:
        """Find the goals."""
        return answer["result"]


class Policy(Graph):
    """A policy document: each predicate computed once, for each member its own."""

    def prepare(self, deal: contest.Deal) -> contest.Case:
        """Wrap the deal in its entity."""
        return json.dumps({"deal": deal})

    def accept(self, deal: contest.Deal) -> contest.Case:
        """Wrap the deal in its entity."""
        return {"deal": deal}

    def read(self, answer: contest.Native) -> contest.Native:
        """Find the goals, which stand in the deal."""
        return answer["result"]["deal"]


if __name__ == "__main__":
    modes: dict[str, Callable[[], contest.Peer]] = {
        "list": List,
        "each": Each,
        "graph": Graph,
        "policy": Policy,
    }
    contest.work(modes[sys.argv[2]])
