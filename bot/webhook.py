"""Letters to parties that take them by HTTP: signed, so that the other side knows that it is us, and nothing else."""

import hmac
import json
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

import aiohttp
from yarl import URL

from bot.clock import real_now
from bot.connector import CUT, TIMEOUT, Sent, retry_after_of
from bot.settings import is_loopback
from bot.wire import JsonObject
from catalog.models import Party
from dialogs.letters import Letter

CHANNELS = frozenset({"webhook", "teams"})
SIGNATURE, TIMESTAMP, DELIVERY = "X-Vaktis-Signature", "X-Vaktis-Timestamp", "X-Vaktis-Delivery"


class Webhook:
    """Calls the addresses of parties. Without a *secret* calls are not signed."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        secret: str | None,
        is_development: bool,
        now: Callable[[], datetime] = real_now,
    ) -> None:
        self._session = session
        self._secret = secret
        self._is_development = is_development
        self._now = now

    def reaches(self, party: Party) -> bool:
        """Tell whether *party* has an address that may be called: by https, or on this machine in development."""
        if party.channel not in CHANNELS:
            return False
        try:
            url = URL(party.address)
        except ValueError:
            return False
        is_own = self._is_development and url.scheme == "http" and is_loopback(url.host or "")
        return bool(url.host) and (url.scheme == "https" or is_own)

    async def send(self, party: Party, letter: Letter) -> Sent:
        """Post *letter*; a redirect is not followed, since it would carry the letter to somebody else."""
        body = card_of(letter) if party.channel == "teams" else {**letter.facts, "id": letter.key, **_worded(letter)}
        raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        headers = {"Content-Type": "application/json", DELIVERY: letter.key, **self._signed(raw)}
        try:
            async with self._session.post(
                party.address, data=raw, headers=headers, timeout=TIMEOUT, allow_redirects=False
            ) as response:
                asked = retry_after_of(response.headers.get("Retry-After", ""))
                return Sent(status=response.status, retry_after=asked)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            return Sent(status=CUT, code=type(error).__name__)

    def _signed(self, raw: bytes) -> dict[str, str]:
        if self._secret is None:
            return {}
        at = str(int(self._now().timestamp()))
        return {TIMESTAMP: at, SIGNATURE: signature(self._secret, at, raw)}


def signature(secret: str, timestamp: str, raw: bytes) -> str:
    """Return what proves that *raw* was sent by us at *timestamp*: ``sha256=`` and an HMAC over both, in hex."""
    return "sha256=" + hmac.new(secret.encode(), f"{timestamp}.".encode() + raw, sha256).hexdigest()


def _worded(letter: Letter) -> dict[str, str]:
    return {"subject": letter.subject, "text": letter.body}


def card_of(letter: Letter) -> JsonObject:
    """Return the letter as a card, as a workflow of a Teams channel takes it."""
    content: JsonObject = {
        "type": "AdaptiveCard",
        "version": "1.4",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "body": [
            {"type": "TextBlock", "text": letter.subject, "weight": "bolder", "wrap": True},
            {"type": "TextBlock", "text": letter.body, "wrap": True},
        ],
    }
    return {
        "type": "message",
        "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": content}],
    }
