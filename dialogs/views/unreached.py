"""The view of messages that reached nobody: whom they were for, and what was lost."""

from collections.abc import Mapping

from dialogs.cards.elements import Shown
from dialogs.cards.queue import Unreached, undeliverable_card
from dialogs.views.announcements import audience_name
from dialogs.views.asked import Asked, Hidden
from domain.announcements import OUTSIDE
from domain.errors import NotFound
from domain.notices import REPLY, Owed
from domain.people import Role
from texts import has, say

MOST_UNREACHED = 8
MOST_COUNTED = 100
PARTY = "party:"
NUMBERED = ("B-", "F-", "U-", "S-")
"""What the numbers that people see begin with."""


async def show_undeliverable(asked: Asked) -> Shown:
    """Return who could not be reached, for those who can do something about it."""
    if not any(asked.reader.has_role(role) for role in (Role.COORDINATOR, Role.ADMINISTRATOR)):
        raise Hidden
    rows = await asked.work.outbox.list_undeliverable(MOST_COUNTED)
    whom = [await _recipient(asked, row) for row in rows[:MOST_UNREACHED]]
    names = await asked.names(whom)
    lost = [await _about(asked, row) for row in rows[:MOST_UNREACHED]]
    shown = [Unreached(name=_name(asked, code, names), about=about) for code, about in zip(whom, lost, strict=True)]
    return undeliverable_card(shown, len(rows), asked.frame())


async def _recipient(asked: Asked, row: Owed) -> str:
    """Return the code of whom it was for: of a reply, whose chat it is; empty for a chat of somebody unknown."""
    if row.recipient is not None or row.conversation is None:
        return row.recipient or ""
    chat = await asked.work.conversations.find(row.conversation)
    return (chat.person if chat else None) or ""


def _name(asked: Asked, code: str, names: Mapping[str, str]) -> str:
    """Return the name, which tells somebody whom the register has never held from one who is gone from it."""
    if not code:
        return say("person-stranger", asked.language)
    if code.startswith(OUTSIDE):
        return audience_name(code.removeprefix(OUTSIDE), asked.language)
    party = asked.catalogue.parties.get(code.removeprefix(PARTY)) if code.startswith(PARTY) else None
    return party.name.of(asked.language) if party else names.get(code) or say("person-unknown", asked.language)


async def _about(asked: Asked, row: Owed) -> str:
    about = say(_kind(row), asked.language)
    number = await _number(asked, row.message.subject)
    return f"{about} {number}" if number.startswith(NUMBERED) else about


async def _number(asked: Asked, subject: str | None) -> str:
    """Return the number that people know the subject by: that of its request where it has one."""
    kind, _, identifier = (subject or "").partition(":")
    try:
        if kind == "assignment":
            return (await asked.work.assignments.get(identifier)).request or identifier
        if kind == "draft":
            return (await asked.work.drafts.get(identifier)).request or ""
    except NotFound:
        return ""
    return identifier


def _kind(row: Owed) -> str:
    """Return the key of what a message was: by its kind or the first part of it; of a reply, by what it showed."""
    named = f"reply-{row.message.view}" if row.kind == REPLY else row.kind
    dashed = named.replace(".", "-").replace("_", "-")
    keys = (f"kind-{dashed}", f"kind-{dashed.partition('-')[0]}")
    return next((key for key in keys if has(key)), "kind-other")
