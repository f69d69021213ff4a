"""Writes down what people do and see, as a story."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from emulator.cards import actions, find_action, find_button, find_in_cards
from emulator.messages import BOT_AUTHOR, Message
from emulator.people import Person
from emulator.refusals import Refusal
from emulator.state import Conversation, Tenant
from emulator.stories import Story, buttons_of, describe_button, reads, verbs_of, words_of
from emulator.wire import JsonObject, as_object, stamp, text

_MOST_LINES = 3
_OWN = frozenset({"as", "activity", "action", "task", "thread"})
_DO = {"messages": "write"}


@dataclass(kw_only=True, slots=True)
class _Recording:
    name: str
    title: str
    starts: str
    steps: list[JsonObject] = field(default_factory=list)
    seen: dict[tuple[str, str, str], JsonObject] = field(default_factory=dict)


class Recorder:
    """Records one story at a time; while none is recorded it does nothing."""

    def __init__(self, tenant: Tenant) -> None:
        """Watch *tenant*."""
        self._tenant = tenant
        self._recording: _Recording | None = None
        self._dialogs: dict[str, JsonObject] = {}

    def start(self, name: str, title: str) -> None:
        """Begin a story; one that was being recorded is dropped. What stands in the rooms already is no part of it."""
        self._recording = _Recording(name=name, title=title or name, starts=stamp(self._tenant.now()))
        self._recording.seen = dict(self._shown())

    def stop(self) -> Story | None:
        """End the story with what was seen last, and return it; None when none was being recorded."""
        recording = self._recording
        if recording is None:
            return None
        self._see(recording)
        self._recording = None
        return Story(name=recording.name, title=recording.title, starts=recording.starts, steps=tuple(recording.steps))

    def as_json(self) -> JsonObject | None:
        """Return what is being recorded, as the API gives it."""
        recording = self._recording
        if recording is None:
            return None
        return {"name": recording.name, "title": recording.title, "steps": len(recording.steps)}

    def check(self, code: str, *, room: str, words: list[str], verb: str) -> None:
        """Note that somebody sees *words*, because a tester says so."""
        if self._recording is None:
            raise Refusal(409, "NotRecording", "No story is being recorded")
        self._see(self._recording)
        where = {"room": room} if room != code else {}
        verbs = {"verbs": [verb]} if verb else {}
        self._recording.steps.append({"see": code, **where, "words": words, **verbs})

    def note_room(self, room: Conversation) -> None:
        """Note that a room was made."""
        self._add(
            lambda: {
                "do": "room",
                "kind": room.kind,
                "name": room.title,
                "room": room.name,
                "members": room.as_json()["members"],
            }
        )

    @contextmanager
    def clock_step(self, to: str) -> Iterator[None]:
        """Note that the clock is moved, unless that is refused."""
        with self._kept(lambda: {"do": "clock", "to": to}):
            yield

    @contextmanager
    def step(
        self, deed: str, room: Conversation, person: Person, body: JsonObject
    ) -> Iterator[Callable[[JsonObject], None]]:
        """Note a deed, unless it is refused; what is given takes its result."""
        with self._kept(lambda: self._describe(deed, room, person, body)):
            yield self._note_result

    @contextmanager
    def _kept(self, describe: Callable[[], JsonObject]) -> Iterator[None]:
        step = self._add(describe)
        try:
            yield
        except Refusal:
            if step is not None and self._recording is not None and step in self._recording.steps:
                self._recording.steps.remove(step)
            raise

    def _add(self, describe: Callable[[], JsonObject]) -> JsonObject | None:
        if self._recording is None:
            return None
        self._see(self._recording)
        step = describe()
        self._recording.steps.append(step)
        return step

    def _note_result(self, result: JsonObject) -> None:
        """Remember the dialog that a deed opened, so that the buttons pressed in it can be named."""
        task = as_object(result.get("task"))
        if self._recording is not None and text(task, "id"):
            self._dialogs[text(task, "id")] = as_object(task.get("card"))

    def _describe(self, deed: str, room: Conversation, person: Person, body: JsonObject) -> JsonObject:
        step: JsonObject = {"do": _DO.get(deed, deed), "as": person.code}
        step |= {} if room.person is not None else {"room": room.name}
        message = room.messages.get(text(body, "activity"))
        if message is not None:
            step |= self._named(message, room, person)
        root = room.messages.get(text(body, "thread"))
        if root is not None:
            step["thread"] = words_of(root.as_seen_by(person.code), most=_MOST_LINES)
        step |= self._button(deed, message, person, body)
        return step | {name: value for name, value in body.items() if name not in _OWN and value not in ("", {}, [])}

    def _named(self, message: Message, room: Conversation, person: Person) -> JsonObject:
        """Name a message by its words and who wrote it, and by how many later ones of theirs have those words too."""
        words = words_of(message.as_seen_by(person.code), most=_MOST_LINES)
        later = [each for each in room.messages.values() if int(each.id) > int(message.id) and not each.is_deleted]
        alike = sum(each.author == message.author and reads(each.as_seen_by(person.code), words) for each in later)
        by = {} if message.author == BOT_AUTHOR else {"by": message.author}
        return {"message": words, **by, **({"back": alike} if alike else {})}

    def _button(self, deed: str, message: Message | None, person: Person, body: JsonObject) -> JsonObject:
        wanted = body.get("action")
        if deed == "task" and wanted is not None:
            card = self._dialogs.get(text(body, "task"), {})
            return describe_button(actions(card), _place(actions(card), find_action(card, wanted)))
        if deed != "press" or message is None:
            return {}
        shown = message.as_seen_by(person.code)
        cards = message.cards_for(person.code)
        _, pressed = find_in_cards(cards, wanted) or (None, None)
        before = sum(len(actions(card)) for card in cards)
        pressed = pressed or find_button(message.activity, wanted, before=before)
        return describe_button(buttons_of(shown), _place(buttons_of(shown), pressed))

    def _see(self, recording: _Recording) -> None:
        """Note whatever the bot has shown since the last step."""
        for key, shown in self._shown():
            room, _, viewer = key
            if recording.seen.get(key) != shown:
                recording.seen[key] = shown
                where = {"room": room} if room != viewer else {}
                verbs = {"verbs": verbs_of(shown)} if verbs_of(shown) else {}
                recording.steps.append({"see": viewer, **where, "words": words_of(shown, most=_MOST_LINES), **verbs})

    def _shown(self) -> Iterator[tuple[tuple[str, str, str], JsonObject]]:
        """Yield all that the bot shows to people, by room, message and who sees it."""
        for room in self._tenant.conversations.values():
            for message in room.messages.values():
                if message.author == BOT_AUTHOR and not message.is_deleted and room.members:
                    for viewer in dict.fromkeys([room.members[0].code, *message.views]):
                        attachments = message.attachments_for(viewer)
                        yield (
                            (room.name, message.id, viewer),
                            {"text": text(message.activity, "text"), "attachments": attachments},
                        )


def _place(buttons: list[JsonObject], wanted: JsonObject | None) -> int | None:
    """Return where *wanted* stands: itself, or where buttons are written anew each time, the first that is equal."""
    same = (place for place, each in enumerate(buttons) if each is wanted)
    return next(same, buttons.index(wanted) if wanted in buttons else None)
