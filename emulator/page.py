"""The page and its files."""

from pathlib import Path

from aiohttp import web

from emulator.refusals import Refusal

_HERE = Path(__file__).parent
_STATIC = _HERE / "static"
_CARDS = Path("adaptivecards/dist/adaptivecards.min.js")
_POLICY = (
    "default-src 'self'; img-src * data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'"
)


class Page:
    """Serves the page, and the card renderer from where npm put it."""

    def __init__(self, node_modules: Path | None = None) -> None:
        """Take the renderer from *node_modules*, by default the one beside this file."""
        self._renderer = (node_modules or _HERE / "node_modules") / _CARDS

    def routes(self) -> list[web.AbstractRouteDef]:
        """Return the page's paths."""
        return [
            web.get("/", self.index),
            web.get("/vendor/adaptivecards.js", self.renderer),
            web.static("/static", _STATIC),
        ]

    async def index(self, _: web.Request) -> web.FileResponse:
        """Give the page."""
        return web.FileResponse(_STATIC / "index.html", headers={"Content-Security-Policy": _POLICY})

    async def renderer(self, _: web.Request) -> web.FileResponse:
        """Give the card renderer; the page says so when it is not installed."""
        if not self._renderer.is_file():
            raise Refusal(404, "RendererMissing", "npm adaptivecards is not installed; run make setup")
        return web.FileResponse(self._renderer, headers={"Content-Type": "text/javascript"})
