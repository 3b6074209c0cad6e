import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from tests.record.making import EVER

from antinomy.record import open_record

ROOT = Path(__file__).parents[2]
TRIES = 200
LONGEST = 0.03  # seconds for which a writer is left alone


def killed(
    writer: "subprocess.Popen[str]", word: str, after: float, *, is_late: bool
) -> dict[int, str]:
    """Let a writer append for a while, kill it, and give what it acknowledged.

    The while begins with its first word: one in ten is killed before it has any.
    """
    assert writer.stdin is not None
    assert writer.stdout is not None
    writer.stdin.write(f"{word}\n")
    writer.stdin.flush()
    told: dict[int, str] = {}
    number = 0
    for line in writer.stdout:
        if line == "gone\n":
            break
        first, _, rest = line.strip().partition(" ")
        if first == "pid":
            number = int(rest)
        else:
            told[int(first)] = rest
        if len(told) == (1 if is_late else 0):
            time.sleep(after)
            os.kill(number, signal.SIGKILL)
    return told


@pytest.mark.slow
def test_what_was_acknowledged_outlives_a_kill(address: str) -> None:
    """Of 200 writers killed while they append every entry told of is there, chained."""
    chance = Random(5)  # noqa: S311 - a die, not a secret
    command = [sys.executable, "-m", "tests.record.appender", address]
    told: dict[int, str] = {}
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        for number in range(TRIES):
            after, is_late = chance.uniform(0, LONGEST), number % 10 > 0
            told |= killed(writer, f"w{number}", after, is_late=is_late)
            with open_record(address) as record:
                assert max(told, default=0) <= record.head().sequence
        assert writer.stdin is not None
        writer.stdin.close()
    with open_record(address) as record:
        record.verify()
        kept = {k.first.sequence: k.id for k in record.as_of(EVER)}

    assert told.items() <= kept.items()
    assert TRIES < len(told)
