"""Faults of packs, gathered so that all of them are told in one go."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from antinomy.values import AntinomyError, Location, PackError

T = TypeVar("T")
P = ParamSpec("P")


class Faults:
    """What was found wrong so far."""

    def __init__(self) -> None:
        self._found: list[PackError] = []

    def add(self, message: str, at: Location | None) -> None:
        """Note a fault and where it stands."""
        self._found.append(PackError(message, at))

    def note(self, error: AntinomyError) -> None:
        """Note an error, or each of the faults that it gathers."""
        gathered = error.faults if isinstance(error, PackError) else ()
        self._found += gathered or (PackError(error.message, error.at),)

    def attempt(
        self, read: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Read something; where that fails note why and give None."""
        try:
            return read(*args, **kwargs)
        except AntinomyError as error:
            self.note(error)
            return None

    def stop(self) -> None:
        """End here if something was wrong.

        Raises:
            PackError: with every fault noted, in the order of files and lines.
        """
        if self._found:
            count = len(self._found)
            message = f"{count} fault{'s' if count > 1 else ''} in the packs"
            raise PackError(message, faults=tuple(sorted(self._found, key=_place)))


def _place(fault: PackError) -> Location:
    return fault.at or Location("")
