"""The week's hours, and putting them right, by press and by a sentence in both languages."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of

Chats = Callable[[str], Chat]


async def hours_of(desk: Desk) -> list[Decimal]:
    async with desk.begin() as work:
        return [each.hours for each in await work.time_entries.all()]


@pytest.mark.parametrize("said", ["mina timmar", "my hours", "tidrapport", "visa mina timmar", ""])
async def test_the_week_is_shown_with_its_days_and_sum(chat_of: Chats, desk: Desk, said: str) -> None:
    await desk.done("0.5")
    chat = chat_of("SER1")

    reply = await (chat.says(said) if said else chat.presses("hours.show", "hours:SER1", week="2022-03-15"))

    text = " ".join(await chat.reads(reply))
    assert "en halv timme" in text.lower()
    assert "B-2022-0001" in text


@pytest.mark.parametrize("said", ["mina timmar förra veckan", "my hours last week"])
async def test_another_week_is_shown_when_it_is_asked_for(chat_of: Chats, desk: Desk, said: str) -> None:
    await desk.done("0.5")
    reply = await chat_of("SER1").says(said)

    (message,) = reply.messages
    assert message.values["week"] == "2022-03-07"


@pytest.mark.parametrize(
    "said",
    [
        "B-2022-0001 tog 2 timmar",
        "B-2022-0001 took 2 hours",
        "två timmar på lampan idag",
        "I worked two hours on the lamp today",
        "",
    ],
)
async def test_hours_are_put_right_by_press_and_by_word(chat_of: Chats, desk: Desk, said: str) -> None:
    await desk.done("0.5")
    chat = chat_of("SER1")

    reply = await (
        chat.says(said)
        if said
        else chat.presses("time.correct", "hours:SER1", entry="1", hours="2", reason="två lampor")
    )

    assert await hours_of(desk) == [2]
    assert await chat.reads(reply)


async def test_hours_of_yesterday_are_found_by_the_day(chat_of: Chats, desk: Desk) -> None:
    await desk.done("0.5")
    chat = chat_of("SER1")
    chat.at += timedelta(days=1)

    await chat.says("1,5 timmar på lampan igår")

    assert await hours_of(desk) == [Decimal("1.5")]


async def test_hours_are_found_by_number_as_long_as_their_month_is_open(chat_of: Chats, desk: Desk) -> None:
    await desk.done("0.5")
    chat = chat_of("SER1")
    chat.at += timedelta(days=26)

    by_number = await chat.says("B-2022-0001 tog 2 timmar")
    by_service = await chat.says("tre timmar på lampan")

    assert texts_of(by_number) == ["hours-corrected"]
    assert "hours-corrected" not in texts_of(by_service)
    assert await hours_of(desk) == [Decimal(2)]


async def test_several_that_fit_are_asked_about(chat_of: Chats, desk: Desk) -> None:
    await desk.done("0.5")
    await desk.done("1")

    reply = await chat_of("SER1").says("två timmar på lampan idag")

    assert texts_of(reply) == ["hours-which"]
    assert views_of(reply) == [("hours", "hours:SER1")]
    assert await hours_of(desk) == [Decimal("0.5"), 1]


@pytest.mark.parametrize(
    "filled",
    [
        {"entry": "1", "hours": "2"},
        {"entry": "1", "hours": "26", "reason": "nej"},
        {"entry": "1", "hours": "", "reason": "nej"},
        {"entry": "'; --", "hours": "2", "reason": "nej"},
        {"hours": "2", "reason": "nej"},
    ],
)
async def test_what_cannot_be_is_refused_and_nothing_changes(
    chat_of: Chats, desk: Desk, filled: dict[str, str]
) -> None:
    await desk.done("0.5")
    chat = chat_of("SER1")

    reply = await chat.presses("time.correct", "hours:SER1", version=None, **filled)

    assert texts_of(reply) == ["error-bad-input"]
    assert await chat.reads(reply)
    assert await hours_of(desk) == [Decimal("0.5")]


async def test_somebody_elses_week_shows_nothing(chat_of: Chats, desk: Desk) -> None:
    await desk.done("0.5")
    chat = chat_of("SER3")

    reply = await chat.presses("time.correct", "hours:SER1", entry="1", hours="2", reason="hej")
    assert texts_of(reply) == ["error-not-allowed"]
    shown = await chat.presses("hours.show", "hours:SER1", week="2022-03-14")
    assert "B-2022-0001" not in " ".join(await chat.reads(shown))


async def test_whoever_does_no_service_work_has_no_hours(chat_of: Chats) -> None:
    assert texts_of(await chat_of("REK1").says("mina timmar")) == ["not-yet-ask"]


@pytest.mark.parametrize(
    "said", ["visa Leos timmar", "timmar för Leo", "show Leo's hours", "SER1 timmar den här veckan"]
)
async def test_a_coordinator_sees_and_corrects_the_week_of_an_employee(chat_of: Chats, desk: Desk, said: str) -> None:
    await desk.done("0.5")
    chat = chat_of("SAM1")

    reply = await chat.says(said)
    assert views_of(reply) == [("hours", "hours:SER1")]
    assert "Leo Sälg, vecka 11" in " ".join(await chat.reads(reply))
    corrected = await chat.presses("time.correct", "hours:SER1", entry="1", hours="2", reason="två lampor")

    assert await hours_of(desk) == [2]
    assert corrected.card is not None
    assert corrected.card.subject == "hours:SER1"


async def test_a_coordinator_of_other_units_sees_none_of_it(chat_of: Chats, desk: Desk) -> None:
    await desk.done("0.5")
    chat = chat_of("SAM2")

    assert "B-2022-0001" not in " ".join(await chat.reads(await chat.says("visa Leos timmar")))


@pytest.mark.parametrize(
    ("days", "answer"), [(26, "hours-corrected"), (27, "error-month-closed"), (400, "error-month-closed")]
)
async def test_after_the_tenth_the_answer_is_a_clear_no(chat_of: Chats, desk: Desk, days: int, answer: str) -> None:
    await desk.done("0.5")
    chat = chat_of("SER1")
    chat.at += timedelta(days=days)

    assert texts_of(await chat.says("B-2022-0001 tog 2 timmar")) == [answer]


async def test_the_card_says_until_when_and_then_that_it_is_closed(chat_of: Chats, desk: Desk) -> None:
    await desk.done("0.5")
    chat = chat_of("SER1")
    now = " ".join(await chat.reads(await chat.says("mina timmar")))
    chat.at += timedelta(days=40)
    later = " ".join(await chat.reads(await chat.presses("hours.show", "hours:SER1", week="2022-03-14")))

    assert "Kan rättas till och med söndag 10 april" in now
    assert "Månaden stängdes söndag 10 april" in later
    assert "Rätta timmar" not in later
