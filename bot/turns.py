"""The turn: one received activity, one transaction, and what it owes."""

import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from time import perf_counter
from typing import Protocol
from uuid import NAMESPACE_OID, uuid5

from actions.ports import Begin, Work
from bot.buttons import Signer
from bot.clock import DeskClock
from bot.courier import Courier
from bot.directory import Directory
from bot.knowledge import Knowledge, Shelf
from bot.locks import KeyedLocks
from bot.logs import told
from bot.metrics import Metrics
from bot.parcels import READER, Parcel
from bot.people import find_known, language_of, stranger, tell_administrators
from bot.pressed import Table
from bot.reading import MOST_FILES
from bot.received import Answer, Received
from bot.threads import Thread, theirs
from dialogs.turn import Reply, Turn, refused, say
from dialogs.understanding import Understood, understand
from domain.audit import Origin
from domain.errors import DeskError, Unavailable
from domain.files import SentFile
from domain.notices import REPLY, Conversation, Message, Owed
from domain.people import Person
from domain.privacy import mask_identity_numbers
from texts import say as worded

_log = logging.getLogger(__name__)


class Route(Protocol):
    """Where a turn is answered: `dialogs.router.answer`."""

    async def __call__(self, turn: Turn, *, begin: Begin) -> Reply:
        """Return the answer; raise DeskError when it is no."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """What came of an activity: an answer for an invoke, and what is to be sent at once."""

    outcome: str
    parcels: Sequence[Parcel] = ()
    answer: Answer | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """A turn's transaction with what it is about."""

    work: Work
    received: Received
    at: datetime
    knowledge: Knowledge
    person: Person


@dataclass(frozen=True, kw_only=True, slots=True)
class Guess:
    """A text understood before the transaction; it counts when everything it rests on is still so."""

    rests_on: tuple[object, ...]
    understood: Understood


