import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BENCH = ROOT / "bench"
KEPT = [*(BENCH / "peers" / "encodings").iterdir(), BENCH / "rules" / "16.json"]


def run(*words: str) -> str:
    """Run the benchmark's script and give what it prints."""
    command = [sys.executable, str(BENCH / "run.py"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    return str(done.stdout)


@pytest.mark.slow
def test_the_benchmark_runs_on_our_own_engine() -> None:
    """Without peers and network, every verdict still passes the gate."""
    told = run("--quick", "--date", "2026-11-21")

    assert "Run of 2026-11-21" in told
    assert "| Antinomy | 160 of 160 | 160 of 160 |" in told


@pytest.mark.slow
def test_what_is_kept_for_review_is_what_peers_are_given(tmp_path: Path) -> None:
    """The encodings on file are those that the script writes."""
    run("--encodings", str(tmp_path))
    kept = {path.relative_to(BENCH): path.read_text("utf-8") for path in KEPT}
    made = {path: (tmp_path / path).read_text("utf-8") for path in kept}

    assert made == kept
