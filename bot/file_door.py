"""Gives the files that people sent to whoever has a link from a card: signed, and good for some days."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from dialogs.views.files import SHOW
from domain.errors import NotFound
from domain.files import SHOWN_INLINE, SUFFIXES, TXT, SentFile

Sign = Callable[[str, str, int], str]
_LONGEST_UNTIL = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class FileDoor:
    """Answers ``/files/{id}``. Who has the link may read: it stands only in cards of those who may see the request."""

    read: Callable[[str], Awaitable[tuple[SentFile, bytes]]]
    sign: Sign
    now: Callable[[], Awaitable[datetime]]

    async def give(self, request: web.Request) -> web.Response:
        """Give the file, to be shown when it is a picture that browsers know, else to be downloaded."""
        identifier, until = request.match_info["id"], request.query.get("until", "")
        if not (until.isascii() and until.isdigit() and len(until) <= _LONGEST_UNTIL):
            raise web.HTTPForbidden
        expected = self.sign(SHOW, f"file:{identifier}", int(until))
        if not hmac.compare_digest(request.query.get("token", "").encode(), expected.encode()):
            raise web.HTTPForbidden
        if (await self.now()).timestamp() > int(until):
            raise web.HTTPGone
        try:
            file, content = await self.read(identifier)
        except NotFound:
            raise web.HTTPNotFound from None
        return _answer(file, content)


def _answer(file: SentFile, content: bytes) -> web.Response:
    kind = file.kind or "application/octet-stream"
    way = "inline" if kind in SHOWN_INLINE else "attachment"
    headers = {
        # Our own name for it: what people call their files can name people, and browsers read headers in many ways.
        "Content-Disposition": f'{way}; filename="{file.id[:8]}.{SUFFIXES.get(kind, "bin")}"',
        "Content-Type": f"{kind}; charset=utf-8" if kind == TXT else kind,
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "private, no-store",
    }
    return web.Response(body=content, headers=headers)
