"""How often an order recurs is said otherwise of what was shown, and a series is stopped by a word."""

from collections.abc import Callable

import pytest

from domain.series import SeriesStatus
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of

Chats = Callable[[str], Chat]
WEEKDAYS = "vattna växterna i aulan varje vardag kl 8"
WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


@pytest.mark.parametrize(
    ("words", "rrule", "starts"),
    [
        ("bara måndagar och torsdagar räcker", "FREQ=WEEKLY;BYDAY=MO,TH", "03-17 07:00"),
        ("hoppa över fredagarna", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", "03-16 07:00"),
        ("inte på fredagar", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", "03-16 07:00"),
        ("varje vecka räcker", "FREQ=WEEKLY;BYDAY=WE", "03-16 07:00"),
        ("en gång i veckan räcker", "FREQ=WEEKLY;BYDAY=WE", "03-16 07:00"),
        ("varannan vecka räcker", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR", "03-16 07:00"),
        ("en gång i månaden räcker", "FREQ=MONTHLY", "03-16 07:00"),
        ("nej, varje dag", "FREQ=DAILY", "03-16 07:00"),
        ("varannan torsdag istället", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "03-17 07:00"),
        ("måndag och onsdag blir bättre", "FREQ=WEEKLY;BYDAY=MO,WE", "03-16 07:00"),
        ("på tisdagar kl 9 istället", "FREQ=WEEKLY;BYDAY=TU", "03-22 08:00"),
        ("bara varannan", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR", "03-16 07:00"),
        ("ja men bara tisdag o torsdag", "FREQ=WEEKLY;BYDAY=TU,TH", "03-17 07:00"),
        ("only Mondays", "FREQ=WEEKLY;BYDAY=MO", "03-21 07:00"),
        ("just Mondays and Thursdays please", "FREQ=WEEKLY;BYDAY=MO,TH", "03-17 07:00"),
        ("skip the Fridays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", "03-16 07:00"),
        ("every other week is enough", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR", "03-16 07:00"),
        ("once a week will do", "FREQ=WEEKLY;BYDAY=WE", "03-16 07:00"),
    ],
)
async def test_how_often_is_changed_on_the_draft_and_the_time_of_day_stays(
    chat_of: Chats, words: str, rrule: str, starts: str
) -> None:
    chat = chat_of("KON11")
    await chat.says(WEEKDAYS)
    before = await chat.draft()

    shown = await chat.says(words)

    after = await chat.draft()
    assert [view for view, _ in views_of(shown)] == ["order"]
    assert (after.id, after.service, after.rrule) == (before.id, before.service, rrule)
    assert f"{after.wanted_start:%m-%d %H:%M}" == starts


async def test_several_changes_follow_each_other(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says(WEEKDAYS)

    for words in ("bara måndagar och torsdagar", "hoppa över torsdagarna", "varannan vecka räcker"):
        await chat.says(words)

    assert (await chat.draft()).rrule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"


async def test_where_no_day_would_be_left_the_days_are_asked_for(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says("vattna växterna i aulan varje fredag")

    assert texts_of(await chat.says("hoppa över fredagarna")) == ["series-no-day-left"]
    assert (await chat.draft()).rrule == "FREQ=WEEKLY;BYDAY=FR"


@pytest.mark.parametrize(
    "words", ["putsa fönster i matsalen på måndagar", "hoppa över helgdagar", "från 5 april", "nej, kl 9"]
)
async def test_what_says_something_else_too_is_no_mere_rule(chat_of: Chats, words: str) -> None:
    chat = chat_of("KON11")
    await chat.says(WEEKDAYS)
    watering = await chat.focus()

    await chat.says(words)

    async with chat.begin() as work:
        assert (await work.drafts.get(watering)).rrule == WORKDAYS


@pytest.mark.parametrize(
    ("words", "rrule"),
    [
        ("bara måndagar", "FREQ=WEEKLY;BYDAY=MO"),
        ("hoppa över fredagarna", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"),
        ("en gång i veckan räcker", "FREQ=WEEKLY;BYDAY=WE"),
        ("kan vi byta till onsdagar istället?", "FREQ=WEEKLY;BYDAY=WE"),
        ("ändra serien till tisdagar och torsdagar", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("ändra S-2022-0001 till fredagar kl 10", "FREQ=WEEKLY;BYDAY=FR"),
        ("ändra vattningen till varannan vecka", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR"),
        ("change it to Wednesdays", "FREQ=WEEKLY;BYDAY=WE"),
        ("only Mondays", "FREQ=WEEKLY;BYDAY=MO"),
    ],
)
async def test_a_series_gets_other_days_in_words(chat_of: Chats, desk: Desk, words: str, rrule: str) -> None:
    chat = chat_of("KON11")
    await chat.says(WEEKDAYS)
    await chat.says("ja")

    reply = await chat.says(words)

    assert texts_of(reply) == ["series-changed"]
    assert views_of(reply) == [("series", "series:S-2022-0001")]
    async with desk.begin() as work:
        series = await work.series.get("S-2022-0001")
    assert series.rrule == rrule
    assert f"{series.clock:%H}" == ("10" if "10" in words else "08")


async def test_a_series_that_would_have_no_day_left_stays(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says(WEEKDAYS)
    await chat.says("ja")

    left = await chat.says("hoppa över måndagar, tisdagar, onsdagar, torsdagar och fredagar")
    weekend = await chat.says("bara lördagar")

    assert texts_of(left) == ["series-no-day-left-of"]
    assert texts_of(weekend) == ["error-bad-input"]
    async with desk.begin() as work:
        assert (await work.series.get("S-2022-0001")).rrule == WORKDAYS


@pytest.mark.parametrize("words", ["stop it", "sluta med det", "please stop", "sluta"])
async def test_after_one_of_its_orders_it_is_asked_whether_the_series_is_to_stop(
    chat_of: Chats, desk: Desk, words: str
) -> None:
    chat = chat_of("KON11")
    await chat.says(WEEKDAYS)
    await chat.says("ja")

    asked = await chat.says(words)
    async with desk.begin() as work:
        waits = (await work.series.get("S-2022-0001")).status
    said = await chat.says("ja")

    assert (texts_of(asked), texts_of(said)) == (["series-end-all"], ["series-ended"])
    async with desk.begin() as work:
        assert (waits, (await work.series.get("S-2022-0001")).status) == (SeriesStatus.ACTIVE, SeriesStatus.ENDED)


async def test_the_next_time_alone_can_be_left_out_when_that_was_asked(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says(WEEKDAYS)
    await chat.says("ja")
    await chat.says("sluta med det")

    assert texts_of(await chat.says("hoppa över nästa")) == ["series-skipped"]
    async with desk.begin() as work:
        assert (await work.series.get("S-2022-0001")).status is SeriesStatus.ACTIVE


@pytest.mark.parametrize("words", ["stop it", "sluta med det"])
async def test_a_series_that_was_shown_is_stopped(chat_of: Chats, words: str) -> None:
    chat = chat_of("KON11")
    await chat.says(WEEKDAYS)
    await chat.says("ja")
    await chat.says("mina återkommande")

    assert texts_of(await chat.says(words)) == ["series-ended"]


@pytest.mark.parametrize("words", ["stop it", "sluta med det"])
async def test_where_nothing_can_be_stopped_no_drain_is_blocked(chat_of: Chats, words: str) -> None:
    assert texts_of(await chat_of("KON11").says(words)) == ["nothing-to-cancel"]
