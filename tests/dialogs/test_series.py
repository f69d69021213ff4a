"""Orders that recur, by press and by word, in both languages, with the same result."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from actions.series import make_orders_ahead
from dialogs.turn import Reply, show
from domain.requests import RequestStatus, ServiceRequest
from domain.series import DaysOff, OrderSeries, SeriesStatus
from domain.worktime import local_date
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.dialogs.conftest import Chats
from tests.dialogs.ways import speaking

S = RequestStatus
SWEDISH = "fönsterputs i matsalen varannan tisdag kl 7 från v. 34 till jul"
ENGLISH = "window cleaning in the canteen every other Tuesday at 7 from week 34 until Christmas"
SOON = "byt lysrör i B214 varje tisdag kl 8"
SOON_IN_ENGLISH = "replace the light in B214 every Tuesday at 8"


async def series_in(desk: Desk) -> OrderSeries:
    async with desk.begin() as work:
        return await work.series.get("S-2022-0001")


async def orders_in(desk: Desk) -> list[ServiceRequest]:
    async with desk.begin() as work:
        return list(await work.requests.of_series("S-2022-0001"))


async def placed(chat: Chat, sentence: str = SOON) -> Reply:
    await chat.says(sentence)
    return await chat.presses("order.place", f"draft:{await chat.focus()}")


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        ("sv", SWEDISH, "varannan tisdag 07:00 från 23 augusti till 24 december, inte på helgdagar"),
        ("en", ENGLISH, "every other Tuesday 07:00 from 23 August to 24 December, not on days off"),
    ],
)
async def test_the_card_says_the_rule_the_next_dates_and_the_cost_each_time(
    chat_of: Chats, language: str, sentence: str, words: str
) -> None:
    chat = await speaking(chat_of("KON11"), language)

    (card,) = await chat.reads(await chat.says(sentence))

    assert words in card
    for day in ("23 august", "6 september", "20 september"):
        assert day in card.lower()
    assert ("Kostnad per gång: " if language == "sv" else "Cost each time: ") in card


@pytest.mark.parametrize("word", [None, "ja", "yes"])
@pytest.mark.parametrize("sentence", [SWEDISH, ENGLISH])
async def test_a_press_and_a_word_begin_the_same_series(
    chat_of: Chats, desk: Desk, sentence: str, word: str | None
) -> None:
    chat = chat_of("KON11")
    await chat.says(sentence)

    reply = await (chat.says(word) if word else chat.presses("order.place", f"draft:{await chat.focus()}"))

    series = await series_in(desk)
    assert (series.service, series.rrule, series.clock) == ("LOK-FON", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", time(7))
    assert (series.first_day, series.last_day) == (date(2022, 8, 23), date(2022, 12, 24))
    (order,) = await orders_in(desk)
    assert order.wanted_start == datetime(2022, 8, 23, 5, tzinfo=UTC)
    (card,) = await chat.reads(reply)
    assert "S-2022-0001" in card


@pytest.mark.parametrize("said", [None, "flytta till nästa vardag", "move to the next working day"])
async def test_days_off_are_moved_by_choice_and_by_word(chat_of: Chats, desk: Desk, said: str | None) -> None:
    chat = chat_of("KON11")
    await chat.says("byt lysrör i B214 varje fredag kl 8 från 8 april")

    if said is not None:
        await chat.says(said)
        await chat.says("ja")
    else:
        await chat.presses("order.place", f"draft:{await chat.focus()}", daysoff="move")

    series = await series_in(desk)
    assert series.days_off is DaysOff.MOVE


async def test_days_off_are_skipped_again_by_word(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says(SOON)

    await chat.says("flytta till nästa vardag")
    await chat.says("hoppa över")
    await chat.says("beställ")

    assert (await series_in(desk)).days_off is DaysOff.SKIP


async def test_another_time_or_day_keeps_it_recurring(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says(SOON)

    await chat.says("nej, på torsdag")
    await chat.says("nej, kl 9")
    await chat.says("ja")

    series = await series_in(desk)
    assert (series.rrule, series.clock, series.first_day.weekday()) == ("FREQ=WEEKLY;BYDAY=TH", time(9), 3)


@pytest.mark.parametrize(
    "said", [None, "avsluta den återkommande beställningen", "stop the recurring order", "avsluta S-2022-0001"]
)
async def test_the_whole_series_is_ended_by_press_and_by_word(chat_of: Chats, desk: Desk, said: str | None) -> None:
    chat = chat_of("KON11")
    await placed(chat)

    reply = await (chat.says(said) if said else chat.presses("series.end", "request:B-2022-0001"))

    assert texts_of(reply) == ["series-ended"]
    assert (await series_in(desk)).status is SeriesStatus.ENDED
    assert {each.status for each in await orders_in(desk)} == {S.CANCELLED}


@pytest.mark.parametrize("said", [None, "hoppa över nästa", "skip the next one"])
async def test_the_next_is_left_out_by_press_and_by_word(chat_of: Chats, desk: Desk, said: str | None) -> None:
    chat = chat_of("KON11")
    await placed(chat)

    reply = await (chat.says(said) if said else chat.presses("series.skip", "series:S-2022-0001"))

    assert texts_of(reply) == ["series-skipped"]
    assert [each.status for each in await orders_in(desk)] == [S.CANCELLED, S.QUEUED]


@pytest.mark.parametrize(
    ("said", "text", "is_second"),
    [
        ("hoppa över den 29 mars", "series-skipped-days", True),
        ("skip 29 March", "series-skipped-days", True),
        ("hoppa över tisdag den 5 april", "series-skipped-days", False),
        ("hoppa över vecka 14", "series-skipped-days", False),
        ("hoppa över den 30 mars", "series-not-on", False),
    ],
)
async def test_a_day_of_the_series_is_left_out_by_its_date(
    chat_of: Chats, desk: Desk, said: str, text: str, *, is_second: bool
) -> None:
    chat = chat_of("KON11")
    await placed(chat)

    assert texts_of(await chat.says(said)) == [text]

    await make_orders_ahead(begin=desk.begin, at=datetime(2022, 4, 1, 4, tzinfo=UTC))
    days = [local_date(each.wanted_start or each.created_at) for each in await orders_in(desk) if each.is_open]
    every = [date(2022, 3, 22), date(2022, 3, 29), date(2022, 4, 5), date(2022, 4, 12)]
    left_out = {True: 1, False: 2}[is_second] if text == "series-skipped-days" else None
    assert days == [day for nth, day in enumerate(every) if nth != left_out]


@pytest.mark.parametrize("said", ["vilka dagar hoppas över?", "which days are left out?"])
async def test_which_days_are_left_out_is_told_of_a_draft_and_of_a_series(chat_of: Chats, said: str) -> None:
    chat = chat_of("KON11")
    await chat.says(SOON)
    assert [view for view, _ in views_of(await chat.says(said))] == ["order"]

    await chat.presses("order.place", f"draft:{await chat.focus()}")
    assert [view for view, _ in views_of(await chat.says(said))] == ["series"]


async def test_single_days_are_left_out_of_what_is_ordered_and_of_no_draft(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says(SOON)

    reply = await chat.says("hoppa över påsk")

    assert texts_of(reply) == ["series-skip-later"]
    assert "varje tisdag 08:00" in (await chat.reads(reply))[1]


async def test_days_off_are_named_before_it_is_ordered_and_told_of_once_before_they_come(
    chat_of: Chats, desk: Desk
) -> None:
    chat = chat_of("KON11")

    (card,) = await chat.reads(await chat.says("byt lysrör i B214 varje fredag och måndag kl 8 till 1 maj"))
    assert "Hoppas över: fredag 15 april (långfredagen) och måndag 18 april (annandag påsk)" in card

    await chat.presses("order.place", f"draft:{await chat.focus()}")
    for day in (31, 32, 33):
        at = datetime(2022, 3, 1, 4, tzinfo=UTC) + timedelta(days=day - 1)
        await make_orders_ahead(begin=desk.begin, at=at)
    async with desk.begin() as work:
        (told,) = [each for each in await work.outbox.list_notices() if each.kind == "series.holidays"]
    assert (told.recipient, local_date(told.due)) == ("KON11", date(2022, 4, 1))


@pytest.mark.parametrize(
    "said", [None, "avboka tisdagens lampbyte", "cancel Tuesday's light replacement", "avboka B-2022-0001"]
)
async def test_one_of_the_series_is_cancelled_as_any_order(chat_of: Chats, desk: Desk, said: str | None) -> None:
    chat = chat_of("KON11")
    await placed(chat)

    await (chat.says(said) if said else chat.presses("request.cancel", "request:B-2022-0001"))

    assert [each.status for each in await orders_in(desk)] == [S.CANCELLED, S.QUEUED]
    assert (await series_in(desk)).is_active


@pytest.mark.parametrize("said", [None, "ändra alla i S-2022-0001 till kl 10", "change all of S-2022-0001 to 10 am"])
async def test_the_time_of_all_is_changed_by_press_and_by_word(chat_of: Chats, desk: Desk, said: str | None) -> None:
    chat = chat_of("KON11")
    await placed(chat)

    inputs: dict[str, Any] = {"series-time": "10:00"}
    reply = await (chat.says(said) if said else chat.presses("series.change", "request:B-2022-0001", **inputs))

    assert texts_of(reply) == ["series-changed"]
    assert [each.wanted_start for each in await orders_in(desk)] == [
        datetime(2022, 3, 22, 9, tzinfo=UTC),
        datetime(2022, 3, 29, 8, tzinfo=UTC),
    ]


async def test_the_place_day_and_hours_are_changed_from_the_pressed_one_on(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await placed(chat)

    inputs: dict[str, Any] = {"series-date": "2022-03-31", "series-place": "Aulan", "series-hours": "1.5"}
    await chat.presses("series.change", "request:B-2022-0002", **inputs)

    first, second = await orders_in(desk)
    assert (first.place, second.place, second.hours) == ("Sal B214", "Aulan", Decimal("1.50"))
    assert local_date(second.wanted_start or second.created_at) == date(2022, 3, 31)


@pytest.mark.parametrize("said", ["mina återkommande beställningar", "my recurring orders", "visa S-2022-0001"])
async def test_my_recurring_orders_are_shown(chat_of: Chats, said: str) -> None:
    chat = chat_of("KON11")
    await placed(chat)

    reply = await chat.says(said)

    assert views_of(reply) == [("series", "series:S-2022-0001")]
    (card,) = await chat.reads(reply)
    assert "varje tisdag 08:00 från 22 mars, inte på helgdagar" in card


async def test_without_any_it_says_so_and_of_two_it_asks_which(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")

    none = await chat.says("mina återkommande beställningar")
    await placed(chat)
    await placed(chat, "fönsterputs i aulan varje torsdag kl 9")
    await chat.says("hjälp")
    async with chat.begin() as work:
        await work.conversations.save_state(chat.conversation, {})
    asked = await chat.says("avsluta den återkommande beställningen")
    ended = await chat.says("S-2022-0001")

    assert [texts_of(each) for each in (none, asked, ended)] == [["series-none"], ["which-series"], ["series-ended"]]
    assert (await series_in(desk)).status is SeriesStatus.ENDED


async def test_a_rule_whose_days_are_all_days_off_can_only_be_moved(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")

    (card,) = await chat.reads(await chat.says("byt lysrör i B214 varje lördag kl 8"))
    await chat.says("flytta till nästa vardag")
    await chat.says("ja")

    assert "Alla dagar är helgdagar" in card
    order = (await orders_in(desk))[0]
    assert local_date(order.wanted_start or order.created_at).weekday() == 0


async def test_somebody_else_sees_and_changes_nothing(chat_of: Chats) -> None:
    await placed(chat_of("KON11"))
    stranger = chat_of("KON21")

    for said in ("visa S-2022-0001", "avsluta S-2022-0001"):
        assert texts_of(await stranger.says(said)) == ["error-not-found"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "Byte av ljuskälla tisdag 5 april i S-2022-0001 blev inte beställd: dagen hann passera."),
        ("en", "Light source replacement Tuesday 5 April in S-2022-0001 was not ordered: the day had passed."),
    ],
)
async def test_what_could_not_be_ordered_is_told_in_words(
    chat_of: Chats, desk: Desk, language: str, words: str
) -> None:
    chat = await speaking(chat_of("KON11"), language)
    await placed(chat)
    chat.at = datetime(2022, 4, 12, 4, tzinfo=UTC)

    await make_orders_ahead(begin=desk.begin, at=chat.at)

    async with desk.begin() as work:
        (told,) = [each for each in await work.outbox.list_notices() if each.kind == "series.refused"]
    assert await chat.reads(Reply(messages=(told.message,))) == [words]


async def test_the_principal_reads_that_the_series_is_approved_with_its_first_order(chat_of: Chats) -> None:
    await placed(chat_of("KON11"), "mötesservice i aulan varje tisdag kl 13")
    principal = chat_of("REK1")

    (card,) = await principal.reads(Reply(messages=(show("approval", "request:B-2022-0001"),)))

    assert "varje tisdag 13:00" in card


@pytest.mark.parametrize("said", ["byt lysrör återkommande varje tisdag", "fönsterputs återkommande varje tisdag"])
async def test_to_order_something_recurring_begins_an_order(chat_of: Chats, said: str) -> None:
    ((view, _),) = views_of(await chat_of("KON11").says(said))

    assert view == "order"
