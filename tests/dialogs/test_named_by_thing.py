"""Work is taken, given and closed in the words of people who know no numbers, or no rules."""

from collections.abc import Callable

import pytest

from domain.requests import RequestStatus
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of

Chats = Callable[[str], Chat]
QUEUE = [("queue", "request:B-2022-0001")]


@pytest.mark.parametrize("words", ["jag tar lampan", "jag kan fixa lampan i B214", "I'll take the lamp"])
async def test_free_work_is_taken_by_its_thing_and_nothing_is_reported(chat_of: Chats, desk: Desk, words: str) -> None:
    await desk.order(place="Sal B214")
    await desk.order(service="FLY-INT")

    reply = await chat_of("SER1").says(words)

    assert views_of(reply) == [("assignment", "assignment:U-2022-0001")]
    assert (await desk.request("B-2022-0001")).status is RequestStatus.ASSIGNED


async def test_of_several_it_is_asked_which_and_the_number_takes_it(chat_of: Chats, desk: Desk) -> None:
    for place in ("Sal B214", "Aulan"):
        await desk.order(place=place)
    chat = chat_of("SER1")

    assert texts_of(await chat.says("jag tar lampan")) == ["which-request"]
    await chat.says("B-2022-0002")

    assert (await desk.request("B-2022-0002")).status is RequestStatus.ASSIGNED


async def test_what_is_not_there_is_taken_by_nobody(chat_of: Chats) -> None:
    assert texts_of(await chat_of("SER1").says("jag tar lampan")) == ["free-work-none"]


@pytest.mark.parametrize(
    "words", ["ge lampan till Omar", "tilldela lampan i B214 till Omar Lind", "give the lamp to Omar"]
)
async def test_a_coordinator_gives_by_the_thing(chat_of: Chats, desk: Desk, words: str) -> None:
    await desk.order(place="Sal B214")
    await desk.order(service="FLY-INT")

    await chat_of("SAM1").says(words)

    assert (await desk.assignment("U-2022-0001")).request == "B-2022-0001"
    assert (await desk.assignment("U-2022-0001")).person == "SER3"


@pytest.mark.parametrize("words", ["flytta B-2022-0001 till Omar", "byt den till Omar", "move B-2022-0001 to Omar"])
async def test_a_coordinator_moves_work_to_a_colleague(chat_of: Chats, desk: Desk, words: str) -> None:
    await desk.order(place="Sal B214")
    chat = chat_of("SAM1")
    await chat.says("ge B-2022-0001 till Leo")

    await chat.says(words)

    async with desk.begin() as work:
        given = await work.assignments.of_request("B-2022-0001")
    assert (given[-1].person, given[-1].status) == ("SER3", "accepted")


async def test_the_hours_of_what_was_just_done_are_put_right_in_a_word(chat_of: Chats, desk: Desk) -> None:
    await desk.under_way()
    chat = chat_of("SER1")
    await chat.says("klart på 20 min")

    assert texts_of(await chat.says("oj det tog 30 minuter")) == ["hours-corrected"]


async def test_an_employee_asks_the_requester_by_name_and_reports_nothing(chat_of: Chats, desk: Desk) -> None:
    await desk.under_way()

    assert texts_of(await chat_of("SER1").says("fråga Emil: vilken lampa är det?")) == ["waiting-asked"]


async def test_a_mere_question_of_an_employee_reports_nothing(chat_of: Chats, desk: Desk) -> None:
    await desk.under_way()
    chat = chat_of("SER1")

    (told,) = await chat.reads(await chat.says("vilken lampa är det?"))

    assert texts_of(await chat.says(told.partition("Skriv: ")[2])) == ["waiting-asked"]


async def test_the_same_fault_at_another_place_is_reported_too(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says("det är stopp på toan på plan 2")

    asked = await chat.says("det är samma fel på plan 1 också")
    if views_of(asked)[0][0] == "unsure":
        await chat.says("ja")

    second = await desk.request("F-2022-0002")
    assert (second.object, second.place) == ("AVLOPP", "plan 1")


async def test_things_that_go_to_a_place_are_given_to_nobody(chat_of: Chats) -> None:
    reply = await chat_of("SAM1").says("ge 30 stolar till aulan på Pilotverksamhet 1")

    assert [view for view, _ in views_of(reply)] == ["order"]


@pytest.mark.parametrize("words", ["vem kan ta B-2022-0001?", "who can do B-2022-0001"])
async def test_who_could_take_it_is_shown(chat_of: Chats, desk: Desk, words: str) -> None:
    await desk.order()

    assert views_of(await chat_of("SAM1").says(words)) == QUEUE


@pytest.mark.parametrize(
    "words", ["stäng ärende B-2022-0001", "B-2022-0001 är löst", "close B-2022-0001", "kan ni stänga B-2022-0001 tack"]
)
async def test_what_closes_a_request_is_told_and_nothing_is_ordered(chat_of: Chats, desk: Desk, words: str) -> None:
    await desk.order()

    reply = await chat_of("KON11").says(words)

    assert (texts_of(reply), views_of(reply)) == (["close-how"], [("request", "request:B-2022-0001")])
    assert (await desk.request("B-2022-0001")).status is RequestStatus.QUEUED


async def test_a_coordinator_is_told_how_to_note_that_a_party_is_done(chat_of: Chats, desk: Desk) -> None:
    issue = await desk.report("AVLOPP")
    chat = chat_of("SAM1")

    (told, _) = await chat.reads(await chat.says(f"stäng {issue.id}"))
    await chat.says(told.partition("Skriv: ")[2])

    assert (await desk.request(issue.id)).status is RequestStatus.DONE
    assert texts_of(await chat.says(f"stäng {issue.id}")) == ["close-is-done"]


async def test_who_does_the_work_finishes_it(chat_of: Chats, desk: Desk) -> None:
    await desk.under_way()

    await chat_of("SER1").says("stäng B-2022-0001")

    assert (await desk.request("B-2022-0001")).status is RequestStatus.DONE