class Turns:
    """Takes activities, one at a time in each conversation."""

    def __init__(
        self,
        *,
        begin: Begin,
        clock: DeskClock,
        shelf: Shelf,
        signer: Signer,
        courier: Courier,
        metrics: Metrics,
        route: Route,
    ) -> None:
        self._begin = begin
        self._clock = clock
        self._shelf = shelf
        self._signer = signer
        self._courier = courier
        self._metrics = metrics
        self._route = route
        self._locks = KeyedLocks()
        self._people: dict[str, Person] = {}

    async def take(self, received: Received) -> Taken:
        """Let the activity have its effect, once.

        A fault undoes everything; the person gets a reference number that stands in the log beside what went wrong.

        Raises:
            Unavailable: the database does not answer; nothing is claimed, and the platform is to send it again.
            Exception: not even the reference could be stored; the same.
        """
        started = perf_counter()
        received = received.masked()
        async with self._locks.hold(received.conversation):
            try:
                taken = await self._take(received)
            except Unavailable as fault:
                _log.error("turn-put-off", extra={"activity": received.activity, **told(fault)})
                raise
            except Exception as fault:  # noqa: BLE001  # the edge's own broad catch: whatever it was, the person is told
                taken = await self._own_up(received, fault)
        seconds = perf_counter() - started
        self._metrics.turn(taken.outcome, seconds)
        fields = {"kind": received.kind, "outcome": taken.outcome, "activity": received.activity}
        _log.info("turn", extra={**fields, "duration_ms": round(seconds * 1000, 1)})
        return taken

    async def _take(self, received: Received) -> Taken:
        guess = self._guess(received)
        async with self._begin() as work:
            work.come_from(Origin.CHAT if received.press is None else Origin.PRESS)
            opening = await work.openings.take(
                received.conversation,
                received.activity,
                aad_object_id=received.aad_object_id,
                at=self._clock.now(),
            )
            at = await self._clock.read(work)
            knowledge = await self._shelf.read(work, at=at)
            known = opening.person if opening.person is not None and opening.person.is_active else None
            person = known or stranger(language_of(received.locale, otherwise="sv"))
            scene = Scene(work=work, received=received, at=at, knowledge=knowledge, person=person)
            if not opening.is_new:
                return await self._repeat(scene)
            chat = await _remember(scene, opening.chat)
            if known is None:
                return await self._turn_away(scene, chat)
            self._people[known.aad_object_id] = known
            return await self._hold(scene, chat, guess)

    async def _hold(self, scene: Scene, chat: Conversation, guess: Guess | None) -> Taken:
        work, received = scene.work, scene.received
        is_forged = received.press is not None and not self._signer.is_genuine(received.press)
        if is_forged:
            reply = Reply(toast=say("error-bad-button"))
        else:
            sent = _files_of(received.conversation, received.edited or "", MOST_FILES) if received.is_deleted else None
            files = await _keep_files(scene) if sent is None else sent
            reply = await self._ask(self._turn(scene, chat, guess, files), work)
        if reply.language is not None:
            scene = replace(scene, person=replace(scene.person, language=reply.language))
        if not received.is_personal:
            thread = Thread(work=work, received=received, person=scene.person, catalogue=scene.knowledge.catalogue)
            reply = await thread.keep_apart(reply, at=scene.at)
        if reply.state is not None:
            await work.conversations.save_state(received.conversation, reply.state)
        messages = list(reply.messages)
        answer = None
        if received.press is not None:
            answer, extra = await self._table(scene).close(received, reply)
            messages += extra
        return Taken(outcome="done", parcels=await self._owe(scene, messages, chat), answer=answer)

    async def _ask(self, turn: Turn, work: Work) -> Reply:
        try:
            return await self._route(turn, begin=work.within())
        except DeskError as refusal:
            words = refused(refusal)
            return Reply(toast=words) if turn.press else Reply(messages=(words,))

    def _turn(self, scene: Scene, chat: Conversation, guess: Guess | None, files: tuple[str, ...]) -> Turn:
        received = scene.received
        return Turn(
            person=scene.person,
            conversation=received.conversation,
            is_personal=received.is_personal,
            activity=received.activity,
            at=scene.at,
            catalogue=scene.knowledge.catalogue,
            text=received.text,
            understood=None if received.press else self._understand(scene, guess),
            understand=lambda text: _understood(text, scene.person, scene.knowledge, scene.at),
            press=received.press,
            has_files=received.has_files,
            files=files,
            was_masked=received.was_masked,
            edited=received.edited,
            is_deleted=received.is_deleted,
            state=theirs(chat, scene.person),
        )

    async def _owe(self, scene: Scene, messages: Sequence[Message], chat: Conversation) -> Sequence[Parcel]:
        """Put the messages in the outbox, taken at once, so that they are sent when the turn is stored."""
        received = scene.received
        owed = []
        for number, message in enumerate(messages):
            dedup = f"reply:{received.conversation}:{received.activity}:{number}"
            marked = message if received.is_personal and scene.person.code else _marked(message, scene.person)
            owed.append(Owed(kind=REPLY, dedup=dedup, due=scene.at, message=marked, conversation=received.conversation))
        known = [scene.person] if scene.person.code else ()
        directory = Directory(scene.work, catalogue=scene.knowledge.catalogue, people=known, chats=[chat])
        return await self._courier.owe(scene.work, owed, at=scene.at, directory=directory)

    async def _repeat(self, scene: Scene) -> Taken:
        """Answer an activity that was received before: nothing happens, and a button gets its card as it is now."""
        if not scene.received.is_invoke:
            return Taken(outcome="repeated")
        return Taken(outcome="repeated", answer=await self._table(scene).as_it_is(scene.received))

    def _table(self, scene: Scene) -> Table:
        press = scene.received.press
        return Table(
            work=scene.work,
            reader=scene.person,
            catalogue=scene.knowledge.catalogue,
            at=scene.at,
            sign=self._signer.sign,
            trusts_button=press is not None and self._signer.is_genuine(press),
        )

    async def _turn_away(self, scene: Scene, chat: Conversation) -> Taken:
        """Tell someone unknown, in friendly words, whom to ask; and the administrators, that they wrote."""
        await tell_administrators(scene.work, scene.received.aad_object_id, at=scene.at)
        if scene.received.is_invoke:
            words = worded("unknown-person", scene.person.language)
            return Taken(outcome="unknown", answer=Answer(text=words))
        return Taken(outcome="unknown", parcels=await self._owe(scene, [say("unknown-person")], chat))

    async def _own_up(self, received: Received, fault: Exception) -> Taken:
        reference = secrets.token_hex(4).upper()
        _log.error("turn-fault", extra={"reference": reference, "activity": received.activity, **told(fault)})
        async with self._begin() as work:
            at = await self._clock.read(work)
            if not await work.inbox.claim(received.conversation, received.activity, at=at):
                return Taken(outcome="repeated")
            known = await find_known(work, received.aad_object_id)
            person = known or stranger(language_of(received.locale, otherwise="sv"))
            if received.is_invoke:
                return Taken(
                    outcome="fault", answer=Answer(error=worded("fault", person.language, reference=reference))
                )
            knowledge = await self._shelf.read(work, at=at)
            scene = Scene(work=work, received=received, at=at, knowledge=knowledge, person=person)
            chat = await _remember(scene, await work.conversations.find(received.conversation))
            parcels = await self._owe(scene, [say("fault", reference=reference)], chat)
            return Taken(outcome="fault", parcels=parcels)

    def _guess(self, received: Received) -> Guess | None:
        """Understand the text before the transaction, by what was known at the last turn."""
        person = self._people.get(received.aad_object_id or "")
        knowledge = self._shelf.newest
        if received.press is not None or person is None or knowledge is None:
            return None
        rests_on = (knowledge.catalogue.revision, person.units, self._clock.offset)
        return Guess(rests_on=rests_on, understood=_understood(received.text, person, knowledge, self._clock.now()))

    def _understand(self, scene: Scene, guess: Guess | None) -> Understood:
        rests_on = (scene.knowledge.catalogue.revision, scene.person.units, self._clock.offset)
        if guess is not None and guess.rests_on == rests_on:
            return guess.understood
        return _understood(scene.received.text, scene.person, scene.knowledge, scene.at)


