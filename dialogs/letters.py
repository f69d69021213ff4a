"""Letters to parties outside the chat: what is wrong, where, how urgent it is, and whom to answer."""

from dataclasses import dataclass

from actions.ports import Work
from catalog.models import Catalogue
from domain.notices import Message
from domain.requests import RequestStatus
from texts import say
from texts.format import moment

LANGUAGE = "sv"
"""The parties are Swedish offices, so their letters are Swedish whatever the reporter reads."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """A letter in plain text. `key` is the same each time the same letter is sent, so that a copy can be told."""

    key: str
    subject: str
    body: str


async def write_letter(message: Message, *, work: Work, catalogue: Catalogue) -> Letter:
    """Return the letter about the request that *message* shows, worded from its state as it is now.

    Raises:
        RequestNotFound: there is no such request.
    """
    request = await work.requests.get((message.subject or "").removeprefix("request:"))
    names = await work.people.names([request.requester])
    row = catalogue.boundary.get(request.object or "")
    unit = catalogue.units[request.unit]
    is_cancelled = request.status is RequestStatus.CANCELLED
    facts = {
        "number": request.id,
        "object": row.object.sv if row else request.object or "",
        "unit": unit.name.sv,
        "place": request.place or say("letter-no-place", LANGUAGE),
        "severity": say(f"severity-{request.severity or 'normal'}", LANGUAGE),
        "reporter": names.get(request.requester, request.requester),
        "at": moment(request.created_at, LANGUAGE),
        "note": request.note or "",
    }
    kind = "letter-cancelled" if is_cancelled else "letter-forwarded"
    return Letter(
        key=f"{request.id}.{request.version}",
        subject=say(f"{kind}-subject", LANGUAGE, **facts),
        body=say(f"{kind}-body", LANGUAGE, **facts),
    )
