"""No network: whatever a yardstick may want to fetch, it does without.

And no words of a page in what is told of a yardstick that broke off.
"""

import json
import socket
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from time import process_time
from typing import Any, NoReturn

LONGEST = 80  # characters of a message


def cut() -> None:
    """Let every later attempt to reach another machine fail."""
    socket.socket.connect = _refused  # type: ignore[method-assign]
    socket.socket.connect_ex = _refused  # type: ignore[method-assign]
    socket.getaddrinfo = _refused


def answer(
    job: Path, out: Path, package: str, find: Callable[[Mapping[str, Any]], object]
) -> None:
    """Answer a job of pages: what is found in each, or how the yardstick broke off."""
    answers = []
    for one in json.loads(job.read_text("utf-8")):
        begun = process_time()
        try:
            found, fault = find(one), ""
        except Exception as why:  # noqa: BLE001 - whatever it raises is its answer
            found, fault = [], said(why)
        answers.append(
            {"found": found, "fault": fault, "seconds": process_time() - begun}
        )
    told = {"version": version(package), "answers": answers}
    out.write_text(json.dumps(told), "utf-8")


def said(why: Exception) -> str:
    """Give the kind of an exception, and its message if no page could be quoted in it.

    >>> said(ValueError("no date in 5月")), said(KeyError("zh"))
    ('ValueError', "KeyError: 'zh'")
    """
    told, kind = str(why), type(why).__name__
    is_quoted = not told.isascii() or len(told) > LONGEST
    return kind if is_quoted or not told else f"{kind}: {told}"


def _refused(*_: object, **__: object) -> NoReturn:
    raise OSError("the network is off in the benchmark")
