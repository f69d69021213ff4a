"""A stand-in for the connector API that does next to nothing: it takes every message, keeps it, and gives it an id.

Run as `python -m tests.bench.connector`; it prints its port. It can be asked how much has come (`/count`), what
(`/kept`, one JSON array a line: path and body), when (`/times`, by the clock of the machine), and to begin anew
(`/reset`). With a number as argument it refuses, as Teams does, what is more than that in any second.
"""

import asyncio
import json
import sys
from collections.abc import Callable, Mapping
from time import monotonic

from tests.bench.wire import Messages

_TAKEN = b"HTTP/1.1 200 OK\r\n"
_REFUSED = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\n"


class StandIn:
    """Everything that was sent since the last beginning, and when the last of it came by the clock of the machine."""

    def __init__(self, most_in_a_second: int = 0) -> None:
        self._most = most_in_a_second
        self._number = self._refused = 0
        self._kept: list[tuple[bytes, bytes]] = []
        self._times: list[float] = []
        self._asked: Mapping[bytes, Callable[[], bytes]] = {
            b"GET /count": self._count,
            b"GET /kept": self._all,
            b"GET /times": self._all_times,
            b"POST /reset": self._begin_anew,
        }

    def take(self, wire: Messages, head: bytes, body: bytes) -> None:
        """Answer one call."""
        method, path, _ = head.split(b" ", 2)
        asked = self._asked.get(method + b" " + path)
        is_taken = asked is not None or not self._is_full()
        answer = asked() if asked else self._keep(method + b" " + path, body) if is_taken else self._refuse()
        assert wire.transport is not None
        told = b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(answer)
        wire.transport.write((_TAKEN if is_taken else _REFUSED) + told + answer)

    def _is_full(self) -> bool:
        return 0 < self._most <= len(self._times) and monotonic() - self._times[-self._most] < 1

    def _refuse(self) -> bytes:
        self._refused += 1
        return b'{"error":{"code":"Throttled"}}'

    def _keep(self, path: bytes, body: bytes) -> bytes:
        self._number += 1
        self._kept.append((path, body))
        self._times.append(monotonic())
        return b'{"id":"m%d"}' % self._number

    def _count(self) -> bytes:
        last = self._times[-1] if self._times else 0.0
        return json.dumps({"count": len(self._kept), "last": last, "refused": self._refused}).encode()

    def _all(self) -> bytes:
        return b"\n".join(b'["%s",%s]' % (path, body or b"null") for path, body in self._kept)

    def _all_times(self) -> bytes:
        return json.dumps(self._times).encode()

    def _begin_anew(self) -> bytes:
        self._kept.clear()
        self._times.clear()
        self._refused = 0
        return b"{}"


async def _serve() -> None:
    stand_in = StandIn(*(int(each) for each in sys.argv[1:]))
    server = await asyncio.get_running_loop().create_server(lambda: Messages(stand_in.take), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve())
