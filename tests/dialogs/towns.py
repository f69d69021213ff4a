"""Flows of a conversation, played step by step in a town of its own, and what is stored there in the end.

A flow has two plays: what is pressed, and what is typed instead. Steps say their words in Swedish and in English.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from pathlib import Path

from actions.ports import Work
from actions.surveys import PERSON_PAUSED
from catalog.models import Agreement, Catalogue
from dialogs.turn import Reply
from domain.announcements import Announcement
from domain.files import SentFile
from domain.notices import Message, Value
from domain.requests import OrderDraft
from storage.unit_of_work import Storage
from tests.actions.desk import Desk
from tests.chat import Chat
from tests.factories import NOW, example_pilot
from tests.stores import sqlite_at
from web.exports import export

CATALOGUE = example_pilot().catalogue
MOMENTS = frozenset({"id", "created_at", "done_at", "closed_at", "promised_at"})
LANGUAGE_BOUND = frozenset({"words", "noted"})
"""What of the stored is the writer's own words, which differ between the languages."""
NOT_KEPT = {"looks at": None}
LOOKED_AT = ("page", "service", "listed")
"""What a conversation remembers of what it shows."""
WRITER = "KON11"
WRITERS = (WRITER, "KON71")
OF_NO_FLOW = frozenset({"id", "created_at", "note", "version", "draft"})


class Town:
    """A desk of its own, where all speak *language*: what people say and press there, and what is stored."""

    def __init__(self, file: Path, language: str) -> None:
        self.file = file
        self.language = language
        self.at = NOW
        self.catalogue = CATALOGUE
        self.shown: list[Message] = []
        self.last = Reply()
        self.files: list[str] = []
        self._chats: dict[tuple[str, str], Chat] = {}
        self._open()

    def _open(self) -> None:
        self.storage = Storage.open(sqlite_at(self.file), is_durable=False)
        self.desk = Desk(begin=self.storage.begin, catalogue=self.catalogue)

    async def restart(self) -> None:
        """Begin anew with what is stored and nothing else."""
        await self.storage.close()
        self._chats.clear()
        self._open()

    async def use(self, catalogue: Catalogue) -> None:
        """Take another catalogue, such as one in which an agreement has been signed."""
        self.catalogue = catalogue
        await self.restart()

    def chat(self, person: str = WRITER, name: str = "chat") -> Chat:
        chat = self._chats.get((person, name))
        if chat is None:
            chat = self._chats[person, name] = Chat(self.storage.begin, self.catalogue, person, name=name)
        chat.at = self.at
        return chat

    def took(self, reply: Reply) -> None:
        """Remember what was answered; whoever presses a card presses one of those."""
        self.last = reply
        self.shown = [each for each in reply.messages if each.view is not None and each.subject] or self.shown

    async def draft(self, person: str = WRITER) -> OrderDraft | None:
        async with self.storage.begin() as work:
            return await work.drafts.latest_live(person)

    async def subject(self, of: str, person: str) -> str:
        """Return the subject that *of* stands for: the live draft, the newest request, the nth card, or itself."""
        if of == "draft":
            draft = await self.draft(person)
            return f"draft:{draft.id}" if draft else ""
        if of == "request":
            async with self.storage.begin() as work:
                newest = max((each.id for each in await work.requests.all()), default="")
            return f"request:{newest}"
        if of == "talk":
            async with self.storage.begin() as work:
                return next((each.subject for each in await work.talks.live()), "")
        card = self.card(of)
        return str(card.subject) if card is not None else of

    def card(self, of: str) -> Message | None:
        """Return the nth card shown last, for "card 1" and the like."""
        return self.shown[int(of.removeprefix("card "))] if of.startswith("card ") else None

    async def stored(self) -> dict[str, object]:
        """Return what is kept, without ids and moments of keeping: requests, drafts, series, files, what is owed."""
        async with self.storage.begin() as work:
            requests = sorted(await work.requests.all(), key=lambda each: each.id)
            rows = await export("requests", work=work, at=self.at)
            events = [list(await work.events.of_subject(f"request:{each.id}")) for each in requests]
            series = list(await work.series.of_requester(WRITER))
            files = [await work.files.get(each) for each in self.files]
            talk = await work.conversations.find(f"chat-{WRITER}")
            languages = [(await work.people.get(code)).language == self.language for code in (WRITER, "REK1")]
            others = await _beside_orders(work, [each.id for each in requests])
        state = talk.state if talk else {}
        drafts = [await self.draft(person) for person in WRITERS]
        return {
            "requests": sorted(str({name: row[name] for name in row if name not in MOMENTS}) for row in rows),
            "counts": sorted((each.service or "", each.count or 0) for each in requests),
            "stories": sorted([event.what for event in each] for each in events),
            "words": [sorted(filter(None, (each.note for each in requests))), *(_reasons(each) for each in events)],
            "drafts": [_bare(each) for each in drafts if each is not None],
            "series": [_bare(each) for each in series],
            "files": [_kind(each) for each in files],
            "looks at": {name: state.get(name) for name in LOOKED_AT},
            "languages kept": languages,
            **others,
            "owed": sorted(str(each) for each in await self.desk.owed()),
        }


