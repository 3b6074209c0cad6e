import re
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"
LOCKS = sorted(BENCH.glob("requirements-*.txt"))
PIN = re.compile(r"^[a-z0-9][a-z0-9-]*==\S+( ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_peer_is_sealed(lock: Path) -> None:
    """The lock of a peer holds exact versions with their hashes, and no more."""
    lines = lock.read_text("utf-8").splitlines()

    assert PIN.match(lines[0])
    assert [] == [line for line in lines if not (PIN.match(line) or HASH.match(line))]


def test_no_peer_is_a_part() -> None:
    """No peer is named among what Antinomy itself is installed with."""
    ours = (BENCH.parent / "requirements").glob("*.txt")
    named = " ".join(path.read_text("utf-8").lower() for path in ours)

    assert not re.search("zen-engine|cel-expr|regopy|openfisca", named)
