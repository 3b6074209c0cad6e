"""No network: whatever a yardstick may want to fetch, it does without.

And no words of a page in what is told of a yardstick that broke off.
"""

import socket
from typing import NoReturn

LONGEST = 80  # characters of a message


def cut() -> None:
    """Let every later attempt to reach another machine fail."""
    socket.socket.connect = _refused  # type: ignore[method-assign]
    socket.socket.connect_ex = _refused  # type: ignore[method-assign]
    socket.getaddrinfo = _refused


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