def _understood(text: str, person: Person, knowledge: Knowledge, now: datetime) -> Understood:
    places = [place for unit in person.units for place in knowledge.catalogue.places_of(unit)]
    return understand(text, lexicon=knowledge.lexicon, places=places, now=now)


async def _keep_files(scene: Scene) -> tuple[str, ...]:
    """Owe to fetch what came with the message; return the ids, which the same message gives the same files."""
    received = scene.received
    ids = _files_of(received.conversation, received.activity, len(received.files))
    for identifier, each in zip(ids, received.files, strict=True):
        await scene.work.files.add(
            SentFile(
                id=identifier,
                person=scene.person.code,
                created_at=scene.at,
                due=scene.at,
                name=mask_identity_numbers(each.name).text,
                source=each.source,
            )
        )
    return ids


def _files_of(conversation: str, activity: str, count: int) -> tuple[str, ...]:
    """Return the ids of the first *count* files of a message."""
    return tuple(uuid5(NAMESPACE_OID, f"file|{conversation}|{activity}|{nth}").hex for nth in range(count))


async def _remember(scene: Scene, found: Conversation | None) -> Conversation:
    """Return the chat as it was *found* stored, renewed when its address or person has changed."""
    received = scene.received
    now = Conversation(
        id=received.conversation,
        person=(scene.person.code or None) if received.is_personal else None,
        is_personal=received.is_personal,
        is_active=True,
        address=received.address.to_values(),
        state=found.state if found else {},
    )
    if found is None or not found.is_active or found.person != now.person or dict(found.address) != dict(now.address):
        await scene.work.conversations.remember(now)
        if now.person and now.is_personal:
            await scene.work.outbox.wake(now.person, now=scene.at)
        if found is not None and not found.is_active:
            await scene.work.outbox.catch_up(now.id, at=scene.at)
    return now


def _marked(message: Message, person: Person) -> Message:
    """Return the message with its reader, whom a channel or a stranger's chat does not tell."""
    return replace(message, values={**message.values, READER: person.code or f"-{person.language}"})
