"""Read measure files strictly; every fault of a file is told in one go."""

from antinomy.law.reading.context import Context
from antinomy.law.reading.measure import read_measure

__all__ = ["Context", "read_measure"]
