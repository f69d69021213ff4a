"""Stories: recorded from what people do and see, saved, and played again."""

import json
import sys
from asyncio import create_subprocess_exec, subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from emulator.__main__ import main
from emulator.player import StoryFailed, play
from emulator.server import Settings, running
from emulator.stories import StoryError, find_place, read_story, steady
from emulator.wire import child, objects
from tests.emulator.conftest import CARD_TYPE, KON21, REK1, JsonObject, Teams, a_card, serving

ROOT = Path(__file__).parent.parent.parent


class Desk:
    """A bot that answers each message with a numbered card, and each press with the card's next form."""

    def __init__(self, first: int = 1, closing: str = "Klart") -> None:
        self.number = first
        self.closing = closing

    async def take(self, request: web.Request) -> web.Response:
        activity = await request.json()
        if activity["type"] == "invoke":
            return web.json_response({"statusCode": 200, "type": CARD_TYPE, "value": self.card(self.closing)})
        if activity["type"] == "message" and activity.get("text"):
            sent = self.card(activity["text"].replace("<at>Vaktis</at> ", ""))
            self.number += 1
            await self.post(activity, {"type": "message", "attachments": [{"contentType": CARD_TYPE, "content": sent}]})
        return web.Response()

    def card(self, words: str) -> JsonObject:
        title: JsonObject = {"type": "TextBlock", "text": f"Ärende B-{self.number}"}
        said: JsonObject = {"type": "TextBlock", "text": words}
        note: JsonObject = {"type": "Input.Text", "id": "note", "label": "Anteckning"}
        done: JsonObject = {"type": "Action.Execute", "title": "Klart", "verb": "done", "data": {"id": self.number}}
        return a_card(done, {**done, "title": "Senare"}, body=[title, said, note])

    async def post(self, activity: JsonObject, message: JsonObject) -> None:
        where = f"{activity['serviceUrl']}v3/conversations/{child(activity, 'conversation')['id']}/activities"
        async with aiohttp.ClientSession() as session, session.post(where, json=message) as response:
            assert response.status == 201

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/api/messages", self.take)
        return app


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
async def teams(desk: Desk, tmp_path: Path) -> AsyncIterator[Teams]:
    async with serving(desk.app()) as url:
        settings = Settings(bot=f"{url}/api/messages", people=(REK1, KON21), stories=tmp_path / "stories")
        async with running(settings) as emulator, aiohttp.ClientSession() as session:
            yield Teams(emulator.url, session)


async def record(teams: Teams) -> JsonObject:
    """Play with the desk while it is recorded; return the story."""
    await teams.post("/api/stories/start", {"name": "lampa", "title": "En lampa"})
    await teams.post("/api/chats/REK1/open")
    await teams.post("/api/chats/REK1/messages", {"text": "lampan är trasig"})
    await teams.post("/api/chats/REK1/messages", {"text": "dörren med"})
    first = next(each for each in await teams.chat() if each["from"] == "bot")
    await teams.post("/api/chats/REK1/press", {"activity": first["id"], "action": 1, "inputs": {"note": "B214"}})
    await teams.post("/api/channel/messages", {"as": "KON21", "text": "hello"})
    await teams.post("/api/chats/REK1/press", {"activity": "1", "action": 1})
    return child((await teams.post("/api/stories/stop")).body, "story")


def told(story: JsonObject) -> list[JsonObject]:
    return objects(story["steps"])


async def test_a_story_holds_what_was_done_and_seen_and_no_ids(teams: Teams) -> None:
    story = await record(teams)

    card = ["Ärende B-#", "lampan är trasig", "Anteckning"]
    done = ["Ärende B-#", "Klart", "Anteckning"]
    door = ["Ärende B-#", "dörren med", "Anteckning"]
    hello = ["Ärende B-#", "hello", "Anteckning"]
    verbs = ["done"]
    press = {
        "do": "press",
        "as": "REK1",
        "message": card,
        "verb": "done",
        "title": "Senare",
        "inputs": {"note": "B214"},
    }
    assert told(story) == [
        {"do": "install", "as": "REK1"},
        {"do": "write", "as": "REK1", "text": "lampan är trasig"},
        {"see": "REK1", "words": card, "verbs": verbs},
        {"do": "write", "as": "REK1", "text": "dörren med"},
        {"see": "REK1", "words": door, "verbs": verbs},
        press,
        {"see": "REK1", "words": done, "verbs": verbs},
        {"do": "write", "as": "KON21", "room": "channel", "text": "hello"},
        {"see": "REK1", "room": "channel", "words": hello, "verbs": verbs},
    ]
    assert not any(str(each["id"]) in json.dumps(story) for each in await teams.chat())


