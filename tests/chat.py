"""Somebody's chat with the desk, without Teams: what they say or press goes in, the reply comes out.

A turn runs as at the edge: the sentence is understood, the dialog answers inside one transaction, a refusal is a reply
too, and what the conversation remembers is stored.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count

from actions.ports import Begin, Work
from catalog.models import Catalogue
from dialogs.present import present, version_of
from dialogs.router import answer
from dialogs.turn import Press, Reply, Turn, say
from dialogs.understanding import Lexicon, Understood, understand
from domain.errors import DeskError
from domain.notices import Conversation, Message, Value
from domain.people import Person
from domain.privacy import mask_identity_numbers
from domain.requests import OrderDraft
from tests.factories import NOW, a_file

_activities = count(1)
_lexicons: dict[int, tuple[Catalogue, Lexicon]] = {}


def _lexicon_of(catalogue: Catalogue) -> Lexicon:
    """Return the index of *catalogue*, made once for all chats."""
    found = _lexicons.get(id(catalogue))
    if found is None:
        # The catalogue is kept beside its index, so that no other gets its id.
        found = _lexicons[id(catalogue)] = (catalogue, Lexicon.of(catalogue))
    return found[1]


class Chat:
    """One person's personal chat, or another of theirs of that *name*, or with *thread* what they say in a channel.

    `at` is the moment of the next turn, which whoever tests may move; `said` is the id of the last message.
    """

    def __init__(
        self,
        begin: Begin,
        catalogue: Catalogue,
        person: str,
        *,
        at: datetime = NOW,
        name: str = "chat",
        thread: str | None = None,
    ) -> None:
        self.begin = begin
        self.catalogue = catalogue
        self.person = person
        self.at = at
        self.is_personal = thread is None
        self.conversation = thread or f"{name}-{person}"
        self.said = ""
        self.lexicon = _lexicon_of(catalogue)

    async def says(self, text: str, *, has_files: bool = False, files: tuple[str, ...] = ()) -> Reply:
        """Return the reply to something written, with *files* of these ids."""
        masked = mask_identity_numbers(text)
        async with self.begin() as work:
            for each in files:
                await work.files.add(a_file(id=each, person=self.person, created_at=self.at, due=self.at))
            turn = await self._turn(work, text=masked.text, was_masked=masked.has_found, has_files=has_files)
            self.said = turn.activity
            return await self._take(replace(turn, files=files), work)

    async def edits(self, text: str) -> Reply:
        """Return the reply to the last message when its writer has changed it to *text*."""
        async with self.begin() as work:
            turn = await self._turn(work, text=text)
            return await self._take(replace(turn, edited=self.said), work)

    async def deletes(self) -> Reply:
        """Return the reply to the last message being deleted."""
        async with self.begin() as work:
            turn = await self._turn(work)
            return await self._take(replace(turn, edited=self.said, is_deleted=True), work)

    async def presses(self, verb: str, subject: str, *, version: int | None = None, **inputs: Value) -> Reply:
        """Return the reply to a button, on a card that shows *version* or else what is now."""
        masked = {name: _masked(value) for name, value in inputs.items()}
        async with self.begin() as work:
            shown = await version_of(subject, work=work) if version is None else version
            press = Press(verb=verb, data={"subject": subject, "version": shown, **masked})
            return await self._take(await self._turn(work, press=press, was_masked=masked != inputs), work)

    async def reads(self, reply: Reply) -> list[str]:
        """Return the reply in words, as the person reads it: toast, card, messages."""
        messages = [each for each in (reply.toast, reply.card, *reply.messages) if each is not None]
        return [await self._worded(message) for message in messages]

    async def focus(self) -> str:
        """Return the id that the conversation is about."""
        async with self.begin() as work:
            found = await work.conversations.find(self.conversation)
        return str((found.state if found else {}).get("focus", "")).partition(":")[2]

    async def draft(self) -> OrderDraft:
        """Return the draft that the conversation is about."""
        focus = await self.focus()
        async with self.begin() as work:
            return await work.drafts.get(focus)

    async def _worded(self, message: Message) -> str:
        async with self.begin() as work:
            reader = await work.people.get(self.person)
            shown = await present(
                message, work=work, reader=reader, catalogue=self.catalogue, at=self.at, sign=lambda *_: "token"
            )
            return shown.text

    async def _turn(
        self,
        work: Work,
        *,
        text: str = "",
        press: Press | None = None,
        was_masked: bool = False,
        has_files: bool = False,
    ) -> Turn:
        person = await work.people.get(self.person)
        found = await work.conversations.find(self.conversation)
        return Turn(
            person=person,
            conversation=self.conversation,
            is_personal=self.is_personal,
            activity=f"activity-{next(_activities)}",
            at=self.at,
            catalogue=self.catalogue,
            text=text,
            understood=None if press else self._understood(text, person),
            understand=lambda other: self._understood(other, person),
            press=press,
            has_files=has_files,
            was_masked=was_masked,
            state=found.state if found else {},
        )

    def _understood(self, text: str, person: Person) -> Understood:
        places = [place for unit in person.units for place in self.catalogue.places_of(unit)]
        return understand(text, lexicon=self.lexicon, places=places, now=self.at)

    async def _take(self, turn: Turn, work: Work) -> Reply:
        await work.inbox.claim(turn.conversation, turn.activity, at=turn.at)
        await work.conversations.lock(turn.conversation)
        await work.conversations.remember(_conversation(turn))
        try:
            reply = await answer(turn, begin=work.within())
        except DeskError as refusal:
            words = say(f"error-{refusal.code}", **_plain(refusal))
            return Reply(toast=words) if turn.press else Reply(messages=(words,))
        if reply.state is not None:
            await work.conversations.save_state(turn.conversation, reply.state)
        return reply


def texts_of(reply: Reply) -> list[str]:
    """Return the keys of the sentences in the reply, the toast first."""
    messages = (reply.toast, *reply.messages)
    return [each.text for each in messages if each is not None and each.text is not None]


def views_of(reply: Reply) -> list[tuple[str, str | None]]:
    """Return view and subject of the cards in the reply."""
    return [(each.view, each.subject) for each in reply.messages if each.view is not None]


def subjects_of(replies: Sequence[Reply]) -> list[str | None]:
    """Return the subjects of all cards in the replies."""
    return [subject for reply in replies for _, subject in views_of(reply)]


def _masked(value: Value) -> Value:
    return mask_identity_numbers(value).text if isinstance(value, str) else value


def _plain(refusal: DeskError) -> dict[str, Value]:
    values = refusal.values.items()
    return {name: each if isinstance(each, str | int | bool | None) else str(each) for name, each in values}


def _conversation(turn: Turn) -> Conversation:
    return Conversation(
        id=turn.conversation,
        person=turn.person.code if turn.is_personal else None,
        is_personal=turn.is_personal,
        is_active=True,
        address={},
        state=turn.state,
    )
