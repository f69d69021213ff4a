"""Words what is owed, as things stand now, and finds the way to whom it is owed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from actions.parties import make_party_link
from actions.ports import Work
from bot import failures
from bot.directory import Directory
from bot.knowledge import Shelf
from bot.parcels import PARTY, READER, Parcel
from bot.people import stranger
from bot.wire import Address
from catalog.models import Catalogue, Party, Recipient
from dialogs.letters import write_letter
from dialogs.present import present
from dialogs.turn import SUBJECT_SEPARATOR
from dialogs.views.files import PUBLIC_URL
from domain.announcements import OUTSIDE
from domain.errors import DeskError, NotFound
from domain.notices import CONSOLE, REFRESH, Conversation, Message, Owed, OwedStatus
from domain.people import Person
from domain.requests import RequestStatus
from web.party import PATH

Sign = Callable[[str, str, int], str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Home:
    """What is known before anyone has been in touch: where to open a chat, as which bot, in which tenant."""

    service_url: str | None
    bot: str
    tenant: str | None
    language: str = "sv"


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """A row that was taken from the outbox, in the transaction that took it."""

    work: Work
    owed: Owed
    row: int
    at: datetime
    directory: Directory

    def parcel(self, reader: Person, *, message: Message | None = None, **way: Any) -> Parcel:
        """Return the parcel for *reader*, not worded yet, on its *way*: address, opening, replaces, party."""
        return Parcel(owed=self.owed, row=self.row, reader=reader, message=message or self.owed.message, text="", **way)

    async def settle(self, status: OwedStatus, *, error: str | None = None) -> None:
        """Be done with the row without sending anything."""
        await self.work.outbox.settle(self.row, status, at=self.at, error=error)


class Packer:
    """Makes parcels of rows, in the transaction that took them."""

    _is_console = False

    def __init__(self, *, shelf: Shelf, sign: Sign, home: Home) -> None:
        self._shelf = shelf
        self._sign = sign
        self._home = home

    async def pack(self, work: Work, owed: Owed, *, at: datetime, directory: Directory) -> Parcel | None:
        """Return the parcel; None when there is nothing to send (any more) and the row was settled."""
        if owed.id is None:
            raise ValueError("a row that was taken has an id")
        if directory.catalogue is None:
            directory.catalogue = (await self._shelf.read(work, at=at)).catalogue
        catalogue = directory.catalogue
        try:
            taken = Taken(work=work, owed=owed, row=owed.id, at=at, directory=directory)
            addressed = await self._address(taken, catalogue=catalogue)
            return await self._word(work, addressed, catalogue=catalogue, at=at) if addressed else None
        except DeskError as gone:
            # What it was about is no more: a draft that was dropped, a card that was forgotten.
            await work.outbox.settle(owed.id, OwedStatus.SKIPPED, at=at, error=gone.code)
            return None

    async def _word(self, work: Work, parcel: Parcel, *, catalogue: Catalogue, at: datetime) -> Parcel:
        if parcel.party is not None:
            link = await _answer_link(work, parcel, parcel.party, at=at)
            key = sha256(parcel.owed.dedup.encode()).hexdigest()[:32]
            reader = parcel.owed.recipient or ""
            letter = await write_letter(
                parcel.message, work=work, catalogue=catalogue, key=key, link=link, reader=reader
            )
            return replace(parcel, letter=letter, text=letter.body, summary=letter.subject)
        presented = await present(
            _unmarked(parcel.message),
            work=work,
            reader=parcel.reader,
            catalogue=catalogue,
            at=at,
            sign=self._sign,
            is_again=parcel.owed.kind == REFRESH,
        )
        return replace(
            parcel,
            text=presented.text,
            card=dict(presented.card) if presented.card is not None else None,
            summary=presented.summary,
            version=presented.version,
            again_seconds=presented.again_seconds,
        )

    async def _address(self, taken: Taken, *, catalogue: Catalogue) -> Parcel | None:
        owed = taken.owed
        if (owed.conversation or "").startswith(CONSOLE) and not self._is_console:
            # Its terminal is gone, or shows the card anew by itself when it comes back.
            await taken.settle(OwedStatus.SKIPPED, error="terminal")
            return None
        if owed.kind == REFRESH:
            return await self._to_card(taken)
        if owed.conversation is not None:
            return await self._to_conversation(taken, owed.conversation)
        if owed.recipient is None:
            raise NotFound(row=taken.row)
        if owed.recipient.startswith(OUTSIDE):
            found = await taken.work.announcements.get_outside(owed.recipient.removeprefix(OUTSIDE))
            return await self._to_party(taken, _as_party(found))
        if owed.recipient.startswith(PARTY):
            party = catalogue.parties.get(owed.recipient.removeprefix(PARTY))
            if party is None:
                raise NotFound(party=owed.recipient)
            return await self._to_party(taken, party)
        return await self._to_person(taken, await taken.directory.person(owed.recipient))

    async def _to_card(self, taken: Taken) -> Parcel | None:
        if taken.owed.card is None:
            raise NotFound(row=taken.row)
        card = await taken.work.cards.get(taken.owed.card)
        chat = await taken.directory.chat(card.conversation)
        if chat is None or not chat.is_active:
            await taken.settle(OwedStatus.SKIPPED, error="conversation-gone")
            return None
        reader = await self._reader(taken, chat, code=card.person, language=card.language)
        return taken.parcel(
            reader, message=card.message, address=Address.of_values(chat.address), replaces=card.activity
        )

    async def _to_conversation(self, taken: Taken, conversation: str) -> Parcel:
        chat = await taken.directory.chat(conversation)
        if chat is None:
            raise NotFound(conversation=conversation)
        message = taken.owed.message
        marked = message.values.get(READER)
        code, language = (None, self._home.language)
        if isinstance(marked, str):
            code, language = (None, marked[1:]) if marked.startswith("-") else (marked, language)
        reader = await self._reader(taken, chat, code=code, language=language)
        return taken.parcel(reader, message=_unmarked(message), address=Address.of_values(chat.address))

    async def _to_person(self, taken: Taken, person: Person) -> Parcel | None:
        chat = await taken.directory.personal_chat(person.code)
        if chat is not None:
            return taken.parcel(person, address=Address.of_values(chat.address))
        opening = await self._find_opening(taken.work)
        if opening is None:
            await taken.settle(OwedStatus.WAITING, error="no-road")
            return None
        return taken.parcel(person, opening=opening)

    async def _to_party(self, taken: Taken, party: Party) -> Parcel | None:
        owed = taken.owed
        if party.channel != "teams" or "://" in party.address:
            reader = replace(stranger(self._home.language), code=f"{PARTY}{party.code}", name=party.name.sv)
            return taken.parcel(reader, party=party)
        for coordinator in await failures.coordinators_of(taken.work, await _units_of(taken.work, owed.message)):
            dedup = f"{owed.dedup}:{coordinator.code}"
            # Who has no address of their own is reached by the coordinators, who see the issue as it is.
            card = replace(owed.message, view="queue", values={})
            await taken.work.outbox.put(
                Owed(kind=owed.kind, dedup=dedup, due=taken.at, message=card, recipient=coordinator.code)
            )
        await taken.settle(OwedStatus.SENT)
        return None

    async def _reader(self, taken: Taken, chat: Conversation, *, code: str | None, language: str) -> Person:
        whom = code or chat.person
        return await taken.directory.person(whom) if whom else stranger(language)

    async def _find_opening(self, work: Work) -> Address | None:
        """Return where a chat can be opened: as the newest chat is addressed, else as the settings say."""
        known = await work.conversations.find_any_address()
        if known is not None:
            return replace(Address.of_values(known), conversation="", user=None)
        if self._home.service_url is None or self._home.tenant is None:
            return None
        return Address(
            service_url=self._home.service_url, conversation="", bot=self._home.bot, tenant=self._home.tenant
        )


def _as_party(outside: Recipient) -> Party:
    return Party(
        code=outside.code,
        name=outside.name,
        channel=outside.channel,
        address=outside.address,
        phone="",
        emergency_phone=None,
        hours="",
    )


async def _answer_link(work: Work, parcel: Parcel, party: Party, *, at: datetime) -> str:
    """Return the address where the party answers, new for each try as only its hash is kept; empty for none.

    A try that was thought lost may have come through, so the links before it stay good.
    """
    base = await work.settings.find(PUBLIC_URL) or ""
    if not (parcel.message.subject or "").startswith("request:"):
        return ""
    request = await work.requests.get((parcel.message.subject or "").partition(SUBJECT_SEPARATOR)[2])
    if not base or request.status is not RequestStatus.FORWARDED:
        return ""
    return f"{base}{PATH}/{await make_party_link(work, request, party.code, at=at)}"


def _unmarked(message: Message) -> Message:
    if READER not in message.values:
        return message
    return replace(message, values={name: value for name, value in message.values.items() if name != READER})


async def _units_of(work: Work, message: Message) -> tuple[str, ...]:
    noun, _, code = (message.subject or "").partition(SUBJECT_SEPARATOR)
    return ((await work.requests.get(code)).unit,) if noun == "request" else ()
