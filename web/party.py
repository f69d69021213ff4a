"""`/party/TOKEN`: where a party outside the desk answers for an issue by a link, without an account."""

import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from aiohttp import web

from actions.parties import PartyCase, PartySays, answer_for_party, open_party_case
from actions.ports import Begin
from catalog.models import Catalogue
from domain.errors import BadInput, NotFound, Unavailable, WrongState
from domain.parties import PartyStep
from domain.privacy import mask_identity_numbers
from texts import LANGUAGES
from web.party_limits import PartyLimits
from web.party_page import LONGEST_WORDS, STYLE_HASH, Asked, case_page, message_page, read_day

PATH = "/party"
LONGEST_TOKEN = 100
LONGEST_FORM = 64
LARGEST_BYTES = 16 * 1024
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "Vary": "Accept-Language",
}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyDoor:
    """Answers below ``/party``. A GET changes nothing; whoever knows the link may answer by POST."""

    begin: Begin
    now: Callable[[], Awaitable[datetime]]
    catalogue: Callable[[datetime], Awaitable[Catalogue]]
    file_address: Callable[[str, datetime], str]
    limits: PartyLimits = field(default_factory=PartyLimits)

    def routes(self) -> list[web.RouteDef]:
        """Return the routes; whatever stands below the path gets a page."""
        return [web.route("*", f"{PATH}/{{token:.*}}", self.take)]

    async def take(self, request: web.Request) -> web.Response:
        """Show the page of the link, or take an answer; a fault is a page too."""
        asked = Asked(language=language_of(request), at=await self.now(), form=secrets.token_urlsafe(16))
        token = request.match_info["token"]
        try:
            return await self._answer(request, token, asked)
        except NotFound:
            return _message("unknown", 404, asked)
        except web.HTTPRequestEntityTooLarge:
            return _message("large", 413, asked)
        except Unavailable:
            return _message("away", 503, asked)
        except Exception as fault:  # noqa: BLE001  # who stands at this door reads no JSON
            _log.error("party-fault", extra={"fault": type(fault).__name__}, exc_info=True)
            return _message("fault", 500, asked)

    async def _answer(self, request: web.Request, token: str, asked: Asked) -> web.Response:
        if not self.limits.allow(request.remote or "", token):
            return _message("often", 429, asked, {"Retry-After": str(self.limits.pause_seconds)})
        if request.method not in {"GET", "HEAD", "POST"}:
            return _message("method", 405, asked, {"Allow": "GET, HEAD, POST"})
        if not token or len(token) > LONGEST_TOKEN:
            raise NotFound(link="")
        if request.method == "POST":
            return await self._take_answer(request, token, asked)
        return await self._show(await open_party_case(token, begin=self.begin), request, asked)

    async def _show(self, case: PartyCase, request: web.Request, asked: Asked) -> web.Response:
        if case.is_over:
            return _message("over", 410, asked)
        last = case.answers[-1].step if case.answers else None
        if last is not None and request.query.get("thanks") == last:
            asked = replace(asked, thanks=last, is_masked="masked" in request.query)
        return await self._page(case, asked)

    async def _page(self, case: PartyCase, asked: Asked, *, status: int = 200) -> web.Response:
        catalogue = await self.catalogue(asked.at)
        files = [(each.is_image, self.file_address(each.id, asked.at)) for each in case.files]
        return _html(case_page(case, catalogue, asked, files=files), status=status)

    async def _take_answer(self, request: web.Request, token: str, asked: Asked) -> web.Response:
        if (request.content_length or 0) > LARGEST_BYTES:
            raise web.HTTPRequestEntityTooLarge(max_size=LARGEST_BYTES, actual_size=request.content_length or 0)
        given = {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
        tried = _tried(given, asked)
        case = await open_party_case(token, begin=self.begin)
        if case.is_over:
            return _message("over", 410, asked)
        try:
            says = _says(given)
            taken = await answer_for_party(token, says, begin=self.begin, at=asked.at)
        except BadInput as bad:
            fault = str(bad.values.get("field"))
            fault = fault if fault in {"date", "words"} else "step"
            return await self._page(case, replace(tried, fault=fault), status=422)
        except WrongState:
            case = await open_party_case(token, begin=self.begin)
            return _message("over", 410, asked) if case.is_over else await self._page(case, asked, status=409)
        step = taken.answers[-1].step if taken.answers else says.step
        # Identity numbers are masked before anything is stored, and whoever wrote one is told.
        masked = "&masked=1" if mask_identity_numbers(says.words or "").has_found else ""
        location = f"?lang={asked.language}&thanks={step}{masked}"
        return web.Response(status=303, headers={**HEADERS, "Location": location})


def language_of(request: web.Request) -> str:
    """Return the language that the address asks for, else the browser's first that we have, else Swedish."""
    chosen = request.query.get("lang", "")
    if chosen in LANGUAGES:
        return chosen
    wanted = [each.partition(";") for each in request.headers.get("Accept-Language", "").split(",")]
    ranked = sorted(wanted, key=lambda each: -_weight(each[2]))
    codes = (name.strip().casefold().partition("-")[0] for name, _, _ in ranked)
    return next((code for code in codes if code in LANGUAGES), "sv")


def _weight(written: str) -> float:
    try:
        return float(written.strip().removeprefix("q=")) if written else 1.0
    except ValueError:
        return 0.0


def _says(given: Mapping[str, str]) -> PartySays:
    """Return what the form says.

    Raises:
        BadInput: a field of it can't be so.
    """
    try:
        step = PartyStep(given.get("step", ""))
    except ValueError:
        raise BadInput(field="step", lowest="", highest="") from None
    form = given.get("form", "")
    if not (0 < len(form) <= LONGEST_FORM):
        raise BadInput(field="step", lowest="", highest="")
    words = given.get("words", "").replace("\r\n", "\n")[:LONGEST_WORDS]
    return PartySays(step=step, form=form, words=words, expected_on=_day(given.get("date", "")))


def _day(written: str) -> date | None:
    try:
        return read_day(written.strip())
    except ValueError:
        raise BadInput(field="date", lowest="", highest="") from None


def _tried(given: Mapping[str, str], asked: Asked) -> Asked:
    step = next((each for each in PartyStep if each == given.get("step")), None)
    return replace(asked, step=step, words=given.get("words", "")[:LONGEST_WORDS], expected=given.get("date", "")[:10])


def _message(kind: str, status: int, asked: Asked, headers: Mapping[str, str] | None = None) -> web.Response:
    return _html(message_page(kind, asked), status=status, headers=headers)


def _html(page: str, *, status: int, headers: Mapping[str, str] | None = None) -> web.Response:
    return web.Response(
        text=page, status=status, content_type="text/html", charset="utf-8", headers={**HEADERS, **(headers or {})}
    )
