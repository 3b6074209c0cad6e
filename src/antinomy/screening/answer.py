"""What screening answers: a class, and results with their proofs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from antinomy.screening.cleaning import Step
from antinomy.screening.compare import Comparison
from antinomy.screening.party import Alias, ListedParty
from antinomy.values import Json

Class = Literal[
    "listed", "same_group", "alike", "weak_alias", "nothing_found", "unread"
]


@dataclass(frozen=True, slots=True)
class Query:
    """A name to screen, and whether it is said to be a person's or a firm's."""

    name: str
    kind: Literal["", "person", "firm"] = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A result that somebody has looked at and set aside, until a day."""

    reason: str
    until: str
    by: str = ""
    is_over: bool = False

    def as_json(self) -> dict[str, Json]:
        """Give the reason, the last day, who said so, and whether the day is past."""
        return {
            "reason": self.reason,
            "until": self.until,
            "by": self.by,
            "is_over": self.is_over,
        }


@dataclass(frozen=True, slots=True)
class Result:
    """A party that a name may be, how alike from 0 to 1, and why.

    ``form`` is the form of the query that met the name ``alias`` of the party.
    """

    party: ListedParty
    alias: Alias
    form: str
    score: float
    kind: Class
    comparison: Comparison
    accepted: Accepted | None = None

    def as_json(self) -> dict[str, Json]:
        """Give the result: name as on the list, list, score, class, proof."""
        found: dict[str, Json] = {
            "name": self.party.name,
            "list": self.party.list,
            "score": round(self.score, 4),
            "class": self.kind,
            "proof": self.proof(),
        }
        if self.accepted:
            found["accepted"] = self.accepted.as_json()
        return found

    def proof(self) -> dict[str, Json]:
        """Give what agreed with what and by what, and the row it stands on."""
        compared = self.comparison
        agreed: list[Json] = [
            {"query": a.query, "listed": a.listed, "by": a.by, "nats": round(a.nats, 2)}
            for a in compared.agreed
        ]
        row: dict[str, Json] = {
            "cite": self.party.cite,
            "address": self.party.address,
            "begins": self.party.begins,
            "version": self.party.version,
            "places": list(self.party.places),
            "group": self.party.group,
        }
        return {
            "form": self.form,
            "met": self.alias.as_json(),
            "agreed": agreed,
            "missing": list(compared.missing),
            "extra": list(compared.extra),
            "against": list(compared.against),
            "nats": round(compared.nats, 2),
            "row": {key: value for key, value in row.items() if value not in ("", [])},
        }


def answer_class(results: Sequence[Result]) -> Class:
    """Give the class of an answer: that of its best result that is not set aside."""
    open_ = (r for r in results if r.accepted is None or r.accepted.is_over)
    best = next(open_, None)
    return best.kind if best else "nothing_found"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for one name; ``why`` says what cannot be read in it."""

    query: Query
    kind: Class
    results: tuple[Result, ...] = ()
    steps: tuple[Step, ...] = ()
    why: str = ""

    def cut(self, most: int) -> "Answer":
        """Keep the best results; the class is that of all."""
        return replace(self, results=self.results[:most])

    def as_json(self) -> dict[str, Json]:
        """Give the answer as one object of JSON."""
        found: dict[str, Json] = {
            "query": self.query.name,
            "class": self.kind,
            "results": [result.as_json() for result in self.results],
        }
        if self.query.kind:
            found = {"kind": self.query.kind, **found}
        if self.query.id:
            found = {"id": self.query.id, **found}
        if self.steps:
            found["steps"] = [{"done": s.done, "text": s.text} for s in self.steps]
        if self.why:
            found["why"] = self.why
        return found
