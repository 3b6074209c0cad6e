"""The list of results that somebody has looked at and set aside, a file of the user's.

A result is set aside for one name and one party, with a reason, until a day. After that
day it counts again, and the answer says that it was set aside before. Of several rows
of one name none is set aside: the line does not say which.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from antinomy.files import Row, read_table
from antinomy.screening import Accepted, Answer, Result, answer_class, clean
from antinomy.values import InputError, parse_day

_COLUMNS = ("query", "list", "name", "reason", "until", "by")


@dataclass(frozen=True, slots=True)
class AcceptList:
    """Results set aside, by the plain form of the name, the list and the party."""

    rows: Mapping[tuple[str, str, str], Accepted]

    def applied(self, answer: Answer, day: date) -> Answer:
        """Mark the results that are set aside on a day, and judge by the others."""
        if not self.rows or not answer.results:
            return answer
        asked = plain(answer.query.name)
        rows = Counter(_row(result) for result in answer.results)
        marked = tuple(
            replace(result, accepted=self.of(asked, *_row(result), day))
            if rows[_row(result)] == 1
            else result
            for result in answer.results
        )
        return replace(answer, results=marked, kind=answer_class(marked))

    def of(self, asked: str, which: str, name: str, day: date) -> Accepted | None:
        """Give what stands for a plain name and a row, and whether it is over."""
        found = self.rows.get((asked, which, name))
        if found is None:
            return None
        return replace(found, is_over=date.fromisoformat(found.until) < day)


def no_accepted() -> AcceptList:
    """Give the list on which nothing stands."""
    return AcceptList({})


def read_accepted(path: Path) -> AcceptList:
    """Read a list: query, list, name, reason, until, by; one result a line.

    Raises:
        InputError: a column that is missing, a line without a reason, no day.
    """
    found = {}
    for row in read_table(path, _COLUMNS):
        key = (plain(row["query"]), row["list"], row["name"])
        if key in found:
            message = "this result is set aside in a line above too: once is enough"
            raise InputError(message, row.cell("query"))
        found[key] = _accepted(row)
    return AcceptList(found)


def _accepted(row: Row) -> Accepted:
    if not row["reason"].strip():
        message = "a result is set aside for a reason: say which"
        raise InputError(message, row.cell("reason"))
    try:
        until = parse_day(row["until"].strip())
    except ValueError as error:
        message = f"until which day is it set aside? {error}"
        raise InputError(message, row.cell("until")) from None
    return Accepted(row["reason"].strip(), until.isoformat(), row["by"].strip())


def _row(result: Result) -> tuple[str, str]:
    return result.party.list, result.party.name


def plain(name: str) -> str:
    """Give the form of a name by which results are set aside."""
    return clean(name).text.casefold()
