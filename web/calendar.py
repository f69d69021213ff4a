"""`/calendar/SECRET.ics`: the year wheel as a person's calendar reads it, again and again."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from aiohttp import web

from actions.calendars import read_calendar
from actions.ports import Begin
from catalog.models import Catalogue
from domain.errors import NotFound, Unavailable
from web.ics import written

PATH = "/calendar"
HEADERS: Mapping[str, str] = {
    "Content-Disposition": 'inline; filename="vaktis.ics"',
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-cache",
}
_SECRET = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarDoor:
    """Answers below ``/calendar``. Whoever knows the address may read; nothing can be changed here."""

    begin: Begin
    now: Callable[[], Awaitable[datetime]]
    catalogue: Callable[[datetime], Awaitable[Catalogue]]

    def routes(self) -> list[web.RouteDef]:
        """Return the routes."""
        return [web.get(f"{PATH}/{{secret}}.ics", self.give)]

    async def give(self, request: web.Request) -> web.Response:
        """Give the feed; unchanged since the last time, only say so. An address that is no more is not found."""
        secret = request.match_info["secret"]
        if not _SECRET.fullmatch(secret):
            raise web.HTTPNotFound
        try:
            at = await self.now()
            page = await read_calendar(secret, begin=self.begin, catalogue=await self.catalogue(at))
        except NotFound:
            raise web.HTTPNotFound from None
        except Unavailable:
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "60"}) from None
        body = written(page, at=at)
        tag = f'"{sha256(body).hexdigest()[:32]}"'
        if tag in request.headers.get("If-None-Match", ""):
            return web.Response(status=304, headers={**HEADERS, "ETag": tag})
        return web.Response(body=body, content_type="text/calendar", charset="utf-8", headers={**HEADERS, "ETag": tag})
