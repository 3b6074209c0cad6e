"""Fetching from a publisher: whatever he answers, what is held stays whole."""

import gzip
from collections.abc import Iterator
from datetime import date

import pytest
from tests.doors.list_server import MODIFIED, Publisher, publisher

from antinomy.cli.fetching import Fetched, Known, Limits, Wanted, fetch
from antinomy.values import InputError

BODY = b"list,name\n" * 50


@pytest.fixture(name="here")
def a_publisher() -> Iterator[Publisher]:
    """Give a publisher on this machine."""
    with publisher() as server:
        yield server


def got(address: str, *hosts: str) -> Fetched:
    """Fetch what is known to be there."""
    found = fetch(Wanted(address, hosts))
    assert found is not None
    return found


def test_a_file_comes_with_its_day(here: Publisher) -> None:
    """The day is that of the last change; the server's own where it states none."""
    dated = here.says(
        "/a", BODY, Content_Type="text/csv", Last_Modified=MODIFIED, ETag='"1"'
    )
    plain = here.says("/b", BODY, Content_Type="text/csv")

    assert (BODY, date(2026, 10, 8)) == (got(dated).content, got(dated).day)
    assert Known('"1"', MODIFIED) == got(dated).known
    assert got(plain).day is not None


def test_a_packed_answer_is_unpacked(here: Publisher) -> None:
    """Packing on the way is no part of the file."""
    packed = gzip.compress(BODY)
    address = here.says("/a", packed, Content_Encoding="gzip")

    assert BODY == got(address).content


def test_what_has_not_changed_is_not_sent_again(here: Publisher) -> None:
    """The server is asked with its own words, and says that nothing is newer."""
    address = here.says("/a", BODY, ETag='"1"')

    assert fetch(Wanted(address, known=Known('"1"', MODIFIED))) is None
    assert ('"1"', MODIFIED) == (
        here.asked[-1][1]["If-None-Match"],
        here.asked[-1][1]["If-Modified-Since"],
    )


def test_one_is_sent_on_to_a_host_that_is_named(here: Publisher) -> None:
    """Within the host, and to another one where the source names it."""
    here.says("/b", BODY, Content_Type="text/csv")
    inside = here.says("/a", b"", 302, Location="/b")
    other = here.address.replace("127.0.0.1", "localhost")
    named = here.says("/c", b"", 302, Location=f"{other}/b")

    assert BODY == got(inside).content
    assert BODY == got(named, "localhost").content


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/none", "the server answers 404"),
        ("/broken", "the server answers 500"),
        ("/page", "answers with text/html, where csv is expected"),
        ("/binary", "answers with image/png, where csv is expected"),
        ("/cut", "500 bytes came of 600: the answer is cut short"),
        ("/packed", "cannot be unpacked"),
        ("/half", "cannot be unpacked: it is cut short"),
        ("/bomb", "unpacks to more than 100,000 bytes"),
        ("/large", "larger than 2,000 bytes"),
        ("/away", "sends one on to 'example.org', which is not named"),
        ("/down", "over https only, not over 'http'"),
        ("/file", "file:///list.csv' is not allowed"),
        ("/round", "the server answers 302"),
    ],
)
def test_any_other_answer_is_an_error(here: Publisher, path: str, said: str) -> None:
    """Each says what was answered, and that what is held stays."""
    csv = {"Content_Type": "text/csv"}
    here.says("/broken", b"", 500)
    here.says("/page", b"<html>", Content_Type="text/html; charset=utf-8")
    here.says("/binary", b"x", Content_Type="image/png")
    here.says("/cut", BODY, Content_Length="600", Connection="close", **csv)
    here.says("/packed", b"no gzip", Content_Encoding="gzip", **csv)
    here.says("/half", gzip.compress(BODY)[:20], Content_Encoding="gzip", **csv)
    bomb = gzip.compress(bytes(1_000_000))
    here.says("/bomb", bomb, Content_Encoding="gzip", **csv)
    here.says("/large", bytes(3_000), **csv)
    here.says("/away", b"", 302, Location="https://example.org/list.csv")
    here.says("/down", b"", 302, Location="http://example.org/list.csv")
    here.says("/file", b"", 302, Location="file:///list.csv")
    here.says("/round", b"", 302, Location="/round")

    with pytest.raises(InputError, match=said) as fault:
        fetch(
            Wanted(here.address + path, types=("csv",)),
            Limits(size=2_000, unpacked=100_000),
        )
    assert "what is held stays as it is" in str(fault.value)


def test_other_addresses_are_not_asked() -> None:
    """No plain http, no file, and nothing of a server that is not there."""
    for address in ("http://example.org/a", "file:///a", "ftp://example.org/a", "a"):
        with pytest.raises(InputError, match="over https only"):
            fetch(Wanted(address))
    with publisher() as gone:
        address = gone.address
    with pytest.raises(InputError, match="the server cannot be asked"):
        fetch(Wanted(f"{address}/a"), Limits(pause=2))


def test_a_file_that_takes_too_long_is_given_up(here: Publisher) -> None:
    """However slowly it drips."""
    address = here.says("/a", BODY, Content_Type="text/csv")

    with pytest.raises(InputError, match="did not come within -1 seconds"):
        fetch(Wanted(address), Limits(longest=-1))
