"""What holds in every test: no network, no hidden skip, the same examples in CI."""

import os
import sys
from collections.abc import Generator
from ipaddress import ip_address
from typing import TypeVar

import pytest
from hypothesis import settings

R = TypeVar("R", pytest.TestReport, pytest.CollectReport)

LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname"}
SENDS = {"socket.connect", "socket.sendto", "socket.sendmsg"}

settings.register_profile("house", deadline=None, print_blob=True)
settings.register_profile("ci", settings.get_profile("house"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")


def is_loopback(host: object) -> bool:
    """Tell whether a host is this machine; a path of a local socket is."""
    if host in {None, "", b"", "localhost", b"localhost"}:
        return True
    try:
        return ip_address(str(host)).is_loopback
    except ValueError:
        return False


def refuse_network(event: str, args: tuple[object, ...]) -> None:
    """Refuse, at the interpreter's own gate, whatever would leave the machine."""
    if event in LOOKUPS:
        host = args[0]
    elif event in SENDS and isinstance(args[1], tuple):
        host = args[1][0]
    else:
        return
    if not is_loopback(host):
        raise PermissionError(f"a test reached for {host!r}; only loopback is open")


sys.addaudithook(refuse_network)


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep compiled packs and lists in folders of this run, not in the user's home."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    """Turn a skipped test into a failed one where nothing may be skipped."""
    return refuse_skip((yield))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[
    None, pytest.CollectReport, pytest.CollectReport
]:
    """Turn a file skipped as a whole into a failure likewise."""
    return refuse_skip((yield))


def refuse_skip(report: R) -> R:
    """Fail a skip when the whole suite was asked for."""
    if os.environ.get("ANTINOMY_NO_SKIP") == "1" and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"a needed part is missing: {report.longrepr}"
    return report


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter,
    exitstatus: int,
    config: pytest.Config,
) -> None:
    """Say, where something failed, how to see the same order again."""
    seed = config.getoption("randomly_seed", None)
    if exitstatus and seed is not None:
        terminalreporter.write_line(f"the same order again: --randomly-seed={seed}")
