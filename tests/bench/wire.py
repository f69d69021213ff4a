"""HTTP as thin as it can be, so that neither who asks nor who stands in for Teams is what limits a measurement."""

import asyncio
from collections.abc import Callable
from typing import Self

from typing_extensions import override

_END = b"\r\n\r\n"
_LENGTH = b"content-length:"


def length_of(head: bytes) -> int:
    """Return how many bytes of body follow *head*; 0 when it does not say."""
    lowered = head.lower()
    at = lowered.find(_LENGTH)
    if at < 0:
        return 0
    end = lowered.find(b"\r\n", at)
    return int(lowered[at + len(_LENGTH) : end if end >= 0 else None])


class Messages(asyncio.Protocol):
    """Cuts what comes on a connection into messages with a head and a body, and hands each to *heard*."""

    def __init__(self, heard: Callable[["Messages", bytes, bytes], None]) -> None:
        self._heard = heard
        self._bytes = b""
        self.transport: asyncio.Transport | None = None

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    @override
    def data_received(self, data: bytes) -> None:
        """Hand on each message that is whole."""
        self._bytes += data
        while (at := self._bytes.find(_END)) >= 0:
            head, end = self._bytes[:at], at + len(_END)
            end += length_of(head)
            if len(self._bytes) < end:
                return
            body, self._bytes = self._bytes[at + len(_END) : end], self._bytes[end:]
            self._heard(self, head, body)


class Caller:
    """One connection that is kept, with one call at a time."""

    def __init__(self, host: str, port: int) -> None:
        self._host = f"{host}:{port}"
        self._where = (host, port)
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None

    async def __aenter__(self) -> Self:
        """Connect."""
        loop = asyncio.get_running_loop()
        _, self._wire = await loop.create_connection(lambda: Messages(self._heard), *self._where)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Hang up."""
        if self._wire.transport is not None:
            self._wire.transport.close()

    def request(self, method: str, path: str, body: bytes) -> bytes:
        """Return the bytes of a call, to be made when it is its time."""
        head = f"{method} {path} HTTP/1.1\r\nHost: {self._host}\r\nContent-Type: application/json\r\n"
        return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body

    async def call(self, request: bytes) -> tuple[int, bytes]:
        """Make the call; return status and body."""
        self._answer = asyncio.get_running_loop().create_future()
        assert self._wire.transport is not None
        self._wire.transport.write(request)
        return await self._answer

    def _heard(self, _: Messages, head: bytes, body: bytes) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result((int(head[9:12]), body))


async def ask(port: int, method: str, path: str, body: bytes = b"") -> bytes:
    """Return the body of one call on this machine.

    Raises:
        AssertionError: it was not answered with success.
    """
    async with Caller("127.0.0.1", port) as caller:
        status, answer = await caller.call(caller.request(method, path, body))
    assert 200 <= status < 300, f"{method} {path}: {status} {answer[:500]!r}"
    return answer
