"""A PostgreSQL server for the length of a run, where there is none to be asked.

`ANTINOMY_TEST_POSTGRES` gives the URL of a server; else Debian's own binaries are
started in a folder of their own, as another user where the run is root's.
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ASKED = "ANTINOMY_TEST_POSTGRES"
PATIENCE = 60


def binaries() -> Path | None:
    """Find where `initdb` and `postgres` are; Debian keeps them off the path."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    kept = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return kept[-1].parent if kept else None


@contextmanager
def server() -> Iterator[str]:
    """Give the URL of a server; without one the test is skipped."""
    asked = os.environ.get(ASKED)
    if asked:
        yield asked
        return
    folder = binaries()
    if folder is None:
        pytest.skip(f"no PostgreSQL: install its server, or give a URL in {ASKED}")
    with started(folder) as url:
        yield url


@contextmanager
def started(binary: Path) -> Iterator[str]:
    """Make a cluster, start it on a local socket, and take it away again."""
    who = _user()
    home = Path(tempfile.mkdtemp(prefix="antinomy-postgres-"))
    os.chown(home, who.pw_uid, who.pw_gid)
    data = home / "data"
    try:
        command = [binary / "initdb", "-D", data, "-A", "trust", "-U", "antinomy"]
        _run([*command, "-E", "UTF8", "--no-sync"], who)
        running = subprocess.Popen(
            [binary / "postgres", "-D", data, "-k", home, "-c", "listen_addresses="],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=home,
            **_as(who),
        )
        try:
            url = f"postgresql://antinomy@/postgres?host={home}"
            _wait(binary, home)
            yield url
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(PATIENCE)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _user() -> pwd.struct_passwd:
    """Give who runs the server: it refuses to be root."""
    if os.getuid() != 0:
        return pwd.getpwuid(os.getuid())
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    pytest.fail("the run is root's, and there is no other user to run a server")


def _as(who: pwd.struct_passwd) -> dict[str, Any]:
    if os.getuid() != 0:
        return {}
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}


def _run(command: list[object], who: pwd.struct_passwd) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        **_as(who),
    )
    assert 0 == done.returncode, done.stderr


def _wait(binary: Path, home: Path) -> None:
    until = time.monotonic() + PATIENCE
    asking = [str(binary / "pg_isready"), "-h", str(home), "-q"]
    while subprocess.run(asking, check=False).returncode:
        assert time.monotonic() < until, "the server does not answer"
        time.sleep(0.05)
