"""A stand-in for the connector API that does next to nothing: it takes every message, keeps it, and gives it an id.

Run as `python -m tests.bench.connector`; it prints its port. It can be asked how much has come (`/count`), what
(`/kept`, one JSON array a line: path and body), and to begin anew (`/reset`).
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from time import monotonic

from tests.bench.wire import Messages


class StandIn:
    """Everything that was sent since the last beginning, and when the last of it came by the clock of the machine."""

    def __init__(self) -> None:
        self._number = 0
        self._kept: list[tuple[bytes, bytes]] = []
        self._last = 0.0
        self._asked: Mapping[bytes, Callable[[], bytes]] = {
            b"GET /count": self._count,
            b"GET /kept": self._all,
            b"POST /reset": self._begin_anew,
        }

    def take(self, wire: Messages, head: bytes, body: bytes) -> None:
        """Answer one call."""
        method, path, _ = head.split(b" ", 2)
        asked = self._asked.get(method + b" " + path)
        answer = asked() if asked else self._keep(method + b" " + path, body)
        assert wire.transport is not None
        told = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(answer)
        wire.transport.write(told + answer)

    def _keep(self, path: bytes, body: bytes) -> bytes:
        self._number += 1
        self._kept.append((path, body))
        self._last = monotonic()
        return b'{"id":"m%d"}' % self._number

    def _count(self) -> bytes:
        return json.dumps({"count": len(self._kept), "last": self._last}).encode()

    def _all(self) -> bytes:
        return b"\n".join(b'["%s",%s]' % (path, body or b"null") for path, body in self._kept)

    def _begin_anew(self) -> bytes:
        self._kept.clear()
        return b"{}"


async def _serve() -> None:
    stand_in = StandIn()
    server = await asyncio.get_running_loop().create_server(lambda: Messages(stand_in.take), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve())
