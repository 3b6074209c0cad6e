"""What is shipped is what lies in the tree."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_the_wheel_carries_every_file(tmp_path: Path) -> None:
    """Packs, types and code of the package are all in the wheel."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    expected = {
        str(path.relative_to(ROOT / "src"))
        for path in (ROOT / "src" / "antinomy").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert set() == expected - set(ZipFile(wheel).namelist())
