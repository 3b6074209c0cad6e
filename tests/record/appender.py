"""A writer to be killed: appends and tells of each entry once it is acknowledged.

It waits for lines on standard input. For each a copy of the process starts to append
with a word of its own; its number is printed, then each sequence acknowledged.
"""

import os
import sys
from datetime import UTC, datetime
from itertools import count

from tests.record.making import SOURCE, statement

from antinomy.record import Moment, moment_of, open_record


def clock() -> Moment:
    """Give the moment of the machine."""
    return moment_of(datetime.now(UTC))


def append_until_killed(address: str, word: str) -> None:
    """Append one entry a transaction, and tell of each."""
    with open_record(address) as record:
        record.append([SOURCE], clock)
        for number in count():
            name = f"{word}-{number}"
            (link,) = record.append([statement(name)], clock)
            os.write(1, f"{link.sequence} {name}\n".encode())


def main() -> None:
    """Start a writer for each word that is read."""
    for line in sys.stdin:
        number = os.fork()
        if number == 0:
            append_until_killed(sys.argv[1], line.strip())
        os.write(1, f"pid {number}\n".encode())
        os.waitpid(number, 0)
        os.write(1, b"gone\n")


if __name__ == "__main__":
    main()
