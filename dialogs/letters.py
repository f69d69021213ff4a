"""Letters to parties outside the chat: what is wrong, where, how urgent it is, and how to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from actions.ports import Work
from catalog.models import Catalogue
from domain.announcements import AnnouncementStatus
from domain.errors import NotFound
from domain.notices import Message
from domain.requests import RequestStatus, ServiceRequest
from texts import say
from texts.format import moment

INFORMATION = "information:"
LANGUAGE = "sv"
"""The parties are Swedish offices, so their letters are Swedish whatever the reporter reads."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """A letter in plain text. `key` is the same each time the same letter is sent, so that a copy can be told.

    `facts` say the same in codes, for those who have it read by a machine.
    """

    key: str
    subject: str
    body: str
    facts: Mapping[str, str | None] = field(default_factory=dict)


async def write_letter(
    message: Message, *, work: Work, catalogue: Catalogue, key: str = "", link: str = "", reader: str = ""
) -> Letter:
    """Return the letter about what *message* shows, worded from its state as it is now: a request, or information.

    *link* is the address where its party answers; without one the letter tells of none.

    *reader* is whom it is for, as the announcement names them.

    Raises:
        RequestNotFound: there is no such request.
        NotFound: there is no such announcement for them, or it was recalled meanwhile.
    """
    if (message.subject or "").startswith(INFORMATION):
        return await _announced(message, reader, work=work, key=key)
    request = await work.requests.get((message.subject or "").removeprefix("request:"))
    names = await work.people.names([request.requester])
    row = catalogue.boundary.get(request.object or "")
    words = str(message.values.get("words") or "")
    shown = {
        "number": request.id,
        "object": row.object.sv if row else request.object or "",
        "unit": catalogue.units[request.unit].name.sv,
        "place": request.place or say("letter-no-place", LANGUAGE),
        "severity": say(f"severity-{request.severity or 'normal'}", LANGUAGE),
        "reporter": names.get(request.requester, request.requester),
        "at": moment(request.created_at, LANGUAGE),
        "note": request.note or "",
        "words": words,
        "answer": say("letter-answer-link", LANGUAGE, link=link) if link else say("letter-answer-none", LANGUAGE),
    }
    kind = _kind(request, words)
    return Letter(
        key=key or f"{request.id}.{request.version}",
        subject=say(f"letter-{kind}-subject", LANGUAGE, **shown),
        body=say(f"letter-{kind}-body", LANGUAGE, **shown),
        facts=_facts(request, kind) | {"words": words or None, "link": link or None},
    )


async def _announced(message: Message, reader: str, *, work: Work, key: str) -> Letter:
    held = await work.announcements.get((message.subject or "").removeprefix(INFORMATION))
    theirs = await work.announcements.find_reader(held.id, reader)
    piece = held.piece_for(theirs.audience) if theirs else None
    is_recalled = held.status is AnnouncementStatus.RECALLED
    if piece is None or is_recalled != bool(message.values.get("recalled")):
        raise NotFound(id=held.id)
    names = await work.people.names([held.sender])
    sender = names.get(held.sender, held.sender)
    affects = say("letter-information-affects", LANGUAGE, affects=piece.affects) if piece.affects else ""
    kind = "recalled" if is_recalled else "information"
    shown = {"number": held.id, "sender": sender, "words": piece.words, "affects": affects}
    return Letter(
        key=key or f"{held.id}.{held.version}",
        subject=say(f"letter-{kind}-subject", LANGUAGE, **shown),
        body=say(f"letter-{kind}-body", LANGUAGE, **shown),
        facts={"event": kind, "announcement": held.id},
    )


def _kind(request: ServiceRequest, words: str) -> str:
    if request.status is RequestStatus.CANCELLED:
        return "cancelled"
    return "commented" if words else "forwarded"


def _facts(request: ServiceRequest, kind: str) -> dict[str, str | None]:
    return {
        "event": kind,
        "request": request.id,
        "object": request.object,
        "unit": request.unit,
        "place": request.place,
        "severity": request.severity,
        "party": request.party,
        "reported_at": request.created_at.isoformat(),
        "note": request.note,
    }
