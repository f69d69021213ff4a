"""Plays a story again, as people would: through the JSON API, and looking until they see."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import aiohttp

from emulator.cards import actions
from emulator.stories import Story, buttons_of, find_place, reads, verbs_of, words_of
from emulator.wire import JsonObject, as_object, child, objects, text

PATIENCE_SECONDS = 30.0
_LOOK_EVERY_SECONDS = 0.05
_CALL_SECONDS = 1800.0
_DEEDS = {"write": "messages"}
_OWN_DEEDS = frozenset({"edit", "delete", "undelete"})
_NAMING = frozenset({"do", "as", "room", "message", "by", "back", "verb", "title", "nth", "thread"})
_OK = 300


class StoryFailed(AssertionError):
    """A step could not be done, or what it says was never seen."""

    def __init__(self, number: int, step: JsonObject, why: str) -> None:
        """Name the step by its *number* from 1, and say *why*."""
        super().__init__(f"step {number}: {told(step)}: {why}")
        self.number = number
        self.why = why


@dataclass(kw_only=True, slots=True)
class _History:
    """The forms that a message has had, and how far each person has been found to have seen them."""

    forms: list[JsonObject] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def find(self, viewer: str, fits: Callable[[JsonObject], bool]) -> bool:
        """Tell whether *viewer* was shown a form that *fits*, none before what they were found to have seen."""
        for place in range(self.seen.get(viewer, 0), len(self.forms)):
            form = self.forms[place]
            if form["viewer"] in {None, viewer} and fits(form):
                self.seen[viewer] = place
                return True
        return False


@dataclass(kw_only=True, slots=True)
class _Play:
    """One playing of a story; rooms that are made get the names that they have this time."""

    session: aiohttp.ClientSession
    url: str
    patience_seconds: float
    rooms: dict[str, str] = field(default_factory=dict)
    tasks: dict[str, JsonObject] = field(default_factory=dict)
    histories: dict[str, _History] = field(default_factory=dict)

    async def step(self, step: JsonObject) -> None:
        """Do one step, or look until it is seen."""
        deed = text(step, "do")
        if text(step, "see"):
            await self._see(step)
        elif deed == "clock":
            await self._call("POST", "/api/clock", {"to": text(step, "to")})
        elif deed == "room":
            asked = {name: step.get(name) for name in ("kind", "name", "members")}
            self.rooms[text(step, "room")] = text(await self._call("POST", "/api/rooms", asked), "room")
        else:
            await self._do(deed, step)

    async def _do(self, deed: str, step: JsonObject) -> None:
        body: JsonObject = {name: value for name, value in step.items() if name not in _NAMING}
        person = text(step, "as")
        if deed == "task":
            body |= self._answer(step)
        elif "message" in step:
            author = _author(step)
            shown = await self._find(
                step,
                words=step["message"],
                is_meant=lambda each: author in {"", each["from"]},
                with_button=deed == "press",
            )
            body["activity"] = shown["id"]
            body |= {"action": find_place(buttons_of(shown), step)} if deed == "press" else {}
        if "thread" in step:
            root = await self._find(
                step, words=step["thread"], is_meant=lambda each: each["thread"] in {"", each["id"]}
            )
            body["thread"] = root["id"]
        path = f"/api/rooms/{self._room(step)}/{_DEEDS.get(deed, deed)}"
        result = await self._call("POST", path, {**body, "as": person})
        if child(result, "task"):
            self.tasks[person] = child(result, "task")

    def _answer(self, step: JsonObject) -> JsonObject:
        task = self.tasks.get(text(step, "as"), {})
        place = find_place(actions(child(task, "card")), step)
        return {"task": task.get("id"), **({} if place is None else {"action": place})}

    async def _see(self, step: JsonObject) -> None:
        """Look until the person has been shown what the step says, also when it has given way to something newer."""
        wanted, needed, viewer = _listed(step.get("words")), set(_listed(step.get("verbs"))), text(step, "see")

        def fits(form: JsonObject) -> bool:
            return reads(form, wanted) and needed <= set(verbs_of(form))

        end = time.monotonic() + self.patience_seconds
        while True:
            activities = await self._look(step)
            histories = [await self._history(step, each) for each in reversed(activities)]
            if any(history.find(viewer, fits) for history in histories):
                return
            await self._wait(end, activities)

    async def _history(self, step: JsonObject, shown: JsonObject) -> _History:
        history = self.histories.setdefault(str(shown["id"]), _History())
        if len(history.forms) != shown["forms"]:
            raw = await self._call("GET", f"/api/rooms/{self._room(step)}/activities/{shown['id']}")
            history.forms = objects(raw.get("forms"))
        return history

    async def _wait(self, end: float, activities: list[JsonObject]) -> None:
        if time.monotonic() > end:
            raise LookupError(f"not seen in {self.patience_seconds:g} s; there was:\n{_read_out(activities)}")
        await asyncio.sleep(_LOOK_EVERY_SECONDS)

    async def _find(
        self,
        step: JsonObject,
        *,
        words: object,
        is_meant: Callable[[JsonObject], bool],
        with_button: bool = False,
    ) -> JsonObject:
        """Return the newest message that the step is about, once it is there."""
        wanted = _listed(words)
        end = time.monotonic() + self.patience_seconds
        while True:
            activities = await self._look(step)
            fits = [
                each
                for each in reversed(activities)
                if reads(each, wanted)
                and is_meant(each)
                and not (with_button and find_place(buttons_of(each), step) is None)
            ]
            back = step.get("back", 0)
            if isinstance(back, int) and 0 <= back < len(fits):
                return fits[back]
            await self._wait(end, activities)

    async def _look(self, step: JsonObject) -> list[JsonObject]:
        viewer = text(step, "see") or text(step, "as")
        room = await self._call("GET", f"/api/rooms/{self._room(step)}?as={viewer}")
        activities = [
            each for each in objects(room.get("activities")) if step.get("do") == "undelete" or not each["deleted"]
        ]
        return [each for each in activities if each["from"] == "bot"] if text(step, "see") else activities

    def _room(self, step: JsonObject) -> str:
        name = text(step, "room") or text(step, "as") or text(step, "see")
        return self.rooms.get(name, name)

    async def _call(self, method: str, path: str, body: JsonObject | None = None) -> JsonObject:
        async with self.session.request(method, self.url + path, json=body) as response:
            answer = as_object(await response.json())
            if response.status >= _OK:
                raise LookupError(f"{response.status} {text(answer, 'error', 'message')}")
            return answer


async def play(
    story: Story,
    url: str,
    *,
    patience_seconds: float = PATIENCE_SECONDS,
    tell: Callable[[int, JsonObject], None] = lambda _number, _step: None,
) -> int:
    """Play *story* on the emulator at *url* and return the number of steps; *tell* hears of each before it is done.

    Raises:
        StoryFailed: at the first step that can't be done or is not seen within *patience_seconds*.
    """
    wait = aiohttp.ClientTimeout(total=_CALL_SECONDS)
    async with aiohttp.ClientSession(timeout=wait) as session:
        run = _Play(session=session, url=url.rstrip("/"), patience_seconds=patience_seconds)
        for number, step in enumerate(story.steps, 1):
            tell(number, step)
            try:
                await run.step(step)
            except (LookupError, aiohttp.ClientError, TimeoutError) as error:
                raise StoryFailed(number, step, str(error)) from error
    return len(story.steps)


def told(step: JsonObject) -> str:
    """Return a step in a line."""
    if text(step, "see"):
        return f"{step['see']} sees {' | '.join(_listed(step.get('words')))}"
    rest = [str(step[name]) for name in ("text", "verb", "title", "to") if step.get(name)]
    return " ".join([text(step, "as"), text(step, "do"), *rest]).strip()


def _author(step: JsonObject) -> str:
    """Return who wrote the message that a step is about; empty where that is open.

    A step names people alone. Without a name it is the bot, of what people do to their own messages the one who does
    it, and of reactions anybody, as in stories that were recorded before names were.
    """
    if text(step, "by") or step["do"] == "react":
        return text(step, "by")
    return text(step, "as") if step["do"] in _OWN_DEEDS else "bot"


def _listed(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _read_out(activities: list[JsonObject]) -> str:
    return "\n".join(f"  {each['from']}: {' | '.join(words_of(each, most=8))}" for each in activities[-8:])
