"""Who may send activities in production: only who has a token that the Bot Framework signed for this bot."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

import aiohttp
import jwt

from bot.server import NotAuthentic
from bot.settings import is_loopback
from bot.wire import as_object

ISSUER = "https://api.botframework.com"
OPENID = "https://login.botframework.com/v1/.well-known/openidconfiguration"
LEEWAY_SECONDS = 300
REFRESH_FLOOR_SECONDS = 300.0
KEYS_LAST_SECONDS = 24 * 3600.0
HOSTS_KEPT = 32
"""Whether an address may be written to is asked twice a turn, of nearly always the same one."""
FETCH_TIMEOUT = aiohttp.ClientTimeout(total=10)
_EXACT = frozenset(
    {"smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us"}
)

_log = logging.getLogger(__name__)


def parts_of(url: str) -> SplitResult:
    """Return the parts of *url*; of one that is no address, such as ``http://[::1``, they are all empty."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


@lru_cache(maxsize=HOSTS_KEPT)
def is_microsoft_host(url: str) -> bool:
    """Tell whether *url* is one of the platform's own addresses, over TLS."""
    parts = parts_of(url)
    host = (parts.hostname or "").casefold()
    is_known = host in _EXACT or host == "botframework.com" or host.endswith(".botframework.com")
    return parts.scheme == "https" and parts.username is None and is_known


@lru_cache(maxsize=HOSTS_KEPT)
def is_development_host(url: str) -> bool:
    """Tell whether *url* may be written to in development: this machine, or the platform."""
    parts = parts_of(url)
    return is_microsoft_host(url) or (parts.scheme in {"http", "https"} and is_loopback(parts.hostname or ""))


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """A key that tokens are signed with, and the channels that may use it."""

    key: jwt.PyJWK
    endorsements: frozenset[str]


class KeyCache:
    """The platform's signing keys. The last good ones are kept when they can't be fetched.

    An unknown key id asks for new ones, but not more often than the floor: anybody can send an unknown id. *clock*
    counts seconds, monotonic.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        clock: Callable[[], float],
        openid_url: str = OPENID,
        floor_seconds: float = REFRESH_FLOOR_SECONDS,
    ) -> None:
        self._session = session
        self._clock = clock
        self._openid_url = openid_url
        self._floor_seconds = floor_seconds
        self._keys: Mapping[str, Key] = {}
        self._tried_at: float | None = None
        self._fetched_at: float | None = None
        self._lock = asyncio.Lock()

    async def find(self, key_id: str) -> Key | None:
        """Return the key, or None when the platform does not know it either."""
        if key_id not in self._keys or self._is_old():
            async with self._lock:
                if (key_id not in self._keys or self._is_old()) and self._may_try():
                    await self._fetch()
        return self._keys.get(key_id)

    def _is_old(self) -> bool:
        return self._fetched_at is None or self._clock() - self._fetched_at > KEYS_LAST_SECONDS

    def _may_try(self) -> bool:
        return self._tried_at is None or self._clock() - self._tried_at >= self._floor_seconds

    async def _fetch(self) -> None:
        self._tried_at = self._clock()
        try:
            about = await self._get(self._openid_url)
            found = await self._get(str(about.get("jwks_uri", "")))
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            _log.warning("openid-keys-not-fetched", extra={"fault": type(error).__name__})
            return
        if keys := _read_keys(found.get("keys")):
            self._keys, self._fetched_at = keys, self._clock()

    async def _get(self, url: str) -> Mapping[str, object]:
        async with self._session.get(url, timeout=FETCH_TIMEOUT, raise_for_status=True) as response:
            return as_object(await response.json(content_type=None))


class TokenCheck:
    """Lets an activity in when its token says that the platform sent it to this bot, from where it says."""

    def __init__(self, keys: KeyCache, *, app_id: str, tenant: str | None) -> None:
        self._keys = keys
        self._app_id = app_id
        self._tenant = tenant

    async def __call__(self, header: str, activity: Mapping[str, object]) -> None:
        """Do nothing when the activity may come in.

        Raises:
            NotAuthentic: no token, or one that is not for this activity.
        """
        scheme, _, token = header.partition(" ")
        if scheme.casefold() != "bearer" or not token.strip():
            raise NotAuthentic("no-token")
        claims = await self._claims(token.strip(), str(activity.get("channelId", "")))
        service_url = activity.get("serviceUrl")
        if not isinstance(service_url, str) or claims.get("serviceurl") != service_url:
            raise NotAuthentic("other-service-url")
        if not is_microsoft_host(service_url):
            raise NotAuthentic("foreign-service-url")
        if self._tenant is not None and _tenant_of(activity) != self._tenant:
            raise NotAuthentic("other-tenant")

    async def _claims(self, token: str, channel: str) -> Mapping[str, object]:
        try:
            key_id = jwt.get_unverified_header(token).get("kid")
            key = await self._keys.find(key_id) if isinstance(key_id, str) else None
            if key is None:
                raise NotAuthentic("unknown-key")
            if key.endorsements and channel not in key.endorsements:
                raise NotAuthentic("not-endorsed")
            return as_object(
                jwt.decode(
                    token,
                    key.key,
                    algorithms=["RS256"],
                    audience=self._app_id,
                    issuer=ISSUER,
                    leeway=LEEWAY_SECONDS,
                    options={"require": ["exp", "iss", "aud"]},
                )
            )
        except jwt.PyJWTError as error:
            raise NotAuthentic(type(error).__name__) from None


async def believe_loopback(_header: str, activity: Mapping[str, object]) -> None:
    """Let anything in, in development, that is to be answered on this machine.

    Raises:
        NotAuthentic: it wants its answer sent elsewhere.
    """
    service_url = activity.get("serviceUrl")
    if isinstance(service_url, str) and service_url and not is_development_host(service_url):
        raise NotAuthentic("foreign-service-url")


def _read_keys(found: object) -> Mapping[str, Key]:
    keys: dict[str, Key] = {}
    for each in found if isinstance(found, list) else []:
        entry = as_object(each)
        key_id, endorsements = entry.get("kid"), entry.get("endorsements")
        if not isinstance(key_id, str) or entry.get("kty") != "RSA":
            continue
        try:
            key = jwt.PyJWK(dict(entry), algorithm="RS256")
        except jwt.PyJWTError:
            continue
        names = endorsements if isinstance(endorsements, list) else []
        keys[key_id] = Key(key=key, endorsements=frozenset(str(name) for name in names))
    return keys


def _tenant_of(activity: Mapping[str, object]) -> object:
    tenant = as_object(as_object(activity.get("channelData")).get("tenant")).get("id")
    return tenant or as_object(activity.get("conversation")).get("tenantId")
