"""What was found on a page, sentence by sentence, as the ledger takes it."""

from dataclasses import dataclass

from antinomy.press.found import Event, Mention, Quantity, Statement, Time
from antinomy.press.woven import Extent
from antinomy.values import Span


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the twin text with what was found in it.

    ``text`` is the sentence as it stands at ``extent``; statements and events are
    those told in it, whole or in part.
    """

    extent: Extent
    text: str
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found on a page.

    ``events`` and ``statements`` are those of the whole page, numbered from 1 as
    ``#1``; ``published`` are the days on one of which the page was published.
    """

    sentences: tuple[Told, ...]
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    published: Span | None = None
