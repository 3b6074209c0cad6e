"""An environment for each peer, made from its lock, under the ignored ``build/``."""

import hashlib
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

BENCH = Path(__file__).parents[1]
BUILD = BENCH.parent / "build" / "bench"
PEERS = ("zen", "cel", "rego", "openfisca")
ADDRESS = re.compile(r"\S+://\S+")


@dataclass(frozen=True, slots=True)
class Place:
    """The interpreter of an environment, or why there is none."""

    python: Path
    fault: str = ""


def place_of(peer: str) -> Place:
    """Make the environment of a peer, unless it stands already."""
    if peer == "antinomy":
        return Place(Path(sys.executable))
    lock = BENCH / f"requirements-{peer}.txt"
    folder = BUILD / "envs" / peer
    made = folder / "made-from"
    python = folder / "bin" / "python"
    seal = hashlib.sha256(lock.read_bytes()).hexdigest()
    if made.is_file() and made.read_text("utf-8") == seal:
        return Place(python)
    shutil.rmtree(folder, ignore_errors=True)
    pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    for command in (
        [sys.executable, "-m", "venv", str(folder)],
        # A lock is whole; older resolvers stumble over an extra spelt in two ways.
        [*pip, "--no-deps", "--require-hashes", "-r", str(lock)],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            return Place(python, _fault(done.stderr))
    made.write_text(seal, "utf-8")
    return Place(python)


def _fault(words: str) -> str:
    """Say what went wrong without saying where packages come from."""
    errors = [line for line in words.splitlines() if line.startswith("ERROR")]
    return ADDRESS.sub("...", errors[-1] if errors else "it could not be installed")
