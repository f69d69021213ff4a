"""The client of the connector API: one aiohttp session, no retries of its own, errors as values."""

import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Protocol
from urllib.parse import quote

import aiohttp
from pydantic_core import to_json
from yarl import URL

from bot.clock import real_now
from bot.wire import Address, JsonObject, as_object

TIMEOUT = aiohttp.ClientTimeout(total=8.0, connect=4.0)
UNAUTHORIZED = 401
CUT = 0
"""The status of a call that got no answer."""
_CALM = frozenset({429, 412, 408, 500, 502, 503, 504, CUT})

_log = logging.getLogger(__name__)

Token = Callable[[], Awaitable[str | None]]
IsAllowed = Callable[[str], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """How a call went: HTTP status (0 when no answer came), the id it gave, Teams' error code, when to try again."""

    status: int
    id: str | None = None
    code: str | None = None
    retry_after: timedelta | None = None

    @property
    def is_ok(self) -> bool:
        """Tell whether it was done."""
        return 200 <= self.status < 300  # noqa: PLR2004  # what HTTP calls success

    @property
    def is_worth_another_try(self) -> bool:
        """Tell whether the same call can succeed later."""
        return self.status in _CALM

    @property
    def error(self) -> str:
        """Return status and code, for logs and the outbox."""
        return f"{self.status} {self.code or ''}".strip()


class Road(Protocol):
    """A way to people's chats."""

    async def send(self, address: Address, body: JsonObject) -> Sent:
        """Write a new message."""
        ...

    async def update(self, address: Address, activity: str, body: JsonObject) -> Sent:
        """Put *body* in place of a message of ours."""
        ...

    async def create_conversation(self, service_url: str, *, person: str, tenant: str, bot: str) -> Sent:
        """Open the personal chat with the one whose directory object id is *person*; its id is in the answer."""
        ...


class Connector:
    """Calls the connector API of whichever service URL an address names.

    *token* gives the bearer token, or None in development. *is_allowed* holds the hosts that may be written to.
    """

    def __init__(self, session: aiohttp.ClientSession, *, token: Token, is_allowed: IsAllowed) -> None:
        self._session = session
        self._token = token
        self._is_allowed = is_allowed

    async def send(self, address: Address, body: JsonObject) -> Sent:
        """Write a new message."""
        return await self._call(
            "POST", address.service_url, ("conversations", address.conversation, "activities"), body
        )

    async def update(self, address: Address, activity: str, body: JsonObject) -> Sent:
        """Put *body* in place of the message *activity*."""
        path = ("conversations", address.conversation, "activities", activity)
        return await self._call("PUT", address.service_url, path, {**body, "id": activity})

    async def delete(self, address: Address, activity: str) -> Sent:
        """Take the message *activity* away."""
        path = ("conversations", address.conversation, "activities", activity)
        return await self._call("DELETE", address.service_url, path, None)

    async def create_conversation(self, service_url: str, *, person: str, tenant: str, bot: str) -> Sent:
        """Open the personal chat with *person* (a directory object id)."""
        body: JsonObject = {
            "isGroup": False,
            "bot": {"id": bot},
            "members": [{"id": person, "aadObjectId": person}],
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
        }
        return await self._call("POST", service_url, ("conversations",), body)

    async def _call(self, method: str, service_url: str, path: tuple[str, ...], body: JsonObject | None) -> Sent:
        if not self._is_allowed(service_url):
            return Sent(status=400, code="ServiceUrlNotAllowed")
        parts = "/".join(quote(part, safe="") for part in path)
        url = URL(f"{service_url.rstrip('/')}/v3/{parts}", encoded=True)
        data = None if body is None else to_json(body)
        try:
            headers = await self._headers()
            async with self._session.request(
                method, url, data=data, headers=headers, timeout=TIMEOUT, allow_redirects=False
            ) as response:
                return _read(response.status, response.headers, await response.read())
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            _log.warning("connector-cut", extra={"method": method, "fault": type(error).__name__})
            return Sent(status=CUT, code=type(error).__name__)

    async def _headers(self) -> Mapping[str, str]:
        token = await self._token()
        kind = {"Content-Type": "application/json"}
        return kind | {"Authorization": f"Bearer {token}"} if token else kind


def _read(status: int, headers: Mapping[str, str], raw: bytes) -> Sent:
    answer = _parse(raw)
    identity, error = answer.get("id"), as_object(answer.get("error"))
    code = error.get("code") if error else answer.get("code")
    return Sent(
        status=status,
        id=identity if isinstance(identity, str) else None,
        code=str(code)[:80] if code else None,
        retry_after=retry_after_of(headers.get("Retry-After", "")),
    )


def _parse(raw: bytes) -> Mapping[str, object]:
    try:
        return as_object(json.loads(raw)) if raw else {}
    except ValueError:
        return {}


def retry_after_of(written: str) -> timedelta | None:
    """Return the pause that the other side asks for, in seconds or as a date of HTTP; None when it asks for none."""
    try:
        return timedelta(seconds=max(0.0, float(written)))
    except (ValueError, OverflowError):
        pass
    try:
        moment = parsedate_to_datetime(written)
    except ValueError:
        return None
    return max(timedelta(), moment - real_now()) if moment.tzinfo else None