async def test_a_story_is_played_again_on_a_desk_with_other_numbers(teams: Teams, desk: Desk) -> None:
    story = await record(teams)
    await teams.post("/api/reset")
    desk.number = 41

    played = await play(read_story(story), teams.url, patience_seconds=5)

    shown = [each for each in await teams.chat() if each["from"] == "bot"]
    assert played == len(told(story))
    assert "Ärende B-42" in json.dumps(shown, ensure_ascii=False)
    assert [each["updated"] for each in shown] == [True, False]


async def test_a_story_fails_where_something_else_is_seen(teams: Teams, desk: Desk) -> None:
    story = await record(teams)
    await teams.post("/api/reset")
    desk.closing = "Oj"

    with pytest.raises(StoryFailed, match=r"step 7: REK1 sees Ärende B-# \| Klart.*there was") as failed:
        await play(read_story(story), teams.url, patience_seconds=0.2)

    assert failed.value.number == 7


async def test_whose_message_a_step_is_about_is_not_forgotten_where_the_bot_says_the_same(teams: Teams) -> None:
    await teams.post("/api/stories/start", {"name": "eko"})
    written = (await teams.post("/api/chats/REK1/messages", {"text": "lampan"})).body["id"]
    for deed, more in {"react": {"type": "like"}, "edit": {"text": "dörren"}, "delete": {}}.items():
        await teams.post(f"/api/chats/REK1/{deed}", {"activity": written, **more})
    thread = (await teams.post("/api/channel/messages", {"as": "REK1", "text": "hissen"})).body["thread"]
    await teams.post("/api/channel/messages", {"as": "KON21", "text": "den är lagad", "thread": thread})
    recorded = child((await teams.post("/api/stories/stop")).body, "story")
    for step in objects(recorded["steps"]):
        if step.get("do") == "edit":
            assert step.pop("by") == "REK1", "stories that were recorded before have no such name"
    await teams.post("/api/reset")

    await play(read_story(recorded), teams.url, patience_seconds=2)

    mine = [message for message in await teams.chat() if message["from"] == "REK1"]
    assert [(message["deleted"], message["reactions"]) for message in mine] == [(True, {"like": ["REK1"]})]
    channel = (await teams.get("/api/channel")).objects("activities")
    assert {message["thread"] for message in channel} == {channel[0]["id"]}


async def test_a_story_is_kept_saved_played_by_name_and_forgotten(teams: Teams, tmp_path: Path) -> None:
    story = await record(teams)

    saved = await teams.post("/api/stories/save", {"name": "lampa"})
    listed = await teams.get("/api/stories")
    played = await teams.post("/api/stories/play", {"name": "lampa"})
    file = tmp_path / "stories" / "lampa.json"
    (file.parent / "other.json").write_text("[]")
    await teams.call("DELETE", "/api/stories/lampa")
    from_file = await teams.get("/api/stories/lampa")
    file.rename(file.with_suffix(".kept"))
    assert saved.body == {"file": str(file)}
    assert read_story(file.with_suffix(".kept").read_bytes()).as_json() == story == from_file.body
    assert listed.body == {
        "recording": None,
        "stories": [{"name": "lampa", "title": "En lampa", "steps": 9, "saved": True}],
    }
    assert played.body == {"played": 9, "failed": None}
    assert (await teams.get("/api/stories/lampa")).error_code == "StoryNotFound"


async def test_a_check_by_hand_is_part_of_the_story(teams: Teams) -> None:
    await teams.post("/api/stories/start", {"name": "check"})
    await teams.post("/api/chats/REK1/messages", {"text": "hej"})
    await teams.post("/api/stories/check", {"as": "REK1", "words": ["B-1"], "verb": "done"})

    story = child((await teams.post("/api/stories/stop")).body, "story")

    assert told(story)[-1] == {"see": "REK1", "words": ["B-1"], "verbs": ["done"]}
    assert (await teams.post("/api/stories/play", {"story": story})).body["failed"] is None


