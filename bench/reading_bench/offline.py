"""No network: whatever a yardstick may want to fetch, it does without."""

import socket
from typing import NoReturn


def cut() -> None:
    """Let every later attempt to reach another machine fail."""
    socket.socket.connect = _refused  # type: ignore[method-assign]
    socket.socket.connect_ex = _refused  # type: ignore[method-assign]
    socket.getaddrinfo = _refused


def _refused(*_: object, **__: object) -> NoReturn:
    raise OSError("the network is off in the benchmark")
