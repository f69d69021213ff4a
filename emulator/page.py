"""The page and its files, and where the bot's own tab is."""

from pathlib import Path
from urllib.parse import quote

import aiohttp
from aiohttp import web

from emulator.refusals import Refusal

_HERE = Path(__file__).parent
_STATIC = _HERE / "static"
_CARDS = Path("adaptivecards/dist/adaptivecards.min.js")
_TAB_SECONDS = 5.0
# No script or style that stands in the page itself. Pictures of messages and pages of dialogs come from anywhere.
_POLICY = (
    "default-src 'self'; img-src 'self' data: blob: http: https:; frame-src http: https:; "
    "object-src 'none'; form-action 'none'; frame-ancestors 'self'; base-uri 'none'"
)
_HEADERS = {"Content-Security-Policy": _POLICY, "Referrer-Policy": "no-referrer"}


class Page:
    """Serves the page, and the card renderer from where npm put it."""

    def __init__(self, node_modules: Path | None = None, *, bot: str = "") -> None:
        """Take the renderer from *node_modules*, by default the one beside this file; *bot* is where messages go."""
        self._renderer = (node_modules or _HERE / "node_modules") / _CARDS
        self._bot = bot

    def routes(self) -> list[web.AbstractRouteDef]:
        """Return the page's paths."""
        return [
            web.get("/", self.index),
            web.get("/api/tab", self.tab),
            web.get("/vendor/adaptivecards.js", self.renderer),
            web.static("/static", _STATIC),
        ]

    async def index(self, _: web.Request) -> web.FileResponse:
        """Give the page."""
        return web.FileResponse(_STATIC / "index.html", headers=_HEADERS)

    async def renderer(self, _: web.Request) -> web.FileResponse:
        """Give the card renderer; the page says so when it is not installed."""
        if not self._renderer.is_file():
            raise Refusal(404, "RendererMissing", "npm adaptivecards is not installed; run make setup")
        return web.FileResponse(self._renderer, headers={"Content-Type": "text/javascript"})

    async def tab(self, request: web.Request) -> web.Response:
        """Tell where the bot's tab is for the person `as`, and what it answers there: 0 when it is silent."""
        address = f"{self._bot.partition('/api/')[0]}/tab/?as={quote(request.query.get('as', ''), safe='')}"
        timeout = aiohttp.ClientTimeout(total=_TAB_SECONDS)
        try:
            async with aiohttp.ClientSession(timeout=timeout) as session, session.get(address) as answer:
                status = answer.status
        except (aiohttp.ClientError, TimeoutError):
            status = 0
        return web.json_response({"url": address, "status": status})
