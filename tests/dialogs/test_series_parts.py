"""Place, beginning, end and days off of orders that recur: before and after they are placed, by press and by typing."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from dialogs.understanding.series_words import days_off_in
from domain.series import DaysOff, OrderSeries
from domain.worktime import local_date
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.dialogs.conftest import Chats

SOON = "byt lysrör i B214 varje tisdag kl 8"
FRIDAYS = "byt lysrör i B214 varje fredag kl 8 från 8 april"
EASTER = datetime(2022, 4, 6, 9, tzinfo=UTC)
"""When Good Friday, 15 April, is within reach of a series of Fridays."""


async def series_in(desk: Desk) -> OrderSeries:
    async with desk.begin() as work:
        return await work.series.get("S-2022-0001")


async def open_days(desk: Desk) -> list[date]:
    async with desk.begin() as work:
        orders = await work.requests.of_series("S-2022-0001")
    return [local_date(each.wanted_start or each.created_at) for each in orders if each.is_open]


async def placed(chat: Chat, sentence: str = SOON) -> None:
    await chat.says(sentence)
    await chat.presses("order.place", f"draft:{await chat.focus()}")


def parts_of(series: OrderSeries) -> tuple[object, ...]:
    return (series.place, series.first_day, series.last_day, series.rrule, series.clock, series.days_off)


BEFORE: dict[str, tuple[str, str, dict[str, Any]]] = {
    "place": ("i aulan i stället", "in the assembly hall instead", {"place": "Aulan"}),
    "begin": ("från 5 april", "start on 5 April", {"date": "2022-04-05"}),
    "daysoff": (
        "flytta till nästa vardag om det är helgdag",
        "move to the next working day if it is a holiday",
        {"daysoff": "move"},
    ),
}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("part", BEFORE)
async def test_before_placing_a_part_is_changed_alike_by_press_and_by_typing(
    chat_of: Chats, desk: Desk, part: str, language: str
) -> None:
    swedish, english, inputs = BEFORE[part]
    typed, pressed = chat_of("KON11"), chat_of("KON12")
    await typed.says(SOON)
    await typed.says(swedish if language == "sv" else english)
    await typed.says("beställ")
    await pressed.says(SOON)
    await pressed.presses("order.place", f"draft:{await pressed.focus()}", **inputs)

    async with desk.begin() as work:
        by_words, by_press = [await work.series.get(f"S-2022-000{number}") for number in (1, 2)]
    expected = {
        "place": ("Aulan", date(2022, 3, 22), DaysOff.SKIP),
        "begin": ("Sal B214", date(2022, 4, 5), DaysOff.SKIP),
        "daysoff": ("Sal B214", date(2022, 3, 22), DaysOff.MOVE),
    }[part]
    assert parts_of(by_words) == parts_of(by_press)
    assert (by_words.place, by_words.first_day, by_words.days_off) == expected
    assert (by_words.rrule, by_words.clock) == ("FREQ=WEEKLY;BYDAY=TU", time(8))


@pytest.mark.parametrize(
    "said", ["från 6 april", "börja 6 april", "starting on 6 April", "change the start date to 6 April"]
)
async def test_a_beginning_between_the_days_keeps_the_rule(chat_of: Chats, desk: Desk, said: str) -> None:
    chat = chat_of("KON11")
    await chat.says(SOON)
    await chat.says(said)
    await chat.says("beställ")

    series = await series_in(desk)
    assert (series.first_day, series.rrule, series.clock) == (date(2022, 4, 12), "FREQ=WEEKLY;BYDAY=TU", time(8))


@pytest.mark.parametrize("said", ["till jul", "until Christmas", "fram till den 24 december"])
async def test_an_end_keeps_the_rule(chat_of: Chats, desk: Desk, said: str) -> None:
    chat = chat_of("KON11")
    await chat.says(SOON)
    await chat.says(said)
    await chat.says("beställ")

    series = await series_in(desk)
    assert (series.last_day, series.rrule, series.clock) == (date(2022, 12, 24), "FREQ=WEEKLY;BYDAY=TU", time(8))


async def test_a_beginning_behind_is_refused(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says(SOON)

    assert texts_of(await chat.says("från 2 januari 2022")) == ["error-bad-input"]


AFTER = {
    "place": ("ändra platsen i S-2022-0001 till aulan", "change the place of S-2022-0001 to the assembly hall"),
    "begin": ("S-2022-0001 ska börja 5 april", "start S-2022-0001 on 5 April"),
    "daysoff": ("S-2022-0001: flytta till nästa vardag", "change S-2022-0001: move to the next working day"),
}
PRESSED: dict[str, dict[str, Any]] = {
    "place": {"series-place": "Aulan"},
    "begin": {"series-date": "2022-04-05"},
    "daysoff": {"series-daysoff": "move"},
}


@pytest.mark.parametrize("way", ["sv", "en", "press"])
@pytest.mark.parametrize("part", AFTER)
async def test_after_placing_a_part_is_changed_alike_by_press_and_by_typing(
    chat_of: Chats, desk: Desk, part: str, way: str
) -> None:
    chat = chat_of("KON11")
    await placed(chat)

    if way == "press":
        reply = await chat.presses("series.change", "series:S-2022-0001", **PRESSED[part])
    else:
        reply = await chat.says(AFTER[part][way == "en"])

    series = await series_in(desk)
    assert texts_of(reply) == ["series-changed"]
    assert (series.place, series.first_day, series.days_off) == {
        "place": ("Aulan", date(2022, 3, 22), DaysOff.SKIP),
        "begin": ("Sal B214", date(2022, 4, 5), DaysOff.SKIP),
        "daysoff": ("Sal B214", date(2022, 3, 22), DaysOff.MOVE),
    }[part]


@pytest.mark.parametrize("way", ["type", "press"])
async def test_days_off_that_are_moved_from_now_on_get_their_orders_and_skipped_ones_lose_them(
    chat_of: Chats, desk: Desk, way: str
) -> None:
    chat = chat_of("KON11")
    chat.at = EASTER
    await placed(chat, FRIDAYS)
    skipped = await open_days(desk)

    async def choose(typed: str, pressed: str) -> None:
        if way == "type":
            await chat.says(typed)
        else:
            inputs: dict[str, Any] = {"series-daysoff": pressed}
            await chat.presses("series.change", "series:S-2022-0001", **inputs)

    await choose("S-2022-0001: flytta till nästa vardag", "move")
    moved = await open_days(desk)
    await choose("hoppa över helgdagar", "skip")

    assert skipped == [date(2022, 4, 8)]
    assert moved == [date(2022, 4, 8), date(2022, 4, 19)]
    assert await open_days(desk) == skipped


@pytest.mark.parametrize(("language", "rule"), [("sv", "varje tisdag 08:00"), ("en", "every Tuesday 08:00")])
async def test_the_choice_of_a_service_shows_how_often_and_the_next_days(
    chat_of: Chats, language: str, rule: str
) -> None:
    chat = chat_of("KON11")
    async with chat.begin() as work:
        await work.people.set_language("KON11", language)
    draft_id = await _choice(chat)
    shown = await chat.says("i aulan")

    (card,) = await chat.reads(shown)
    assert views_of(shown) == [("choice", f"draft:{draft_id}")]
    assert rule in card
    for day in (22, 29):
        assert f"{day} mar" in card.lower()


async def _choice(chat: Chat) -> str:
    """Return the draft of a sentence that leaves the service open."""
    await chat.says(SOON)
    draft = await chat.focus()
    async with chat.begin() as work:
        before = await work.drafts.get(draft)
        await work.drafts.save(before.change(service=None, choices=("VAK-LAM", "LOK-FON")))
    return draft


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("hoppa över helgdagar", DaysOff.SKIP),
        ("inte på röda dagar", DaysOff.SKIP),
        ("not on public holidays", DaysOff.SKIP),
        ("skip days off", DaysOff.SKIP),
        ("hoppa över", DaysOff.SKIP),
        ("flytta till nästa arbetsdag", DaysOff.MOVE),
        ("move it to the next workday", DaysOff.MOVE),
        ("hoppa över nästa", None),
        ("flytta till fredag", None),
        ("inte i helgen nu utan på fredag", None),
    ],
)
def test_days_off_are_read(words: str, chosen: DaysOff | None) -> None:
    assert days_off_in(words) is chosen
