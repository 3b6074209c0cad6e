"""Check a record: the chain, each entry and its row, whom acts speak of, the guards."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, func, or_, select

from antinomy.record.chain import UNREADABLE, Head, Link, broken, check_link
from antinomy.record.checking import SPEAKS_OF, check_entry
from antinomy.record.entry import Entry, entry_from
from antinomy.record.guarding import check_guards
from antinomy.record.schema import ENTRY, JOURNAL, entry_row
from antinomy.values import InputError

_AT_ONCE = 5_000  # links read in one go


def checked(links: Iterable[Link]) -> Iterator[tuple[Link, Entry]]:
    """Give links that follow on each other from the first, each with its entry.

    Raises:
        IntegrityError: naming the first sequence that is broken.
    """
    head = Head()
    for link in links:
        check_link(head, link)
        yield link, _entry(link)
        head = link.head


def verify(connection: Connection) -> Head:
    """Walk the journal, and hold each entry against what is derived from it.

    Raises:
        IntegrityError: naming the first sequence that is broken.
    """
    stream = connection.execution_options(stream_results=True)
    found = stream.execute(
        select(JOURNAL, ENTRY)
        .join_from(JOURNAL, ENTRY, _SAME_PLACE, isouter=True)
        .order_by(JOURNAL.c.sequence)
    )
    head, width = Head(), len(JOURNAL.c)
    for part in found.partitions(_AT_ONCE):
        for row in part:
            link = Link(*row[:width])
            check_link(head, link)
            if entry_row(link, _entry(link)) != tuple(row[width:]):
                raise broken(link.sequence, "its row is not what the journal says")
            head = link.head
    _check_rows(connection, head)
    check_targets(connection)
    check_guards(connection)
    return head


def check_targets(connection: Connection) -> None:
    """Refuse an act, or an entry, that speaks of what it may not.

    Raises:
        IntegrityError: naming the first.
    """
    thing = ENTRY.alias("thing")
    allowed = [f"{act} {kind}" for act, kinds in SPEAKS_OF.items() for kind in kinds]
    pair = ENTRY.c.kind + " " + thing.c.kind
    for named, fits, what in (
        (ENTRY.c.about, pair.in_(allowed), "it speaks of an entry of which it may not"),
        (ENTRY.c.source, thing.c.kind == "source", "its source is none"),
    ):
        query = (
            select(func.min(ENTRY.c.sequence))
            .join_from(ENTRY, thing, thing.c.id == named, isouter=True)
            .where(
                named.is_not(None),
                or_(
                    thing.c.sequence.is_(None),
                    thing.c.sequence > ENTRY.c.sequence,
                    ~fits,
                ),
            )
        )
        first = connection.execute(query).scalar()
        if first is not None:
            raise broken(first, what)


# ---------------------------------------------------------------- parts


def _entry(link: Link) -> Entry:
    """Read the entry of a link, and check it as if it were appended."""
    try:
        entry = entry_from(link.entry)
        check_entry(entry)
    except UNREADABLE:
        raise broken(link.sequence, "it holds no entry") from None
    except InputError as error:
        raise broken(
            link.sequence, f"no such entry is kept ({error.message})"
        ) from None
    return entry


def _check_rows(connection: Connection, head: Head) -> None:
    """Refuse rows of entries that are in no journal."""
    stray = (
        select(func.min(ENTRY.c.sequence), func.count())
        .join_from(ENTRY, JOURNAL, _SAME_PLACE, isouter=True)
        .where(JOURNAL.c.sequence.is_(None))
    )
    first, count = connection.execute(stray).one()
    if not count:
        return
    if first > head.sequence:
        raise broken(head.sequence + 1, "the journal ends before its entries")
    raise broken(first, "this entry stands in no journal: somebody put it here")


_SAME_PLACE = JOURNAL.c.sequence == ENTRY.c.sequence
