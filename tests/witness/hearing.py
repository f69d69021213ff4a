"""A door that keeps what the emulator sends to the bot, as the Playground keeps it by itself."""

import json
import re
from dataclasses import dataclass, field

from typing_extensions import override

from tests.e2e.chats import JsonObject
from tests.e2e.door import Door

_CONVERSATION = re.compile(r"^.*/v3/conversations(/[^/]+)?")
_ACTIVITY = re.compile(r"/activities/[^/]+$")


@dataclass(kw_only=True)
class Hearing(Door):
    """Passes everything on unchanged; `heard` holds the activities, oldest first."""

    heard: list[JsonObject] = field(default_factory=list)

    @override
    async def _send(self, bot: str, body: bytes) -> tuple[int, bytes]:
        self.heard.append(json.loads(body))
        return await super()._send(bot, body)


def call(method: str, path: str, status: object) -> str:
    """Return a call of the bot without its ids: `PUT conversations/activities/# 200`."""
    return f"{method} {_ACTIVITY.sub('/activities/#', _CONVERSATION.sub('conversations', path))} {status}"
