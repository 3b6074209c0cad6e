"""Hands for the tests of a crew: they add up numbers, sleep, die or find no room."""

import os
import signal
import time
from dataclasses import dataclass, field


@dataclass
class Adder:
    """Adds up what it takes; some numbers are hard on it."""

    taken: list[int] = field(default_factory=list)

    def take(self, thing: int) -> None:
        """Take a number: 13 kills, 60 takes a minute."""
        if thing == 13:
            os.kill(os.getpid(), signal.SIGKILL)
        if thing == 60:
            time.sleep(60)
        self.taken.append(thing)

    def finish(self) -> int:
        """Give the sum; 28 finds no room."""
        found, self.taken = self.taken, []
        if 28 in found:
            raise OSError(28, "No space left on device")
        if 99 in found:
            os.kill(os.getpid(), signal.SIGKILL)
        return sum(found)


def is_given_up(thing: int, why: str) -> int:
    """Mark a number as given up: too slow 1000, dead 2000."""
    return {"too_slow": 1000, "worker_died": 2000}[why] + 0 * thing
