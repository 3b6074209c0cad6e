"""What is to be said of a page as a whole: of what was seen, not of what it means."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """A thing worth telling: its code, for the words at the door, and what was seen."""

    code: str
    seen: str = ""
