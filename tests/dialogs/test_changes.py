"""Changing a request after it was made: by the fields of its card and in a sentence, with the same result."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from domain.requests import RequestStatus
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import the_person

Chats = Callable[[str], Chat]
ONE, SUBJECT = "B-2022-0001", "request:B-2022-0001"
FRIDAY_AT_ONE = datetime(2022, 3, 18, 12, 0, tzinfo=UTC)
THURSDAY_AT_TEN = datetime(2022, 3, 17, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "words",
    [
        None,
        "flytta B-2022-0001 till fredag kl 13",
        "Kan du flytta B-2022-0001 till fredag kl. 13?",
        "flytta beställningen till fredag kl 13",
        "flytta fönsterputsningen till fredag kl 13",
        "ändra tiden till fredag kl 13",
        "boka om den till fredag kl 13",
        "move B-2022-0001 to Friday 1 pm",
        "could you move my order to Friday at 13:00",
        "change the time to Friday 13:00",
    ],
)
async def test_a_press_and_a_word_move_alike(chat_of: Chats, desk: Desk, words: str | None) -> None:
    await desk.order(service="LOK-FON", wanted_kind="at", wanted_start=THURSDAY_AT_TEN)
    chat = chat_of("KON11")

    if words is None:
        reply = await chat.presses("request.change", SUBJECT, date="2022-03-18", time="13:00")
    else:
        reply = await chat.says(words)

    request = await desk.request(ONE)
    assert (request.wanted_start, request.wanted_end) == (FRIDAY_AT_ONE, None)
    assert texts_of(reply) == ["request-changed"]
    assert (words is None) == (views_of(reply) == [])


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("flytta B-2022-0001 till fredag", datetime(2022, 3, 18, 9, 0, tzinfo=UTC)),
        ("flytta B-2022-0001 till kl 14:30", datetime(2022, 3, 17, 13, 30, tzinfo=UTC)),
        ("change the time of B-2022-0001 to 14:30", datetime(2022, 3, 17, 13, 30, tzinfo=UTC)),
    ],
)
async def test_a_day_keeps_the_time_of_day_and_a_time_of_day_the_day(
    chat_of: Chats, desk: Desk, words: str, wanted: datetime
) -> None:
    await desk.order(wanted_kind="at", wanted_start=THURSDAY_AT_TEN)

    await chat_of("KON11").says(words)

    assert (await desk.request(ONE)).wanted_start == wanted


@pytest.mark.parametrize(
    "words",
    [None, "ändra platsen till matsalen", "byt plats för B-2022-0001 till matsalen", "change the place to Matsalen"],
)
async def test_a_press_and_a_word_change_the_place_alike(chat_of: Chats, desk: Desk, words: str | None) -> None:
    await desk.order(place="Sal B214")
    chat = chat_of("KON11")

    if words is None:
        await chat.presses("request.change", SUBJECT, place="Matsalen")
    else:
        await chat.says(words)

    assert (await desk.request(ONE)).place == "Matsalen"


@pytest.mark.parametrize(
    "words", [None, "ändra timmarna till 3", "ändra timmarna för B-2022-0001 till 3", "change the hours to 3"]
)
async def test_a_press_and_a_word_change_the_hours_alike(chat_of: Chats, desk: Desk, words: str | None) -> None:
    await desk.order()
    chat = chat_of("KON11")

    if words is None:
        await chat.presses("request.change", SUBJECT, hours="3")
    else:
        await chat.says(words)

    assert (await desk.request(ONE)).hours == Decimal(3)


@pytest.mark.parametrize("words", ["ändra meddelandet till Ring först", "change the note of B-2022-0001 to Ring först"])
async def test_a_note_is_kept_as_written(chat_of: Chats, desk: Desk, words: str) -> None:
    await desk.order()

    await chat_of("KON11").says(words)

    assert (await desk.request(ONE)).note == "Ring först"


async def test_two_parts_are_changed_in_one_sentence(chat_of: Chats, desk: Desk) -> None:
    await desk.order(place="Sal B214", wanted_kind="at", wanted_start=THURSDAY_AT_TEN)

    await chat_of("KON11").says("ändra platsen till matsalen och tiden till fredag kl 13")

    request = await desk.request(ONE)
    assert (request.place, request.wanted_start) == ("Matsalen", FRIDAY_AT_ONE)


async def test_furniture_that_is_to_be_moved_is_ordered_and_changes_nothing(chat_of: Chats, desk: Desk) -> None:
    await desk.order(wanted_kind="at", wanted_start=THURSDAY_AT_TEN)

    await chat_of("KON11").says("flytta bänkarna till aulan på fredag")

    assert (await desk.request(ONE)).wanted_start == THURSDAY_AT_TEN


@pytest.mark.parametrize(
    "words",
    [
        "byt lampan i rummet till fredag",
        "sätt upp hyllor i sal B214 till fredag",
        "change the light in the room to a brighter one",
        "byt till engelska",
    ],
)
async def test_what_is_no_change_of_a_request_changes_none(chat_of: Chats, desk: Desk, words: str) -> None:
    before = await desk.order(place="Sal B214", wanted_kind="at", wanted_start=THURSDAY_AT_TEN)

    await chat_of("KON11").says(words)

    assert await desk.request(ONE) == before


async def test_a_draft_in_focus_is_changed_and_not_the_order_beside_it(chat_of: Chats, desk: Desk) -> None:
    await desk.order(place="Sal B214")
    chat = chat_of("KON11")
    await chat.says("byt lampan i sal C3 på torsdag")

    await chat.says("ändra platsen till matsalen")

    assert (await desk.request(ONE)).place == "Sal B214"


@pytest.mark.parametrize("words", ["ändra B-2022-0001 till något annat", "flytta B-2022-0001 till sen"])
async def test_a_change_that_is_not_understood_is_asked_about(chat_of: Chats, desk: Desk, words: str) -> None:
    before = await desk.order()

    reply = await chat_of("KON11").says(words)

    assert texts_of(reply) in (["change-what"], ["error-bad-input"])
    assert await desk.request(ONE) == before


async def test_with_several_the_number_is_asked_for_and_answers(chat_of: Chats, desk: Desk) -> None:
    await desk.order()
    await desk.order()
    chat = chat_of("KON11")

    assert texts_of(await chat.says("ändra platsen till matsalen")) == ["which-request"]
    await chat.says("B-2022-0002")

    assert [(await desk.request(f"B-2022-000{n}")).place for n in (1, 2)] == [None, "Matsalen"]


async def test_with_none_it_is_said(chat_of: Chats) -> None:
    assert texts_of(await chat_of("KON11").says("ändra platsen till matsalen")) == ["nothing-to-change"]


async def test_a_cost_above_the_limit_is_told_with_who_has_to_approve_it(chat_of: Chats, desk: Desk) -> None:
    await desk.order(service="LOK-FON", hours=Decimal(12))

    reply = await chat_of("KON11").says("ändra timmarna till 18")

    assert texts_of(reply) == ["request-changed-approval"]
    assert "2 580 kr" in (await chat_of("KON11").reads(reply))[0].replace("\u00a0", " ")
    assert (await desk.request(ONE)).status is RequestStatus.AWAITING_APPROVAL


async def test_what_was_changed_is_told_in_plain_words_in_the_story(chat_of: Chats, desk: Desk) -> None:
    await desk.order(place="Sal B214", wanted_kind="at", wanted_start=THURSDAY_AT_TEN)
    chat = chat_of("KON11")

    reply = await chat.says("ändra platsen till matsalen och tiden till fredag kl 13")

    (_, card) = await chat.reads(reply)
    assert "Platsen ändrad från Sal B214 till Matsalen" in card
    assert "Tiden ändrad från torsdag 17 mars 10:00 till fredag 18 mars 13:00" in card


async def test_whoever_has_it_reads_what_was_changed_and_by_whom(chat_of: Chats, desk: Desk) -> None:
    order = await desk.order()
    await desk.offer(order, "SER1", by=the_person("SAM1"))
    await chat_of("KON11").says("flytta B-2022-0001 till fredag kl 13")

    async with desk.begin() as work:
        owed = [each for each in await work.outbox.list_notices() if each.kind == "request.changed"]
    (read,) = [await chat_of("SER1")._worded(each.message) for each in owed if each.recipient == "SER1"]

    assert f"{the_person('KON11').name} har ändrat tiden" in read
    assert "fredag 18 mars 13:00" in read


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ("nej, på fredag kl 13", ("wanted_start", FRIDAY_AT_ONE)),
        ("kan ni komma på fredag kl 13 i stället?", ("wanted_start", FRIDAY_AT_ONE)),
        ("actually it should be on Friday at 13:00", ("wanted_start", FRIDAY_AT_ONE)),
        ("egentligen är det rum 14, jag skrev fel", ("place", "rum 14")),
        ("make it 40 windows", ("count", 40)),
    ],
)
async def test_what_was_just_ordered_is_put_right_without_its_number(
    chat_of: Chats, desk: Desk, words: str, changed: tuple[str, object]
) -> None:
    await desk.order(service="LOK-FON", wanted_kind="at", wanted_start=THURSDAY_AT_TEN)
    chat = chat_of("KON11")
    await chat.says(ONE)

    reply = await chat.says(words)

    assert texts_of(reply) == ["request-changed"]
    assert getattr(await desk.request(ONE), changed[0]) == changed[1]


@pytest.mark.parametrize("words", ["nej, golvvård på fredag", "nej", "nej, tack"])
async def test_another_wish_leaves_what_was_just_ordered_alone(chat_of: Chats, desk: Desk, words: str) -> None:
    before = await desk.order(service="LOK-FON", wanted_kind="at", wanted_start=THURSDAY_AT_TEN)
    chat = chat_of("KON11")
    await chat.says(ONE)

    await chat.says(words)

    assert (await desk.request(ONE)).wanted_start == before.wanted_start
