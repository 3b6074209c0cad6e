"""The share that listed holders have of a firm through all others, multiplied along.

No rule here asks for it: it stands beside the answer as a measure of economic interest.
Firms that hold each other in a circle are solved for together, in exact arithmetic.
"""

from collections.abc import Collection, Mapping
from fractions import Fraction

from antinomy.ownership.structure import WHOLE, Structure


def look_through(
    structure: Structure, firm: str, listed: Collection[str]
) -> Fraction | None:
    """Give the part of a firm, 0 to 1, that the listed have through all others.

    None where a share above it is known in bands only or held jointly, or where firms
    hold each other whole.
    """
    above = _above(structure, firm, listed)
    if above is None:
        return None
    if firm in listed:
        return Fraction(1)
    solved = _solve(above, listed)
    return None if solved is None else solved[firm]


def circle_of(structure: Structure, firm: str) -> tuple[str, ...]:
    """Give the firms that hold each other in a circle with a firm, in file order."""
    above = structure.above(firm)
    return tuple(
        name
        for name in structure.holders
        if name in above and firm in structure.above(name)
    )


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
        own = parts[name] = {}
        for holding in structure.of(name):
            if not holding.equity.is_exact or len(holding.owners) > 1:
                return None
            [owner] = holding.owners
            part = Fraction(holding.equity.low) / WHOLE
            own[owner] = own.get(owner, Fraction(0)) + part
            fresh.append(owner)
    return parts


def _solve(
    parts: Mapping[str, Mapping[str, Fraction]], listed: Collection[str]
) -> dict[str, Fraction] | None:
    """Solve x = direct part of the listed + parts held by others times their x."""
    names = list(parts)
    place = {name: number for number, name in enumerate(names)}
    rows = []
    for name in names:
        row = [Fraction(0)] * (len(names) + 1)
        row[place[name]] += 1
        for owner, part in parts[name].items():
            if owner in listed:
                row[-1] += part
            else:
                row[place[owner]] -= part
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
