"""A coordinator gives one piece of work that somebody has to a colleague, by its number or its code."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from actions.assignments import accept_assignment, start_assignment
from actions.standing import make_standing_ahead
from domain.assignments import Assignment
from domain.worktime import at_local
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of
from tests.factories import NOW, TODAY, the_person

Chats = Callable[[str], Chat]
MAIL = "PV2-POST-IN-1300"


async def piece_of(desk: Desk, schedule: str = MAIL, *, day: date = TODAY) -> Assignment:
    """Return who has a piece of standing work now."""
    async with desk.begin() as work:
        found = await work.assignments.standing(at_local(day, time()), at_local(day, time(23)))
    (live,) = [each for each in found if each.schedule == schedule and each.is_live]
    return live


@pytest.mark.parametrize(
    "words",
    [
        "ge {number} till Omar",
        "flytta {number} till Omar",
        "Kan du tilldela {number} till Omar Lind?",
        "lämna över {number} till Omar",
        "move {number} to Omar",
        "ge PV2-POST-IN-1300 till Omar",
        "flytta pv2-post-in-1300 till Omar idag",
    ],
)
async def test_one_piece_of_standing_work_that_somebody_has_is_given_to_another_who_both_are_told(
    chat_of: Chats, desk: Desk, words: str
) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    held = await piece_of(desk)
    before = len(await desk.owed())
    chat = chat_of("SAM1")

    reply = await chat.says(words.format(number=held.id))

    assert (held.person, (await piece_of(desk)).person) == ("SER2", "SER3")
    assert texts_of(reply) == ["handed-on"]
    assert "Omar Lind" in (await chat.reads(reply))[0]
    assert "Hanna Pil" in (await chat.reads(reply))[0]
    assert (await desk.owed())[before:] == [("assignment.withdrawn", "SER2"), ("assignment.assigned", "SER3")]


async def test_what_was_just_shown_is_given_by_pointing_at_it(chat_of: Chats, desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    chat = chat_of("SAM1")
    await chat.says(f"visa {(await piece_of(desk)).id}")

    await chat.says("ge den till Omar")

    assert (await piece_of(desk)).person == "SER3"


@pytest.mark.parametrize("words", ["ge PV2-POST-IN-1300 till Omar imorgon", "ge PV2-POST-IN-1300 till Omar"])
async def test_a_code_means_the_day_that_is_said_or_was_just_shown(chat_of: Chats, desk: Desk, words: str) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    chat = chat_of("SAM1")
    if "imorgon" not in words:
        await chat.says("flytta allt som Hanna har imorgon till Omar")

    await chat.says(words)

    assert (await piece_of(desk)).person == "SER2"
    assert (await piece_of(desk, day=TODAY + timedelta(days=1))).person == "SER3"


async def test_a_number_that_has_moved_on_is_moved_from_who_has_it_now_and_once(chat_of: Chats, desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    number = (await piece_of(desk)).id
    chat = chat_of("SAM1")

    first, again = [await chat.says(f"ge {number} till Omar") for _ in range(2)]
    back = await chat.says(f"ge {number} till Hanna")

    assert [texts_of(each) for each in (first, again, back)] == [["handed-on"], ["given-person"], ["handed-on"]]
    assert (await piece_of(desk)).person == "SER2"


async def test_the_assignment_of_an_order_is_moved_by_its_number_too(chat_of: Chats, desk: Desk) -> None:
    request = await desk.order(service="KON-MOT", wanted_start=NOW)
    held = await desk.offer(request, "SER2", by=the_person("SAM1"))
    await accept_assignment(held.id, by=the_person("SER2"), begin=desk.begin, at=NOW)

    reply = await chat_of("SAM1").says(f"flytta {held.id} till Omar")

    assert texts_of(reply) == ["handed-on"]
    async with desk.begin() as work:
        given = await work.assignments.of_request(request.id)
    assert [each.person for each in given if each.is_live] == ["SER3"]


@pytest.mark.parametrize(
    ("who", "words", "answer"),
    [
        ("SAM1", "ge {mail} till Karin", "absence-who"),
        ("SAM1", "ge {floors} till Omar", "error-not-suitable"),
        ("SAM1", "ge U-2022-9999 till Omar", "error-assignment-not-found"),
        ("SAM1", "ge PV2-POST-IN-0300 till Omar", "error-not-found"),
        ("SAM2", "ge {mail} till Omar", "error-not-allowed"),
    ],
)
async def test_one_piece_moves_by_the_rules_of_a_day(
    chat_of: Chats, desk: Desk, *, who: str, words: str, answer: str
) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    numbers = {"mail": (await piece_of(desk)).id, "floors": (await piece_of(desk, "PV2-LOK-REG-0700")).id}

    reply = await chat_of(who).says(words.format(**numbers))

    assert texts_of(reply) == [answer]
    assert (await piece_of(desk)).person == "SER2"
    assert (await piece_of(desk, "PV2-LOK-REG-0700")).person == "SER2"


async def test_one_piece_that_was_begun_or_lies_behind_stays(chat_of: Chats, desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    held, chat = await piece_of(desk), chat_of("SAM1")

    await start_assignment(held.id, by=the_person("SER2"), begin=desk.begin, at=NOW)
    begun = await chat.says(f"ge {held.id} till Omar")
    chat.at = NOW + timedelta(days=1)
    behind = await chat.says(f"ge {(await piece_of(desk, 'PV2-AVF-SORT-1330')).id} till Omar")

    assert texts_of(begun) == ["error-wrong-state"]
    assert texts_of(behind) == ["error-bad-input"]
    assert (await piece_of(desk)).person == "SER2"
    assert (await piece_of(desk, "PV2-AVF-SORT-1330")).person == "SER2"
