"""cel-expr-python: Google's C++ engine; its errors are its third value."""

import sys
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import contest

EIGHT = 8  # goals in a block of sixteen rules


class _Cel:
    def __init__(self) -> None:
        from cel_expr_python import cel  # noqa: PLC0415 - the import is timed
        from cel_expr_python.ext import ext_bindings  # noqa: PLC0415

        self.cel, self.extension = cel, ext_bindings.ExtBindings()
        self.env: contest.Native = None
        self.version = version("cel-expr-python")

    def environment(self) -> contest.Native:
        """Declare the one variable."""
        return self.cel.NewEnv(
            variables={"t": self.cel.Type.DYN}, extensions=[self.extension]
        )

    def prepare(self, deal: contest.Deal) -> contest.Case:
        """Convert the deal once; all programs read the same activation."""
        return self.env.Activation({"t": deal})

    accept = prepare

    def letters(self, answer: list[Any]) -> str:
        """Read what came; an error ("no such key") is CEL's way to say unknown."""
        return "".join({True: "Y", False: "N"}.get(one, "U") for one in answer)

    def prover(self, goal: int) -> None:  # noqa: ARG002 - the shape is the contest's
        """Give nothing: the binding shows no reasons."""
        return


class Each(_Cel):
    """One program a goal, inlined."""

    def compile(self, encoding: contest.Encoding) -> None:
        """Compile and check each."""
        self.env = self.environment()
        self.programs = [self.env.compile(text) for text in encoding["each"]]

    def decide(self, case: contest.Case) -> list[Any]:
        """Evaluate each; an error comes as text or status, never as a boolean."""
        return [
            found if found.__class__ is bool else None
            for found in [program.eval(case).value() for program in self.programs]
        ]


class List(_Cel):
    """One program for each eight goals, the predicates of the transaction bound."""

    def compile(self, encoding: contest.Encoding) -> None:
        """Compile and check each; a single program would be nested too deep."""
        self.env = self.environment()
        self.programs = [self.env.compile(text) for text in encoding["lists"]]

    def decide(self, case: contest.Case) -> list[Any]:
        """Evaluate; one goal that cannot be told takes all others along."""
        found: list[Any] = []
        for program in self.programs:
            goals = program.eval(case).plain_value()
            found += goals if goals.__class__ is list else [None] * EIGHT
        return found


if __name__ == "__main__":
    modes: dict[str, Callable[[], contest.Peer]] = {"each": Each, "list": List}
    contest.work(modes[sys.argv[2]])
