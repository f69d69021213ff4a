"""What is sent to the bot: requests of HTTP, good ones and such as no client of Teams sends."""

import gzip
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.fuzz.rubbish import Json, written

MESSAGES = "/api/messages"
_BOMB = gzip.compress(b" " * 3_000_000)
_CLOSE = {"Connection": "close"}
"""A connection on which something broken came is not used again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shot:
    """One thing that is sent to the bot. *raw* is a whole HTTP request, written on the wire as it is."""

    kind: str
    body: bytes = b""
    method: str = "POST"
    path: str = MESSAGES
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None


def in_a_bad_envelope(good: bytes, *, chance: random.Random, rubbish: Json) -> Shot:
    """Return the activity *good* as no client sends it, or something else in its place."""
    return chance.choice(_WAYS)(good, chance, rubbish)


def _other_body(good: bytes, chance: random.Random, rubbish: Json) -> Shot:
    """Send the body in another way than as UTF-8 JSON."""
    text = good.decode()
    bodies: Sequence[tuple[bytes, Mapping[str, str]]] = (
        (good[: chance.randrange(len(good))], {}),
        (good + good, {}),
        (text.encode("utf-16"), {}),
        (text.encode("latin-1", "replace"), {"Content-Type": "application/json; charset=latin-1"}),
        (good, {"Content-Type": "text/plain"}),
        (good, {"Content-Type": "multipart/form-data; boundary=x"}),
        (good, {"Content-Type": "application/json; charset=no-such"}),
        (good, {"Content-Type": "\u00e5"}),
        (gzip.compress(good), {"Content-Encoding": "gzip"}),
        (good, {"Content-Encoding": "gzip"}),
        (gzip.compress(good)[:40], {"Content-Encoding": "gzip"}),
        (_BOMB, {"Content-Encoding": "gzip"}),
        (good, {"Content-Encoding": "deflate"}),
        (good, {"Content-Encoding": "br"}),
        (good, {"Content-Encoding": "no-such"}),
        (b"\xef\xbb\xbf" + good, {}),
        (b"", {}),
        (written(rubbish), {}),
        (b"\xff" * 50, {}),
    )
    body, headers = chance.choice(bodies)
    return Shot(kind="wire", body=body, headers={**headers, **_CLOSE})


def _other_path(good: bytes, chance: random.Random, _rubbish: Json) -> Shot:
    """Send it elsewhere, or with another method."""
    paths = (
        "/",
        "/api/messages/",
        "/api/messages/x",
        "/api/messages?x=%00%ff",
        "/API/MESSAGES",
        "/files/x",
        "/files/x?until=1&token=%ff%00",
        "/files/%2e%2e%2fx?until=999999999999&token=x",
        "/dev/clock",
        "/healthz",
        "/readyz",
        "/metrics",
        "/tab/",
        "/api/v1/requests",
        "/%00",
        "/%ff%fe",
        "/.git/config",
    )
    method = chance.choice(["GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "POST", "BREW"])
    path = chance.choice([*paths, MESSAGES])
    body = b"" if method in {"GET", "HEAD"} else chance.choice([good, b"{}", b'{"to":"2022-02-30"}', b""])
    return Shot(kind="wire", body=body, method=method, path=path)


def _other_headers(good: bytes, chance: random.Random, _rubbish: Json) -> Shot:
    """Send it with headers that claim something."""
    claims: Sequence[tuple[str, str]] = (
        ("Authorization", "Bearer " + "x" * 6000),
        ("Authorization", "\u00e5\u00e4\u00f6"),
        ("Authorization", "Basic eDp5"),
        ("Accept", "no/such"),
        ("Accept-Encoding", "no-such"),
        ("Expect", "no-such"),
        ("Host", "evil.example"),
        ("Cookie", "a=b; " * 500),
        ("X-HTTP-Method-Override", "DELETE"),
        ("Origin", "http://evil.example"),
        ("Range", "bytes=0-1"),
    )
    name, value = chance.choice(claims)
    return Shot(kind="wire", body=good, headers={name: value, "Content-Type": "application/json"})


def _cut(good: bytes, chance: random.Random, _rubbish: Json) -> Shot:
    """Write bytes that are no whole HTTP request."""
    start = b"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
    raws = (
        start + f"Content-Length: {len(good) + 99}\r\n\r\n".encode() + good,
        start + b"Content-Length: 99999999999\r\n\r\n" + good,
        start + b"Content-Length: -1\r\n\r\n" + good,
        start + b"Content-Length: 9\r\nContent-Length: 10\r\n\r\n" + good,
        start + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + good,
        start + b"Transfer-Encoding: chunked\r\n\r\n5\r\n{}\r\n0\r\n\r\n",
        start + b"X: " + b"y" * 20_000 + b"\r\n\r\n",
        start + b"\x00bad: x\r\n\r\n",
        b"POST /api/messages HTTP/9.9\r\n\r\n",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 50,
        b"\xff" * 100,
        b"\r\n\r\n",
    )
    return Shot(kind="cut", raw=chance.choice(raws))


_WAYS: Sequence[Callable[[bytes, random.Random, Json], Shot]] = (
    _other_body,
    _other_body,
    _other_path,
    _other_headers,
    _cut,
)
