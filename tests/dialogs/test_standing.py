"""Standing work in a chat: today's on the list, the day confirmed by press and by a sentence, in both languages."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from actions.standing import make_standing_ahead
from dialogs.turn import Reply
from domain.assignments import AssignmentStatus, TimeEntry
from domain.notices import Message
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import NOW, TODAY

Chats = Callable[[str], Chat]
TUESDAY = "standing:SER10@2022-03-15"
"""Ellen Rosen has the mail (0,5) and the waste (0,5) of PV1 on every working day."""


@pytest.fixture(autouse=True)
async def standing(desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW - timedelta(hours=5))


async def entries(desk: Desk) -> list[TimeEntry]:
    async with desk.begin() as work:
        return list(await work.time_entries.all())


async def worked(desk: Desk) -> list[tuple[str | None, Decimal, date]]:
    return [(each.service, each.hours, each.day) for each in await entries(desk)]


BOTH = [("POST-IN", Decimal("0.5"), TODAY), ("AVF-SORT", Decimal("0.5"), TODAY)]


async def test_the_list_shows_todays_standing_work_with_its_hours(chat_of: Chats) -> None:
    (text,) = await chat_of("SER10").reads(await chat_of("SER10").says("mina uppdrag"))

    assert "13:00 Intern post och godsmottagning, Pilotverksamhet 1: en halv timme" in text
    assert "bekräfta dagen" in text


async def test_one_press_confirms_the_day_with_the_hours_that_are_planned(chat_of: Chats, desk: Desk) -> None:
    await chat_of("SER10").presses("time.confirm", TUESDAY)

    (mail, waste) = await entries(desk)
    assert await worked(desk) == BOTH
    assert (mail.schedule, mail.unit, mail.request, mail.person) == ("PV1-POST-IN-1300", "PV1", None, "SER10")
    assert (mail.price, mail.amount) == (Decimal(385), Decimal("192.50"))
    assert waste.assignment != mail.assignment


async def test_a_second_press_confirms_nothing_twice(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("SER10")
    await chat.presses("time.confirm", TUESDAY)
    await chat.presses("time.confirm", TUESDAY, version=1)

    assert await worked(desk) == BOTH


async def test_hours_are_changed_on_the_card_before_they_are_confirmed(chat_of: Chats, desk: Desk) -> None:
    async with desk.begin() as work:
        mail, waste = [
            each
            for each in await work.assignments.live_of("SER10")
            if each.planned_start and each.planned_start.day == 15
        ]

    inputs: dict[str, Any] = {"work": f"{mail.id}|{waste.id}", "hours-1": "1,25", "hours-2": "0"}
    await chat_of("SER10").presses("time.confirm", TUESDAY, **inputs)

    assert await worked(desk) == [("POST-IN", Decimal("1.25"), TODAY)]
    assert (await desk.assignment(waste.id)).status is AssignmentStatus.DECLINED


@pytest.mark.parametrize("hours", ["25", "-1", "två", "0.1"])
async def test_hours_that_cannot_be_confirm_nothing(chat_of: Chats, desk: Desk, hours: str) -> None:
    async with desk.begin() as work:
        number = (await work.assignments.live_of("SER10"))[0].id

    inputs: dict[str, Any] = {"work": number, "hours-1": hours}
    reply = await chat_of("SER10").presses("time.confirm", TUESDAY, **inputs)

    assert texts_of(reply) == ["error-bad-input"]
    assert await entries(desk) == []


@pytest.mark.parametrize(
    "said",
    [
        *("klart med allt idag", "Bekräfta dagen", "allt klart", "klar för idag!", "bekräfta dagens stående arbete"),
        *(
            "bekräfta tisdag 15 mars",
            "jag är klar för dagen",
            "confirm the day",
            "all done for today",
            "I'm done for today",
        ),
        *("confirm Tuesday 15 March", "everything is done", "confirm today's standing work"),
    ],
)
async def test_the_day_is_confirmed_by_a_sentence(chat_of: Chats, desk: Desk, said: str) -> None:
    reply = await chat_of("SER10").says(said)

    assert views_of(reply) == [("standing", TUESDAY)]
    assert await worked(desk) == BOTH


@pytest.mark.parametrize("said", ["bekräfta dagen, posten tog 1,5 timmar", "confirm the day, the mail took 1.5 hours"])
async def test_other_hours_can_be_said_with_it(chat_of: Chats, desk: Desk, said: str) -> None:
    await chat_of("SER10").says(said)

    assert await worked(desk) == [("POST-IN", Decimal("1.5"), TODAY), BOTH[1]]


@pytest.mark.parametrize("said", ["klart", "klar nu", "done"])
async def test_a_mere_done_shows_the_day_and_confirms_nothing(chat_of: Chats, desk: Desk, said: str) -> None:
    reply = await chat_of("SER10").says(said)

    assert views_of(reply) == [("standing", TUESDAY)]
    assert await entries(desk) == []


async def test_hours_of_one_piece_confirm_that_piece_alone(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("SER10")
    await chat.says("posten tog 1 timme")
    assert await worked(desk) == [("POST-IN", Decimal(1), TODAY)]

    await chat.says("bekräfta dagen")
    assert await worked(desk) == [("POST-IN", Decimal(1), TODAY), BOTH[1]]


async def test_hours_of_nobody_knows_what_are_asked_about(chat_of: Chats, desk: Desk) -> None:
    reply = await chat_of("SER10").says("bekräfta dagen, det tog 3 timmar")

    assert texts_of(reply) == ["standing-which"]
    assert await entries(desk) == []


@pytest.mark.parametrize(
    "said", ["bekräfta gårdagen", "bekräfta tisdagen", "bekräfta den 15", "bekräfta 15 mars", "confirm yesterday"]
)
async def test_a_day_before_is_confirmed_as_worked_on_that_day(chat_of: Chats, desk: Desk, said: str) -> None:
    chat = chat_of("SER10")
    chat.at += timedelta(days=1)

    await chat.says(said)

    assert await worked(desk) == BOTH


async def test_a_forgotten_day_stands_on_the_list_until_it_is_confirmed(chat_of: Chats) -> None:
    chat = chat_of("SER10")
    chat.at += timedelta(days=1)
    (before,) = await chat.reads(await chat.says("mina uppdrag"))
    shown = await chat.presses("standing.show", "", day="2022-03-15")
    await chat.presses("time.confirm", TUESDAY)
    (after,) = await chat.reads(await chat.says("mina uppdrag"))

    assert views_of(shown) == [("standing", TUESDAY)]
    assert "En tidigare dag är inte bekräftad" in before
    assert "En tidigare dag är inte bekräftad" not in after


async def test_what_is_to_come_cannot_be_confirmed(chat_of: Chats, desk: Desk) -> None:
    reply = await chat_of("SER10").presses("time.confirm", "standing:SER10@2022-03-16")

    assert texts_of(reply) == ["error-bad-input"]
    assert await entries(desk) == []


async def test_the_tenth_of_the_next_month_is_the_last_day_to_confirm(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("SER10")
    chat.at = datetime(2022, 4, 11, 8, tzinfo=UTC)
    late = await chat.presses("time.confirm", TUESDAY)
    assert texts_of(late) == ["error-month-closed"]

    chat.at = datetime(2022, 4, 10, 20, tzinfo=UTC)
    await chat.presses("time.confirm", TUESDAY)
    assert await worked(desk) == BOTH


async def test_nobody_confirms_or_sees_the_day_of_somebody_else(chat_of: Chats, desk: Desk) -> None:
    other = chat_of("SER9")
    reply = await other.presses("time.confirm", TUESDAY)

    assert texts_of(reply) == ["error-not-allowed"]
    assert await entries(desk) == []


async def test_a_day_of_a_closed_month_is_told_as_such(chat_of: Chats) -> None:
    chat = chat_of("SER10")

    (told,) = await chat.reads(await chat.says("bekräfta 14 januari"))

    assert "Månaden är stängd" in told


async def test_a_day_without_standing_work_is_told_as_such(chat_of: Chats) -> None:
    chat = chat_of("SER9")

    assert texts_of(await chat.says("bekräfta dagen")) == ["standing-nothing"]


async def test_confirmed_hours_are_put_right_as_any_others(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("SER10")
    await chat.says("bekräfta dagen")
    reply = await chat.says("posten tog 2 timmar idag")

    assert await chat.reads(reply) == ["Ändrat: Intern post och godsmottagning i dag är nu 2 timmar."]
    assert await worked(desk) == [("POST-IN", Decimal(2), TODAY), BOTH[1]]


async def test_one_piece_can_be_worked_on_by_itself(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("SER10")
    async with desk.begin() as work:
        number = (await work.assignments.live_of("SER10"))[0].id
    (card,) = await chat.reads(await chat.says(number))
    await chat.presses("assignment.start", f"assignment:{number}")
    await chat.presses("assignment.done", f"assignment:{number}", hours="0.75")

    assert "Intern post och godsmottagning" in card
    assert await worked(desk) == [("POST-IN", Decimal("0.75"), TODAY)]


async def test_a_coordinator_confirms_for_somebody_who_is_told(chat_of: Chats, desk: Desk) -> None:
    pressed = await chat_of("SAM1").presses("time.confirm", "standing:SER10@2022-03-15")
    typed = await chat_of("SAM1").says("bekräfta dagen för Leo Sälg")

    assert texts_of(pressed) == []
    assert views_of(typed) == [("standing", "standing:SER1@2022-03-15")]
    async with desk.begin() as work:
        worked = {each.person: each.hours for each in await work.time_entries.all()}
    assert worked == {"SER10": Decimal("0.5"), "SER1": Decimal("6.25")}
    told = [each for each in await desk.owed() if each[0] == "time.confirmed"]
    assert told == [("time.confirmed", "SER10"), ("time.confirmed", "SER1")]


@pytest.mark.parametrize("who", ["SAM2", "REK1"])
async def test_nobody_else_confirms_or_sees_the_day_of_another(chat_of: Chats, desk: Desk, who: str) -> None:
    pressed = await chat_of(who).presses("time.confirm", "standing:SER10@2022-03-15")
    (text,) = await chat_of(who).reads(Reply(messages=(Message(view="standing", subject="standing:SER10@2022-03-15"),)))

    assert texts_of(pressed) == ["error-not-allowed"]
    assert "Intern post" not in text
    async with desk.begin() as work:
        assert await work.time_entries.all() == []


@pytest.mark.parametrize("words", ["{number}", "visa {number}", "Öppna {number}.", "show {number}"])
async def test_a_piece_is_shown_by_its_number(chat_of: Chats, desk: Desk, words: str) -> None:
    async with desk.begin() as work:
        (piece, *_) = await work.assignments.live_of("SER10")

    reply = await chat_of("SAM1").says(words.format(number=piece.id))

    assert views_of(reply) == [("assignment", f"assignment:{piece.id}")]