async def test_a_made_room_has_another_name_when_it_is_played(teams: Teams) -> None:
    await teams.post("/api/stories/start", {"name": "group"})
    room = (await teams.post("/api/rooms", {"kind": "group", "name": "Vi", "members": ["REK1", "KON21"]})).body["room"]
    await teams.post(f"/api/rooms/{room}/install", {"as": "REK1"})
    await teams.post(f"/api/rooms/{room}/messages", {"as": "KON21", "text": "hello"})
    story = child((await teams.post("/api/stories/stop")).body, "story")

    played = await teams.post("/api/stories/play", {"story": story})

    assert told(story)[0] == {"do": "room", "kind": "group", "name": "Vi", "room": room, "members": ["REK1", "KON21"]}
    assert played.body == {"played": 4, "failed": None}
    assert len((await teams.get("/api/rooms")).objects("rooms")) == 5


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("start", {"name": "../x"}, "BadArgument"),
        ("stop", {}, "NotRecording"),
        ("check", {"as": "REK1", "words": ["x"]}, "NotRecording"),
        ("check", {"as": "REK1", "words": []}, "BadArgument"),
        ("save", {"name": "none"}, "StoryNotFound"),
        ("play", {"story": {"name": "x", "steps": [{"fly": 1}]}}, "BadArgument"),
    ],
)
async def test_what_is_no_story_is_refused(teams: Teams, path: str, body: JsonObject, code: str) -> None:
    assert (await teams.post(f"/api/stories/{path}", body)).error_code == code


@pytest.mark.parametrize(
    "raw", ["", "[]", '{"name": "x"}', '{"name": "x", "steps": [1]}', '{"name": "X", "steps": [{"see": "A"}]}']
)
def test_what_can_not_be_read_as_a_story_says_so(raw: str) -> None:
    with pytest.raises(StoryError):
        read_story(raw)


def test_buttons_that_look_alike_are_told_apart_by_their_order() -> None:
    buttons: list[JsonObject] = [{"title": "Ta 1", "verb": "take"}, {"title": "Ta 22", "verb": "take"}]

    assert steady("kl 14:05") == "kl #:#"
    assert find_place(buttons, {"verb": "take", "title": "Ta #", "nth": 1}) == 1
    assert find_place(buttons, {"verb": "take", "title": "Ta #"}) == 0
    assert find_place(buttons, {"verb": "take", "nth": 2}) is None
    assert find_place(buttons, {}) is None
    assert find_place(buttons, {"verb": "take", "title": "Annat"}) is None
    assert find_place(buttons[:1], {"verb": "take", "title": "Annat"}) == 0


async def command(*arguments: str) -> tuple[int | None, str, str]:
    process = await create_subprocess_exec(
        sys.executable, "-m", "emulator", "play", *arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    out, err = await process.communicate()
    return process.returncode, out.decode(), err.decode()


async def test_the_command_plays_a_file_and_says_where_it_failed(teams: Teams, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "story.json"
    file.write_text(read_story(await record(teams)).as_text(), encoding="utf-8")

    good = await command(str(file), "--emulator", teams.url)
    desk.closing = "Oj"
    await teams.post("/api/reset")
    bad = await command(str(file), "--emulator", teams.url, "--patience", "0.2")

    assert (good[0], json.loads(good[1])) == (0, {"story": "lampa", "played": 9})
    assert "REK1 press done Senare" in good[2]
    assert bad[0] == 1
    assert "step 7" in bad[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--port", "99999"), "at most 65535"),
        (("--port", "0", "--time-scale", "0"), "1e-06 or more"),
        (("--app-limit", "0.5"), "a whole number"),
        (("--bot", "nonsense"), "an address such as"),
        (("play", "story.json", "--emulator", "nonsense"), "an address such as"),
        (("play", "story.json", "--patience", "soon"), "expected a number"),
    ],
)
def test_an_option_that_can_not_be_is_refused_by_name(
    arguments: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["emulator", *arguments])

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 2
    assert said in capsys.readouterr().err
