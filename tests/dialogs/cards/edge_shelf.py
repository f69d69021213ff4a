"""The chats, what is owed and what is set, in memory."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from domain.calendars import CalendarFeed
from domain.notices import Conversation, Owed


@dataclass(kw_only=True)
class Settings:
    held: Mapping[str, str]

    async def find(self, name: str) -> str | None:
        return self.held.get(name)


@dataclass(kw_only=True)
class Calendars:
    held: tuple[CalendarFeed, ...]

    async def of_person(self, person: str) -> CalendarFeed | None:
        return next((each for each in self.held if each.person == person), None)


@dataclass(kw_only=True)
class Outbox:
    held: tuple[Owed, ...]

    async def list_undeliverable(self, limit: int) -> Sequence[Owed]:
        return self.held[:limit]


@dataclass(kw_only=True)
class Conversations:
    """Chats that are named after the person whose they are: `chat-SER3`."""

    people: Collection[str]

    async def find(self, conversation: str) -> Conversation | None:
        person = conversation.removeprefix("chat-")
        known = person if person in self.people else None
        return Conversation(id=conversation, person=known, is_personal=True, is_active=True, address={})
