"""Files that people send are attached as Teams attaches them, and can be downloaded."""

import base64

import pytest

from emulator.wire import child, objects
from tests.emulator.conftest import REK1, JsonObject, ScriptedBot, Teams

PHOTO = b"\xff\xd8\xff\xe0" + bytes(range(256))
UPLOADS = f"/v3/conversations/{REK1.conversation_id}/attachments"
FILE = "application/vnd.microsoft.teams.file.download.info"


def upload(name: str, kind: str) -> JsonObject:
    return {"name": name, "contentType": kind, "base64": base64.b64encode(PHOTO).decode()}


async def downloaded(teams: Teams, address: object) -> bytes:
    async with teams.session.get(str(address)) as response:
        assert response.status == 200
        return await response.read()


async def test_a_picture_comes_in_the_text_and_a_file_by_its_download(teams: Teams, bot: ScriptedBot) -> None:
    files = [upload("lampan å.jpg", "image/jpeg"), upload("plan.pdf", "application/pdf")]

    sent = await teams.post("/api/chats/REK1/messages", {"text": "Se här", "attachments": files})

    (heard,) = bot.heard
    assert sent.body["status"] == 200
    words, picture, file = objects(heard["attachments"])
    assert words["contentType"] == "text/html"
    assert picture["contentType"] == "image/jpeg"
    assert (file["contentType"], file["name"], child(file, "content")["fileType"]) == (FILE, "plan.pdf", "pdf")
    assert await downloaded(teams, picture["contentUrl"]) == PHOTO
    assert await downloaded(teams, child(file, "content")["downloadUrl"]) == PHOTO


async def test_a_picture_needs_no_words(teams: Teams, bot: ScriptedBot) -> None:
    await teams.post("/api/chats/REK1/messages", {"text": "", "attachments": [upload("a.png", "image/png")]})

    assert [heard["text"] for heard in bot.heard] == [""]


@pytest.mark.parametrize(
    "attachments",
    [[{"name": "a", "base64": "%%%"}], [upload("a", "image/png")] * 11, [upload("a", "\0")], [upload("a", "image")]],
)
async def test_what_can_not_be_read_is_refused(teams: Teams, bot: ScriptedBot, attachments: list[JsonObject]) -> None:
    answer = await teams.post("/api/chats/REK1/messages", {"text": "x", "attachments": attachments})

    assert (answer.status, answer.error_code) == (400, "BadArgument")
    assert bot.heard == []


async def test_a_file_that_nobody_sent_is_not_there(teams: Teams) -> None:
    async with teams.session.get(f"{teams.url}/downloads/none/a.jpg") as response:
        assert response.status == 404


async def test_a_file_whose_name_has_half_a_character_is_taken(teams: Teams, bot: ScriptedBot) -> None:
    await teams.post("/api/chats/REK1/messages", {"text": "", "attachments": [upload("\ud83d.png", "image/png")]})

    assert await downloaded(teams, objects(bot.heard[0]["attachments"])[1]["contentUrl"]) == PHOTO


@pytest.mark.parametrize(("kind", "status"), [("text/plain; charset=utf-8", 200), ("x", 400), ("x" * 9000 + "/x", 400)])
async def test_what_a_bot_puts_up_is_given_back_by_its_type_or_refused(teams: Teams, kind: str, status: int) -> None:
    taken = await teams.post(UPLOADS, {"name": "a", "type": kind, "originalBase64": base64.b64encode(PHOTO).decode()})
    given = await teams.get(f"/v3/attachments/{taken.body.get('id')}/views/original")

    assert (taken.status, given.headers["Content-Type"] == kind) == (201 if status == 200 else 400, status == 200)
