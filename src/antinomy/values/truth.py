"""Three-valued truth (strong Kleene, 1952), as two ordinary booleans.

A truth is a pair: *certainly* and *possibly*. Unknown is (False, True); the pair
(True, False) cannot arise.
"""

from enum import Enum


class Truth(Enum):
    """True, false or unknown.

    >>> Truth.TRUE & Truth.UNKNOWN
    Truth.UNKNOWN
    >>> ~Truth.UNKNOWN | Truth.TRUE
    Truth.TRUE
    """

    FALSE = "false"
    UNKNOWN = "unknown"
    TRUE = "true"

    @classmethod
    def of(cls, certainly: bool, possibly: bool) -> "Truth":  # noqa: FBT001 - the pair
        """Give the truth of a pair of bounds.

        >>> Truth.of(False, True)
        Truth.UNKNOWN
        """
        assert possibly or not certainly, "certainly implies possibly"
        if certainly:
            return cls.TRUE
        return cls.UNKNOWN if possibly else cls.FALSE

    @property
    def certainly(self) -> bool:
        """Tell whether it holds in every completion."""
        return self is Truth.TRUE

    @property
    def possibly(self) -> bool:
        """Tell whether it holds in some completion."""
        return self is not Truth.FALSE

    def __and__(self, other: "Truth") -> "Truth":
        return Truth.of(
            self.certainly and other.certainly, self.possibly and other.possibly
        )

    def __or__(self, other: "Truth") -> "Truth":
        return Truth.of(
            self.certainly or other.certainly, self.possibly or other.possibly
        )

    def __invert__(self) -> "Truth":
        return Truth.of(not self.possibly, not self.certainly)

    def __repr__(self) -> str:
        return f"Truth.{self.name}"
