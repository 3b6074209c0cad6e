"""What changes between two days: provisions that change state or wording."""

from dataclasses import dataclass

from antinomy.law.event import Event
from antinomy.law.measure import Provision
from antinomy.law.programs import LawOn
from antinomy.law.state import Standing


@dataclass(frozen=True, slots=True)
class Change:
    """A provision whose state or wording differs, and the events that did it."""

    provision: Provision
    before: Standing
    after: Standing
    events: tuple[Event, ...]

    @property
    def is_reworded(self) -> bool:
        """Tell whether another version applies."""
        return self.before.version != self.after.version


def changes_between(before: LawOn, after: LawOn) -> tuple[Change, ...]:
    """Give the provisions that differ between two days, in the order of the packs."""
    found = []
    for provision in before.law.provisions.values():
        old, new = before.standings[provision.id], after.standings[provision.id]
        if old.state is not new.state or old.version != new.version:
            events = tuple(e for e in new.deciding if e not in old.deciding)
            found.append(Change(provision, old, new, events or new.deciding))
    return tuple(found)
