"""Nothing imports upward."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_nothing_imports_upward() -> None:
    """Each room imports only rooms below it, and only the parts it may."""
    command = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run(
        [command, "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert 0 == told.returncode, told.stdout + told.stderr
