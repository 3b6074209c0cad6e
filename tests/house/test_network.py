"""The tests' own fence."""

import socket

import pytest


def test_no_test_leaves_the_machine() -> None:
    """Looking up or calling another machine is refused before a byte is sent."""
    with pytest.raises(PermissionError, match="only loopback"):
        socket.getaddrinfo("example.com", 443)
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out,
        pytest.raises(PermissionError, match="only loopback"),
    ):
        out.sendto(b"", ("192.0.2.1", 9))


def test_a_server_on_this_machine_can_be_reached() -> None:
    """Loopback stays open, for the doors are tested through it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()
