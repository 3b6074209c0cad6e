"""By what a text is recognised to speak of an item: things named and words used."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """One way in which texts tell an item.

    Each group of ``things`` has a member that the text must name, each group of
    ``words`` one that it must use; none of ``without`` may be used. Words are in
    Simplified Chinese or small Latin letters; a Latin one stands for every word that
    begins with it.
    """

    things: tuple[tuple[str, ...], ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
