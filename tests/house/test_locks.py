"""What is installed is exactly what was locked."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^([a-z0-9][a-z0-9-]*)==(\S+)(?: ; ([^\\]+?))? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def pins(lock: Path) -> dict[tuple[str, str], str]:
    """Read a lock: the version of each package under each marker."""
    found = (PIN.match(line) for line in lock.read_text("utf-8").splitlines())
    return {(pin[1], pin[3] or ""): pin[2] for pin in found if pin}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_is_sealed(lock: Path) -> None:
    """A lock holds exact versions, each followed by its hashes, and no more."""
    lines = lock.read_text("utf-8").splitlines()
    sealed = [
        bool(PIN.match(line)) and bool(HASH.match(after))
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
        if not line.startswith(" ")
    ]

    assert lines
    assert all(sealed)
    assert all(HASH.match(line) for line in lines if line.startswith(" "))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_locks_agree(lock: Path) -> None:
    """What is developed with is what is shipped with."""
    shipped = pins(ROOT / "requirements" / "run.txt")
    here = pins(lock)

    assert [] == [pin for pin in shipped.keys() & here if shipped[pin] != here[pin]]
