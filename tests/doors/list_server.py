"""A publisher of lists on this machine, that answers as it is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

MODIFIED = "Thu, 08 Oct 2026 14:31:21 GMT"


@dataclass
class Publisher:
    """What is answered at each path, and what was asked."""

    address: str
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def says(
        self, path: str, body: bytes = b"", status: int = 200, /, **headers: str
    ) -> str:
        """Answer at a path; a header's underlines are dashes. Give the address."""
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, told, body)
        return self.address + path


@contextmanager
def publisher() -> Iterator[Publisher]:
    """Run one for as long as it is needed."""
    here = Publisher("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here.asked.append((self.path, dict(self.headers)))
            status, headers, body = here.answers.get(self.path, (404, {}, b""))
            if headers.get("ETag", "-") == self.headers.get("If-None-Match"):
                status, body = 304, b""
            self.send_response(status)
            sent = {"Content-Length": str(len(body)), **headers}
            for name, value in sent.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    here.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
