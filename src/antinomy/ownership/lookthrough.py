"""The share that listed holders have of a firm through all others, multiplied along.

No rule here asks for it: it stands beside the answer as a measure of economic interest.
Firms that hold each other in a circle are solved for together, in exact arithmetic; a
circle of very many firms is left out.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from antinomy.ownership.structure import WHOLE, Structure

_MOST_FIRMS = 5_000  # above one firm; exact parts of longer chains are very long
_LARGEST_CIRCLE = 64  # firms that are solved for together

Parts = Mapping[str, Mapping[str, Fraction]]


def look_through(
    structure: Structure, firm: str, listed: Collection[str]
) -> Fraction | None:
    """Give the part of a firm, 0 to 1, that the listed have through all others.

    None where a share above it is known in bands only or held jointly, where firms hold
    each other whole, or where there are too many of them.
    """
    above = _above(structure, firm, listed)
    if above is None:
        return None
    if firm in listed:
        return Fraction(1)
    known = dict.fromkeys(listed, Fraction(1))
    for circle in _circles(above, firm):
        solved = _solve(circle, above, known)
        if solved is None:
            return None
        known |= solved
    return known[firm]


def circle_of(structure: Structure, firm: str) -> tuple[str, ...]:
    """Give the firms that hold each other in a circle with a firm, in file order."""
    above = structure.above(firm)
    if firm not in above:
        return ()
    held: dict[str, list[str]] = {}
    for name in above:
        for holding in structure.of(name):
            for owner in holding.owners:
                held.setdefault(owner, []).append(name)
    below, fresh = {firm}, [firm]
    while fresh:
        new = [name for name in held.get(fresh.pop(), ()) if name not in below]
        below.update(new)
        fresh += new
    return tuple(name for name in structure.holders if name in above and name in below)


def _above(
    structure: Structure, firm: str, listed: Collection[str]
) -> dict[str, dict[str, Fraction]] | None:
    """Give the direct parts of a firm and of all above it, up to the listed."""
    parts: dict[str, dict[str, Fraction]] = {}
    fresh = [firm]
    while fresh:
        name = fresh.pop()
        if name in parts or name in listed:
            continue
        if len(parts) == _MOST_FIRMS:
            return None
        own = parts[name] = {}
        for holding in structure.of(name):
            if not holding.equity.is_exact or len(holding.owners) > 1:
                return None
            [owner] = holding.owners
            part = Fraction(holding.equity.low) / WHOLE
            own[owner] = own.get(owner, Fraction(0)) + part
            fresh.append(owner)
    return parts


def _circles(parts: Parts, firm: str) -> Iterator[list[str]]:
    """Give the firms that hold each other together, holders before the held.

    Tarjan's algorithm, without recursion; a firm in no circle stands alone.
    """
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    number: dict[str, int] = {}
    work = [(firm, iter(parts[firm]))]
    number[firm] = low[firm] = 0
    path.append(firm)
    on_path.add(firm)
    while work:
        name, owners = work[-1]
        for owner in owners:
            if owner not in parts:
                continue
            if owner not in number:
                number[owner] = low[owner] = len(number)
                path.append(owner)
                on_path.add(owner)
                work.append((owner, iter(parts[owner])))
                break
            if owner in on_path:
                low[name] = min(low[name], number[owner])
        else:
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[name])
            if low[name] == number[name]:
                circle = [path.pop()]
                while circle[-1] != name:
                    circle.append(path.pop())
                on_path.difference_update(circle)
                yield circle


def _solve(
    names: Sequence[str], parts: Parts, known: Mapping[str, Fraction]
) -> dict[str, Fraction] | None:
    """Solve x = parts held by those known times theirs + parts held here times x."""
    if len(names) > _LARGEST_CIRCLE:
        return None
    place = {name: number for number, name in enumerate(names)}
    rows = []
    for name in names:
        row = [Fraction(0)] * (len(names) + 1)
        row[place[name]] += 1
        for owner, part in parts[name].items():
            if owner in place:
                row[place[owner]] -= part
            else:
                row[-1] += part * known[owner]
        rows.append(row)
    for column in range(len(names)):
        left = range(column, len(rows))
        pivot = next((r for r in left if rows[r][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        scale = rows[column][column]
        rows[column] = [value / scale for value in rows[column]]
        for other, row in enumerate(rows):
            if other != column and row[column]:
                by = row[column]
                rows[other] = [
                    a - by * b for a, b in zip(row, rows[column], strict=True)
                ]
    return {name: rows[place[name]][-1] for name in names}
