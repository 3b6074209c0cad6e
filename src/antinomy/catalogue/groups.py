"""Which rows of the lists belong to one group, as a list or a notice says.

Being of one group is a reason to look, not a listing: a unit that no row names is not
listed because its group is, and whether holdings reach it is asked elsewhere.
"""

from dataclasses import dataclass
from pathlib import Path

from antinomy.catalogue.cells import STATUSES, Cells, Faults
from antinomy.catalogue.listed import list_of, refuse_twice, source_of

COLUMNS = ("group", "list", "name", "relation", "source", "certainty")
RELATIONS = ("parent", "subsidiary", "branch", "institute", "affiliate")


@dataclass(frozen=True, slots=True)
class GroupMember:
    """A row of a list as a member of a group.

    ``relation`` is what it is in the group; ``affiliate`` where the source says no
    more. ``certainty`` is ``primary`` where the list or its rule says so.
    """

    group: str
    list: str
    name: str
    relation: str
    source: str
    certainty: str


def load_groups(path: Path) -> tuple[GroupMember, ...]:
    """Load the table, in its order.

    Raises:
        PackError: with every fault of the file.
    """
    faults = Faults()
    table = faults.table(path, COLUMNS)
    members = tuple(_member(Cells(row, faults)) for row in table)
    keys = ((member.group, member.list, member.name) for member in members)
    refuse_twice(zip(keys, table, strict=True), faults)
    faults.stop()
    return members


def _member(cells: Cells) -> GroupMember:
    return GroupMember(
        group=cells.text("group"),
        list=list_of(cells),
        name=cells.text("name"),
        relation=cells.word("relation", RELATIONS),
        source=source_of(cells),
        certainty=cells.word("certainty", STATUSES),
    )
