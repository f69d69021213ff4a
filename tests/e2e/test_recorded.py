"""Stories recorded on the emulator, played again on a fresh desk.

With `VAKTIS_TEST_RECORD_STORIES=1` they are recorded anew.
"""

import os
from pathlib import Path

import pytest

from emulator.player import play
from emulator.stories import Story, read_story
from tests.e2e.chats import JsonObject
from tests.e2e.conftest import BuildTown
from tests.e2e.town import Town

STORIES = Path(__file__).parent / "stories"
SENTENCE = "Kan någon byta lysröret i sal B214 imorgon före 8?"
IS_RECORDING = os.environ.get("VAKTIS_TEST_RECORD_STORIES") == "1"


async def press(town: Town, code: str, verb: str, **inputs: str) -> None:
    """Press a button of the newest card that has it, when nothing more is on its way."""
    await town.until_settled()
    assert (await town.press(code, await town.see(code, "Byte av ljuskälla", verb=verb), verb, **inputs)).is_taken


async def order_a_lamp(town: Town) -> None:
    """The order story, as people do it on the page: from the sentence to the rating."""
    await town.open("REK1", "SAM1", "SER3")
    await town.say("REK1", SENTENCE)
    await press(town, "REK1", "order.place")
    await press(town, "SAM1", "assignment.offer", person="SER3")
    await press(town, "SER3", "assignment.accept")
    await press(town, "SER3", "assignment.start")
    await press(town, "SER3", "assignment.done", hours="0.5")
    await press(town, "REK1", "request.rate", rating="5", comment="Snabbt och bra")
    await town.until_settled()


async def record(town: Town) -> Story:
    """Play the story by hand while the emulator writes it down."""
    await town.call("POST", "/api/stories/start", {"name": "lamp", "title": "En lampa byts"})
    await order_a_lamp(town)
    await town.call("POST", "/api/stories/check", {"as": "REK1", "words": ["Tack för ditt betyg"]})
    return read_story((await town.call("POST", "/api/stories/stop"))["story"])


async def test_the_recorded_order_is_played_again(build_town: BuildTown, sqlite_address: str) -> None:
    town = await build_town(sqlite_address)
    file = STORIES / "lamp.json"
    if IS_RECORDING:
        file.write_text((await record(town)).as_text(), encoding="utf-8")
        pytest.fail(f"{file.name} was recorded anew; run without VAKTIS_TEST_RECORD_STORIES to play it")

    story = read_story(file.read_bytes())
    played = await play(story, town.url)

    rows: list[dict[str, str]] = await town.export("requests")
    assert played == len(story.steps)
    assert await town.log("warning") == [], "cards that Teams takes, but that should be mended"
    assert [(row["id"], row["requester"], row["status"], str(row["rating"])) for row in rows] == [
        ("B-2022-0001", "REK1", "done", "5")
    ]


def has_no_id(step: JsonObject) -> bool:
    return not {"activity", "id", "task"} & step.keys()


def test_a_story_names_no_ids() -> None:
    for file in STORIES.glob("*.json"):
        assert all(has_no_id(step) for step in read_story(file.read_bytes()).steps), file.name
