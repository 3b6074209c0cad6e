"""Run the command in process, or as a program of its own."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from antinomy.cli import main

ROOT = Path(__file__).parents[2]
PACKS = ROOT / "src" / "antinomy" / "packs"
EXAMPLE = ROOT / "examples" / "johor-ascend.yaml"


def run(*args: object) -> Result:
    """Run in process; an exception that is not an exit is raised."""
    words = [str(arg) for arg in args]
    return CliRunner().invoke(main, words, catch_exceptions=False)


def run_program(
    *args: object, hash_seed: str = "0"
) -> "subprocess.CompletedProcess[bytes]":
    """Run as a program with a hash seed of its own."""
    return subprocess.run(
        [sys.executable, "-m", "antinomy", *map(str, args)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
    )