async def _beside_orders(work: Work, requests: Sequence[str]) -> dict[str, object]:
    """Return what is kept of work, talks, the month's question and the year wheel."""
    assignments = [each for request in requests for each in await work.assignments.of_request(request)]
    talks = await work.talks.live()
    outcomes = await work.indicators.story("K10", "unit:PV3", date(2022, 3, 1))
    return {
        "rota": [str(each) for each in await work.surveys.questions() if each.version > 1],
        "outcomes": [(str(each.value), each.person, each.comment, each.is_current) for each in outcomes],
        "work": [(each.person, str(each.status), each.hours) for each in assignments],
        "time": [(each.person, each.hours, each.amount) for each in await work.time_entries.all()],
        "talks": [(each.coordinator, len(await work.talks.lines(each.id))) for each in talks],
        "answers": dict(await work.surveys.results("2022-03")),
        "paused": await work.settings.find(f"{PERSON_PAUSED}SER1"),
        "wheel": str(replace(await work.commitments.get("U1"), title_sv="", title_en="")),
        "wheel's words": _reasons(await work.events.of_subject("commitment:U1")),
        "noted": [note for _, note, _ in await work.commitments.notes_of("U1")],
        "agreements": [_agreed(each) for each in await work.agreements.all() if each.unit in {"PV1", "PV7"}],
        "announced": [_announced(each) for each in await work.announcements.of_sender("PL1", most=9)],
        "causes": [(each.id, each.problem, each.measure, each.effect) for each in await work.causes.newest(9)],
        "readers": [
            (each.recipient, each.audience, each.read_at is None)
            for each in await work.announcements.readers("I-2022-0001")
        ],
        "snoozed": await work.commitments.snoozed_until("U1", "PL1"),
    }


def _announced(held: Announcement) -> str:
    """Return an announcement without its words and without moments."""
    return (
        f"{held.status} {held.approver} {held.send_at} {[(each.audience, bool(each.affects)) for each in held.pieces]}"
    )


def _agreed(agreement: Agreement) -> str:
    """Return what an agreement says and how it came about, without moments."""
    return str(replace(agreement, signed_at=None))


def _reasons(events: Sequence[object]) -> list[str]:
    return sorted(filter(None, (getattr(each, "reason", None) for each in events)))


def _bare(value: object) -> dict[str, object]:
    return {
        each.name: str(getattr(value, each.name))
        for each in fields(value)  # type: ignore[arg-type]
        if each.name not in OF_NO_FLOW
    }


def _kind(file: SentFile) -> str:
    return str(file.subject).partition(":")[0]


def without_words(stored: dict[str, object]) -> dict[str, object]:
    """Return what does not depend on the language that people write."""
    return {name: each for name, each in stored.items() if name not in LANGUAGE_BOUND}


PRESSED: set[str] = set()
"""The verbs that some flow presses."""
Step = Callable[[Town], Awaitable[None]]
Words = str | tuple[str, str]


def worded(words: Words, language: str) -> str:
    """Return the words as *language* says them."""
    return words if isinstance(words, str) else words[language == "en"]


