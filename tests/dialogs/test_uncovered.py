"""Standing work that nobody has, as the coordinators see and give it, and as whoever is asked takes it."""

from collections.abc import Callable

import pytest

from actions.standing import make_standing_ahead
from dialogs.turn import Reply
from domain.assignments import AssignmentStatus
from domain.notices import Message
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import NOW

Chats = Callable[[str], Chat]
MAIL, FLOORS, UNCOVERED = "PV1-POST-IN-1300", "PV5-LOK-REG-0700", "uncovered:2022-03-15"


@pytest.fixture(autouse=True)
async def standing(desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)


async def holder(desk: Desk, schedule: str) -> tuple[str, AssignmentStatus]:
    async with desk.begin() as work:
        held = [each for each in await work.assignments.all() if each.schedule == schedule and each.planned_start]
    todays = [each for each in held if each.planned_start and each.planned_start.date() == NOW.date()]
    return todays[-1].person, todays[-1].status


async def test_the_coordinator_sees_what_became_of_the_day_of_who_is_sick(chat_of: Chats, desk: Desk) -> None:
    await chat_of("SER6").says("jag är sjuk idag")
    async with desk.begin() as work:
        messages = [each.message for each in await work.outbox.list_notices() if each.recipient == "SAM2"]
    texts = await chat_of("SAM2").reads(Reply(messages=tuple(messages)))

    assert {each.view for each in messages} == {"absence", "uncovered"}
    assert all("Regelbunden lokalvård" in text for text in texts)
    assert any("(PV5-LOK-REG-0700)" in text for text in texts)


async def test_who_is_asked_takes_it_by_a_word_and_it_stands_on_their_list(chat_of: Chats, desk: Desk) -> None:
    await chat_of("SER10").says("jag är sjuk idag")
    person, status = await holder(desk, MAIL)
    assert status is AssignmentStatus.OFFERED
    chat = chat_of(person)
    (before,) = await chat.reads(await chat.says("mina uppdrag"))
    async with desk.begin() as work:
        offers = [each.id for each in await work.assignments.live_of(person) if each.status is AssignmentStatus.OFFERED]
    for number in offers:
        await chat.says(f"jag tar {number}")
    (after,) = await chat.reads(await chat.says("mina uppdrag"))

    assert "Väntar på ditt svar" in before
    assert "13:00 Intern post och godsmottagning, Pilotverksamhet 1: en halv timme" in after
    assert await holder(desk, MAIL) == (person, AssignmentStatus.ACCEPTED)


async def test_the_coordinator_gives_it_by_press_and_by_word(chat_of: Chats, desk: Desk) -> None:
    await chat_of("SER10").says("jag är sjuk idag")
    chat = chat_of("SAM1")
    pressed = await chat.presses("standing.assign", UNCOVERED, entry=MAIL, person="SER3")
    typed = await chat.says("ge PV1-AVF-SORT-1330 till Omar Lind")

    assert texts_of(pressed) == texts_of(typed) == ["given-person"]
    assert await holder(desk, MAIL) == ("SER3", AssignmentStatus.ACCEPTED)
    assert await holder(desk, "PV1-AVF-SORT-1330") == ("SER3", AssignmentStatus.ACCEPTED)


@pytest.mark.parametrize("said", ["ge PV1-POST-IN-1300 till Ingen Alls", "ge PV1-POST-IN-1300 till o"])
async def test_a_name_that_nobody_has_is_asked_about(chat_of: Chats, said: str) -> None:
    assert texts_of(await chat_of("SAM1").says(said)) == ["absence-who"]


async def test_nobody_but_its_coordinators_sees_or_gives_it(chat_of: Chats, desk: Desk) -> None:
    await chat_of("SER6").says("jag är sjuk idag")
    other = await chat_of("SAM1").presses("standing.assign", UNCOVERED, entry=FLOORS, person="SER8")
    employee = await chat_of("SER8").presses("standing.assign", UNCOVERED, entry=FLOORS, person="SER8")

    assert texts_of(other) == texts_of(employee) == ["error-not-allowed"]
    assert await holder(desk, FLOORS) == ("SER6", AssignmentStatus.WITHDRAWN)


async def test_the_piece_is_read_by_its_coordinator_and_by_nobody_else(chat_of: Chats, desk: Desk) -> None:
    async with desk.begin() as work:
        number = next(each.id for each in await work.assignments.live_of("SER10"))
    for person, expected in (("SAM1", "Ellen Rosen"), ("SER9", "")):
        chat = chat_of(person)
        reply = await chat.says(number)
        (text,) = await chat.reads(reply)
        assert views_of(reply) == [("assignment", f"assignment:{number}")]
        assert ("Intern post" in text) == (expected != "")
        assert expected in text


async def test_a_coordinator_sees_their_own_units_alone_and_an_employee_nothing(chat_of: Chats) -> None:
    await chat_of("SER6").says("jag är sjuk idag")
    card = Reply(messages=(Message(view="uncovered", subject=UNCOVERED),))

    seen = {person: (await chat_of(person).reads(card))[0] for person in ("SAM2", "SAM1", "SER8")}

    assert [FLOORS in text for text in seen.values()] == [True, False, False]
    assert "Allt har någon som gör det" in seen["SAM1"]
    assert "Stående arbete" not in seen["SER8"]
