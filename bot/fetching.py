"""The worker that fetches what people have sent along: off the turn, from hosts that are allowed, and not too much."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

import aiohttp
from yarl import URL

from actions.files import claim_files, keep_file, put_off_file, refuse_file
from actions.ports import Begin
from bot.auth import is_development_host, is_microsoft_host, parts_of
from bot.clock import DeskClock
from bot.connector import Token
from bot.logs import told
from domain.errors import DeskError, NotFound
from domain.files import LARGEST_BYTES, Refusal, SentFile

LOOK_EVERY_SECONDS = 1.0
AT_ONCE = 4
MOST_REDIRECTS = 3
TIMEOUT = aiohttp.ClientTimeout(total=45, connect=10)
_PIECE_BYTES = 64 * 1024
_OK, _LAST_OK, _REDIRECTS = 200, 299, frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({400, 401, 403, 404, 405, 410, 415})
_PICTURE_HOSTS = (".asm.skype.com", ".asyncgw.teams.microsoft.com")
_FILE_HOSTS = (".sharepoint.com", ".sharepoint.us", *_PICTURE_HOSTS)
_log = logging.getLogger(__name__)

IsAllowed = Callable[[str], bool]


class TooLarge(Exception):
    """More came than is kept."""


class GoneForGood(Exception):
    """The other side will not give it, however often it is asked; or it is where nothing is fetched from."""


def is_file_host(url: str) -> bool:
    """Tell whether people's files may be fetched from *url*: where Teams and SharePoint keep them, over TLS."""
    parts = parts_of(url)
    host = (parts.hostname or "").casefold()
    is_theirs = parts.scheme == "https" and parts.username is None and host.endswith(_FILE_HOSTS)
    return is_theirs or is_microsoft_host(url)


def wants_token(url: str) -> bool:
    """Tell whether *url* is one of the platform's own, which give a picture only to a bot that says who it is."""
    host = (parts_of(url).hostname or "").casefold()
    return is_microsoft_host(url) or (is_file_host(url) and host.endswith(_PICTURE_HOSTS))


def is_development_file_host(url: str) -> bool:
    """Tell whether *url* may be fetched from in development: this machine, or where files are kept."""
    return is_file_host(url) or is_development_host(url)


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Fetches what is behind an address. *token* is given to the platform's own hosts and to no other."""

    session: aiohttp.ClientSession
    token: Token
    is_allowed: IsAllowed
    largest_bytes: int = LARGEST_BYTES

    async def fetch(self, url: str) -> bytes:
        """Return the content.

        Raises:
            TooLarge: there is more of it than is kept; no more than that is read.
            GoneForGood: the address is not allowed, or the answer says no.
            aiohttp.ClientError, TimeoutError, OSError: it can succeed another time.
        """
        for _ in range(MOST_REDIRECTS + 1):
            if not self.is_allowed(url):
                raise GoneForGood("host")
            async with self.session.get(
                URL(url, encoded=True), headers=await self._headers(url), timeout=TIMEOUT, allow_redirects=False
            ) as response:
                if response.status not in _REDIRECTS:
                    return await self._read(response)
                url = str(response.url.join(URL(response.headers.get("Location", ""))))
        raise GoneForGood("redirects")

    async def _headers(self, url: str) -> dict[str, str]:
        token = await self.token() if wants_token(url) else None
        return {"Authorization": f"Bearer {token}"} if token else {}

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        if response.status in _FOR_GOOD:
            raise GoneForGood(str(response.status))
        if not _OK <= response.status <= _LAST_OK:
            raise aiohttp.ClientError(str(response.status))
        if (response.content_length or 0) > self.largest_bytes:
            raise TooLarge
        pieces, size = [], 0
        async for piece in response.content.iter_chunked(_PIECE_BYTES):
            size += len(piece)
            if size > self.largest_bytes:
                raise TooLarge
            pieces.append(piece)
        return b"".join(pieces)


class Fetcher:
    """Fetches what is due, a few at a time; what a kill interrupts is fetched again when its lease is over."""

    def __init__(self, *, begin: Begin, clock: DeskClock, source: Source) -> None:
        self._begin = begin
        self._clock = clock
        self._source = source
        self._worker: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look for what is to be fetched."""
        self._worker = asyncio.create_task(self._work())

    async def stop(self) -> None:
        """Fetch no more."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.cancel()
            await asyncio.gather(worker, return_exceptions=True)

    async def fetch_due(self) -> int:
        """Fetch what is due now; return how many were tried."""
        async with self._begin() as work:
            at = await self._clock.read(work)
        taken = await claim_files(begin=self._begin, at=at, limit=AT_ONCE)
        await asyncio.gather(*(self._fetch(each) for each in taken))
        return len(taken)

    async def _work(self) -> None:
        while True:
            try:
                found = await self.fetch_due()
            except Exception as fault:  # noqa: BLE001  # the database may be away; the rows are still there when it is back
                _log.error("fetching-fault", extra=told(fault))
                found = 0
            if not found:
                await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def _fetch(self, file: SentFile) -> None:
        outcome = "kept"
        try:
            content = await self._source.fetch(file.source or "")
        except TooLarge:
            outcome = Refusal.TOO_LARGE.value
            await self._refuse(file, Refusal.TOO_LARGE)
        except GoneForGood:
            outcome = Refusal.UNREACHABLE.value
            await self._refuse(file, Refusal.UNREACHABLE)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            outcome = "put-off"
            with suppress(NotFound):  # It was taken back meanwhile.
                await put_off_file(file.id, begin=self._begin, at=await self._now())
        else:
            with suppress(NotFound):
                await keep_file(file.id, content, begin=self._begin, at=await self._now())
        _log.info("file", extra={"file": file.id, "outcome": outcome, "attempts": file.attempts})

    async def _refuse(self, file: SentFile, reason: Refusal) -> None:
        with suppress(DeskError):
            await refuse_file(file.id, reason, begin=self._begin, at=await self._now())

    async def _now(self) -> datetime:
        async with self._begin() as work:
            return await self._clock.read(work)
