"""The list of results that somebody has looked at and set aside, a file of the user's.

A result is set aside for one name and one party, with a reason, until a day. After that
day it counts again, and the answer says that it was set aside before.
"""

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
        asked = _plain(answer.query.name)
        marked = tuple(self._marked(result, asked, day) for result in answer.results)
        return replace(answer, results=marked, kind=answer_class(marked))

    def _marked(self, result: Result, asked: str, day: date) -> Result:
        found = self.rows.get((asked, result.party.list, result.party.name))
        if found is None:
            return result
        over = date.fromisoformat(found.until) < day
        return replace(result, accepted=replace(found, is_over=over))


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
        key = (_plain(row["query"]), row["list"], row["name"])
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


def _plain(name: str) -> str:
    return clean(name).text.casefold()
