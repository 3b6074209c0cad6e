"""Fetch a file from its publisher: the one place that opens a connection.

Only over https, or http to this very machine where somebody gave that address; within
a time and a size; sent on to no other host than those named. A server that knows the
copy held is asked only for what is newer.
"""

import http.client
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from email.message import Message
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import IO
from urllib import error, request
from urllib.parse import urlsplit

from antinomy.cli.packed import MOST, unpacked
from antinomy.values import InputError, Location

_MB = 1 << 20
_PIECE = 1 << 16
_HERE = {"localhost", "127.0.0.1", "::1"}
_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait, in seconds, and how much to take, in bytes."""

    pause: float = 60  # for the next byte
    longest: float = 900  # for all of them
    size: int = 256 * _MB  # as sent
    unpacked: int = MOST


@dataclass(frozen=True, slots=True)
class Known:
    """What a server said of the copy held, to be asked whether it is still so."""

    etag: str = ""
    last_modified: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """Give the conditions of a request."""
        told = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file as its server gave it; ``day`` is the day that the server says."""

    address: str
    content: bytes
    known: Known
    day: date | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to ask for, where one may be sent on to, and what kind may come back."""

    address: str
    hosts: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    known: Known = field(default_factory=Known)


def fetch(wanted: Wanted, limits: Limits | None = None) -> Fetched | None:
    """Fetch a file; None where the copy held is still the newest.

    Raises:
        InputError: the address is not one to ask, the server does not answer or says
            no, or what comes is of another kind, too large or cut short.
    """
    limits = limits or Limits()
    own = urlsplit(wanted.address).hostname or ""
    allowed = {own, *wanted.hosts}
    _check(wanted.address, allowed)
    headers = {
        "User-Agent": "antinomy",
        "Accept-Encoding": "gzip",
        **wanted.known.headers,
    }
    asked = request.Request(wanted.address, headers=headers)  # noqa: S310 - checked
    try:
        with _opener(allowed).open(asked, timeout=limits.pause) as answer:
            _check_kind(answer.headers, wanted)
            content = b"".join(_pieces(answer, wanted.address, limits))
            return _fetched(wanted.address, answer.headers, content, limits)
    except error.HTTPError as refusal:
        refusal.close()
        if refusal.code == _NOT_MODIFIED and wanted.known != Known():
            return None
        message = f"the server answers {refusal.code} {refusal.reason}"
        raise _fault(wanted.address, message) from None
    except (error.URLError, OSError, http.client.HTTPException) as fault:
        reason = getattr(fault, "reason", None) or fault
        message = f"the server cannot be asked: {reason}"
        raise _fault(wanted.address, message) from None


def _fault(address: str, message: str) -> InputError:
    advice = "; what is held stays as it is"
    return InputError(message + advice, Location(address))


def _check(address: str, allowed: Collection[str]) -> None:
    """Refuse an address that is not https, or of a host that nobody named."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    is_here = parts.scheme == "http" and host in _HERE
    if parts.scheme != "https" and not is_here:
        message = f"lists are fetched over https only, not over {parts.scheme!r}"
        raise _fault(address, message)
    if host not in allowed:
        names = ", ".join(sorted(allowed))
        message = (
            f"the server sends one on to {host!r}, which is not named for this source"
            f" ({names}); download the file yourself and import it, or name the host"
        )
        raise _fault(address, message)


class _Redirects(request.HTTPRedirectHandler):
    """Follow a server only to hosts that are named."""

    max_redirections = 5

    def __init__(self, allowed: Collection[str]) -> None:
        self._allowed = allowed

    def redirect_request(
        self,
        req: request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> request.Request | None:
        try:
            _check(newurl, self._allowed)
        except InputError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(allowed: Collection[str]) -> request.OpenerDirector:
    """Give an opener that knows http and https and nothing else."""
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPDefaultErrorHandler(),
        request.HTTPErrorProcessor(),
        _Redirects(allowed),
    ):
        opener.add_handler(handler)
    return opener


def _check_kind(headers: Message, wanted: Wanted) -> None:
    """Refuse a page where a file is expected."""
    kind = headers.get_content_type()
    is_page = kind == "text/html"
    if is_page or (wanted.types and not any(word in kind for word in wanted.types)):
        expected = " or ".join(wanted.types) or "a file"
        message = f"the server answers with {kind}, where {expected} is expected"
        raise _fault(wanted.address, message)


def _pieces(
    answer: http.client.HTTPResponse, address: str, limits: Limits
) -> Iterator[bytes]:
    """Give the bytes as they come, all of them or an error."""
    size, until = 0, monotonic() + limits.longest
    told = answer.headers.get("Content-Length")
    while piece := answer.read(_PIECE):
        size += len(piece)
        if size > limits.size:
            message = f"the file is larger than {limits.size:,} bytes"
            raise _fault(address, message)
        if monotonic() > until:
            message = f"the file did not come within {limits.longest:.0f} seconds"
            raise _fault(address, message)
        yield piece
    if told is not None and told.isdigit() and size != int(told):
        message = f"{size:,} bytes came of {int(told):,}: the answer is cut short"
        raise _fault(address, message)


def _fetched(address: str, headers: Message, content: bytes, limits: Limits) -> Fetched:
    if headers.get("Content-Encoding", "").lower() == "gzip":
        content = _unpacked(address, content, limits)
    known = Known(headers.get("ETag", ""), headers.get("Last-Modified", ""))
    days = (headers.get("Last-Modified"), headers.get("Date"))
    day = next((day for text in days if (day := _day(text))), None)
    return Fetched(address, content, known, day)


def _unpacked(address: str, content: bytes, limits: Limits) -> bytes:
    try:
        return unpacked(content, ".gz", limits.unpacked)
    except OSError as fault:
        raise _fault(address, f"the answer cannot be unpacked: {fault}") from None


def _day(text: str | None) -> date | None:
    """Read the day of a header, in universal time; None where it says none."""
    try:
        return parsedate_to_datetime(text or "").date()
    except ValueError:
        return None
