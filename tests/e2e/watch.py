"""Somebody's eyes: the chats as their readers see them, kept up to date by the emulator's stream of events.

Reading whole chats again and again would cost the machine more than the desk that is to be proved on it.
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

import aiohttp

from tests.e2e.chats import Chat, JsonObject, Said, read_said

T = TypeVar("T")
LONGEST_EVENT_BYTES = 2**20


class Watch:
    """Sees everything that happens in the chats of one emulator; `chat` may lie a moment behind, never ahead."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        """Look at the emulator at *url*; nothing is seen before `begin`."""
        self._session = session
        self._url = url
        self._seen: defaultdict[str, dict[str, Said]] = defaultdict(dict)
        self._news: defaultdict[str, asyncio.Condition] = defaultdict(asyncio.Condition)
        self._task: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Begin to look; what happens after this returns is seen."""
        begun = asyncio.Event()
        self._task = asyncio.create_task(self._look(begun))
        await begun.wait()

    async def end(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def chat(self, code: str) -> Chat:
        """Return a person's chat as it is now, as far as that has been seen."""
        return Chat(code=code, messages=list(self._seen[code].values()))

    def codes(self) -> list[str]:
        """Return whose chats anything has happened in."""
        return sorted(self._seen)

    async def until(self, code: str, look: Callable[[Chat], T | None], *, seconds: float) -> T | None:
        """Return what *look* finds in a person's chat once it finds something; None after *seconds* in vain."""
        if (found := look(self.chat(code))) or seconds <= 0:
            return found
        try:
            async with asyncio.timeout(seconds), self._news[code]:
                while not (found := look(self.chat(code))):
                    await self._news[code].wait()
                return found
        except TimeoutError:
            assert self._task is None or not self._task.done(), "nobody looks any more"
            return None

    async def _look(self, begun: asyncio.Event) -> None:
        timeout = aiohttp.ClientTimeout(total=None)
        address = f"{self._url}/api/events"
        async with self._session.get(address, timeout=timeout, read_bufsize=LONGEST_EVENT_BYTES) as stream:
            begun.set()
            async for line in stream.content:
                if line.startswith(b"data: "):
                    await self._take(json.loads(line.removeprefix(b"data: ")))
        raise AssertionError("the emulator's events ended before the proof did")

    async def _take(self, event: JsonObject) -> None:
        activity, code = event.get("activity"), str(event.get("chat"))
        if event.get("type") != "activity" or not isinstance(activity, dict):
            return
        identity = str(activity["id"])
        if activity["deleted"]:
            self._seen[code].pop(identity, None)
        else:
            self._seen[code][identity] = read_said(activity)
        async with self._news[code]:
            self._news[code].notify_all()
