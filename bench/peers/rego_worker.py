"""regopy: Rego as run by rego-cpp. What is undefined is not so."""

import json
from importlib.metadata import version

import contest


class Rego:
    """One module, compiled to a bundle once; one query a deal."""

    def __init__(self) -> None:
        import regopy  # noqa: PLC0415 - the import is timed

        self.regopy = regopy
        self.version = version("regopy")

    def compile(self, encoding: contest.Encoding) -> None:
        """Build the bundle."""
        self.goals = encoding["goals"]
        self.rego = self.regopy.Interpreter()
        self.rego.add_module("bench", encoding["module"])
        self.bundle = self.rego.build("x = data.bench.goals")

    def prepare(self, deal: contest.Deal) -> contest.Case:
        """Leave the deal as it is: the adapter is inside ``set_input``."""
        return deal

    accept = prepare

    def decide(self, case: contest.Case) -> contest.Native:
        """Set the input and query all goals."""
        self.rego.set_input(case)
        return json.loads(str(self.rego.query_bundle(self.bundle)))

    def letters(self, answer: contest.Native) -> str:
        """Read the object of goals."""
        found = answer["bindings"]["x"]
        return "".join("Y" if found.get(goal) is True else "N" for goal in self.goals)

    def prover(self, goal: int) -> None:  # noqa: ARG002 - the shape is the contest's
        """Give nothing: the binding shows no reasons."""
        return


if __name__ == "__main__":
    contest.work(Rego)