def say(swedish: str, english: str | None = None, *, by: str = WRITER, chat: str = "chat", photos: int = 0) -> Step:
    """Write something, with so many photos."""

    async def step(town: Town) -> None:
        files = tuple(f"photo-{len(town.files) + nth}" for nth in range(photos))
        town.files += files
        text = worded(swedish if english is None else (swedish, english), town.language)
        town.took(await town.chat(by, chat).says(text, files=files))

    return step


def press(verb: str, of: str = "draft", *, by: str = WRITER, chat: str = "chat", **inputs: Value | Words) -> Step:
    """Press a button of the live draft, of the newest request, of the nth card shown or of a subject."""
    PRESSED.add(verb)

    async def step(town: Town) -> None:
        card = town.card(of)
        # What a question was about stands in its card, and its button carries that.
        given: dict[str, Value] = dict(card.values) if card is not None else {}
        for name, each in inputs.items():
            given[name] = worded(each, town.language) if isinstance(each, tuple) else each
        town.took(await town.chat(by, chat).presses(verb, await town.subject(of, by), version=None, **given))

    return step


def edit(swedish: str, english: str) -> Step:
    """Change the last message."""

    async def step(town: Town) -> None:
        town.took(await town.chat().edits(worded((swedish, english), town.language)))

    return step


async def delete(town: Town) -> None:
    """Delete the last message."""
    town.took(await town.chat().deletes())


def wait(**passed: float) -> Step:
    """Let time pass."""

    async def step(town: Town) -> None:
        town.at += timedelta(**passed)

    return step


async def restart(town: Town) -> None:
    """Start the bot again."""
    await town.restart()


def ordered(*, at_days: int = 0, **but: object) -> Step:
    """Have an order placed, some days from now, and speak of it."""

    async def step(town: Town) -> None:
        request = await town.desk.order(at=town.at + timedelta(days=at_days), **but)  # type: ignore[arg-type]
        await town.chat().says(request.id)

    return step


def done(**but: object) -> Step:
    """Have an order done, and speak of it."""

    async def step(town: Town) -> None:
        request = await town.desk.done(**but)  # type: ignore[arg-type]
        await town.chat().says(request.id)

    return step


@dataclass(frozen=True, kw_only=True, slots=True)
class Flow:
    """One thing that people do: what comes first, and then by buttons or by words.

    `is_shown` says that what is shown in the end is compared as well.
    """

    pressed: Sequence[Step]
    typed: Sequence[Step]
    first: Sequence[Step] = ()
    is_shown: bool = False
    keeps_nothing: bool = False

    async def play(self, town: Town, *, is_typed: bool) -> dict[str, object]:
        """Return what is stored in *town* after this flow, and what is shown; what only shows may store nothing."""
        fresh = await town.stored()
        await _take(self.first, town)
        before = await town.stored()
        await _take(self.typed if is_typed else self.pressed, town)
        stored = await town.stored()
        if self.is_shown:
            assert {**stored, **NOT_KEPT} == {**before, **NOT_KEPT}
            return stored | {"shown": _shown(town.last)}
        assert self.keeps_nothing == (stored == fresh)
        return stored


async def _take(steps: Sequence[Step], town: Town) -> None:
    for step in steps:
        await step(town)


def _shown(reply: Reply) -> list[tuple[str, str, str]]:
    cards = [each for each in (reply.card, *reply.messages) if each is not None and each.view is not None]
    values = [{name: value for name, value in each.values.items() if value not in {"", None}} for each in cards]
    return [(str(each.view), str(each.subject), str(shown)) for each, shown in zip(cards, values, strict=True)]


@asynccontextmanager
async def opened(file: Path, language: str) -> AsyncGenerator[Town]:
    """Open a town on a copy of the example pilot; all of its people speak *language*."""
    town = Town(file, language)
    async with town.storage.begin() as work:
        for code in (WRITER, "KON71", "REK1", "CHE7", "SER1", "SAM1", "PL1", "ADM1"):
            await work.people.set_language(code, language)
    try:
        yield town
    finally:
        await town.storage.close()
