"""The JSON API of recorded stories."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from aiohttp import web

from emulator.bodies import read_object_or_nothing
from emulator.clock import BotClock
from emulator.events import Events
from emulator.player import StoryFailed, play, told
from emulator.recorder import Recorder
from emulator.refusals import Refusal, bad_argument, person_not_found
from emulator.state import Tenant
from emulator.stories import Story, StoryError, read_name, read_story
from emulator.wire import JsonObject, as_object, text


class StoriesApi:
    """Starts and ends recordings, keeps what was recorded, saves it and plays it again."""

    def __init__(
        self,
        tenant: Tenant,
        *,
        recorder: Recorder,
        clock: BotClock,
        events: Events,
        folder: Path,
        url: Callable[[], str],
    ) -> None:
        """Keep stories of *tenant*; save them in *folder*; play them through the program's own *url*."""
        self._clock = clock
        self._tenant = tenant
        self._recorder = recorder
        self._events = events
        self._folder = folder
        self._url = url
        self._kept: dict[str, Story] = {}

    def routes(self) -> list[web.RouteDef]:
        """Return the paths."""
        return [
            web.get("/api/stories", self.list),
            web.post("/api/stories/start", self.start),
            web.post("/api/stories/check", self.check),
            web.post("/api/stories/stop", self.stop),
            web.post("/api/stories/save", self.save),
            web.post("/api/stories/play", self.play),
            web.get("/api/stories/{name}", self.give),
            web.delete("/api/stories/{name}", self.forget),
        ]

    async def list(self, _: web.Request) -> web.Response:
        """List the stories that are kept, and what is being recorded."""
        stories = [
            {"name": each.name, "title": each.title, "steps": len(each.steps), "saved": self._file(each.name).exists()}
            for each in self._all().values()
        ]
        return web.json_response({"recording": self._recorder.as_json(), "stories": stories})

    async def start(self, request: web.Request) -> web.Response:
        """Begin to record."""
        body = await read_object_or_nothing(request)
        with suppress(Refusal):
            await self._clock.read()
        self._recorder.start(_name(body), text(body, "title"))
        self._events.tell("story", recording=self._recorder.as_json())
        return web.json_response({"recording": self._recorder.as_json()})

    async def check(self, request: web.Request) -> web.Response:
        """Note what somebody sees."""
        body = await read_object_or_nothing(request)
        code, words = text(body, "as"), body.get("words")
        if code not in self._tenant.people:
            raise person_not_found(code)
        if not isinstance(words, list) or not words or not all(isinstance(each, str) and each for each in words):
            raise bad_argument("words: a list of what can be read")
        room = self._tenant.get_room(text(body, "room") or code).name
        self._recorder.check(code, room=room, words=words, verb=text(body, "verb"))
        return web.json_response({"recording": self._recorder.as_json()})

    async def stop(self, _: web.Request) -> web.Response:
        """End the recording and keep the story."""
        story = self._recorder.stop()
        if story is None:
            raise Refusal(409, "NotRecording", "No story is being recorded")
        self._kept[story.name] = story
        self._events.tell("story", recording=None)
        return web.json_response({"story": story.as_json()})

    async def save(self, request: web.Request) -> web.Response:
        """Write a story to its file."""
        story = self._story(_name(await read_object_or_nothing(request)))
        self._folder.mkdir(parents=True, exist_ok=True)
        # Half a character pair, which UTF-8 has no bytes for, is written as JSON's own escape.
        self._file(story.name).write_text(story.as_text(), encoding="utf-8", errors="backslashreplace")
        return web.json_response({"file": str(self._file(story.name))})

    async def give(self, request: web.Request) -> web.Response:
        """Give a story."""
        return web.json_response(self._story(request.match_info["name"]).as_json())

    async def forget(self, request: web.Request) -> web.Response:
        """Forget a story; its file stays, and with it the story that was saved."""
        self._kept.pop(self._story(request.match_info["name"]).name, None)
        return web.json_response({})

    async def play(self, request: web.Request) -> web.Response:
        """Play a story on this emulator and say how far it came."""
        body = await read_object_or_nothing(request)
        story = _given(body) if as_object(body.get("story")) else self._story(text(body, "name"))

        def tell(number: int, step: JsonObject) -> None:
            self._events.tell("story", playing=story.name, step=number, of=len(story.steps), words=told(step))

        try:
            played = await play(story, self._url(), tell=tell)
        except StoryFailed as failed:
            return web.json_response(
                {"played": failed.number - 1, "failed": {"step": failed.number, "why": failed.why}}
            )
        return web.json_response({"played": played, "failed": None})

    def _all(self) -> dict[str, Story]:
        """Return what is kept, and what was saved before; files that hold no story are passed over."""
        stories = {}
        for file in sorted(self._folder.glob("*.json")):
            with suppress(OSError, StoryError):
                story = read_story(file.read_bytes())
                stories[story.name] = story
        return {**stories, **self._kept}

    def _story(self, name: str) -> Story:
        story = self._all().get(name)
        if story is None:
            raise Refusal(404, "StoryNotFound", f"No story is called {name!r}")
        return story

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.json"


def _name(body: JsonObject) -> str:
    try:
        return read_name(text(body, "name"))
    except StoryError as error:
        raise bad_argument(str(error)) from error


def _given(body: JsonObject) -> Story:
    try:
        return read_story(body["story"])
    except StoryError as error:
        raise bad_argument(str(error)) from error
