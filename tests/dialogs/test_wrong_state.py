"""What can't be done because of where a request or assignment stands: the refusal says how it stands."""

from collections.abc import Callable
from itertools import chain

import pytest

from actions.requests import cancel_request
from actions.standing import make_standing_ahead
from domain.assignments import AssignmentStatus
from domain.requests import RequestStatus
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import NOW, TODAY, the_person
from texts import LANGUAGES, say

Chats = Callable[[str], Chat]
STATUSES = sorted({each.value for each in chain(RequestStatus, AssignmentStatus)})


async def cancelled(desk: Desk) -> str:
    """Return the number of an order of KON11 that was cancelled."""
    request = await desk.order()
    await cancel_request(request.id, by=the_person("KON11"), catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    return request.id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", STATUSES)
def test_each_status_has_words_of_its_own(status: str, language: str) -> None:
    unknown = say("error-wrong-state", language, id="B-2022-0001", state="")

    said = say("error-wrong-state", language, id="B-2022-0001", state=status)

    assert said != unknown
    assert "B-2022-0001" in said


@pytest.mark.parametrize("words", ["ändra {number} till torsdag", "flytta {number} till torsdag kl 13"])
async def test_what_is_cancelled_can_not_be_changed_and_that_is_said(chat_of: Chats, desk: Desk, words: str) -> None:
    number, chat = await cancelled(desk), chat_of("KON11")

    reply = await chat.says(words.format(number=number))

    assert texts_of(reply) == ["error-wrong-state"]
    assert await chat.reads(reply) == [f"{number} är avbokad, så det går inte längre."]


async def test_who_approves_what_is_cancelled_is_told_that_it_is(chat_of: Chats, desk: Desk) -> None:
    number, chat = await cancelled(desk), chat_of("REK1")

    reply = await chat.says(f"godkänn {number}")

    assert f"{number} är avbokad, så det går inte längre." in await chat.reads(reply)


async def test_of_an_order_an_employee_is_told_its_number_and_not_that_of_the_assignment(
    chat_of: Chats, desk: Desk
) -> None:
    request, _ = await desk.under_way(to="SER3")
    chat = chat_of("SER3")

    reply = await chat.presses("assignment.decline", "assignment:U-2022-0001")

    assert f"{request.id} är påbörjat, så det går inte längre." in await chat.reads(reply)


async def test_standing_work_that_was_begun_is_named_by_its_own_number(chat_of: Chats, desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    async with desk.begin() as work:
        mine = [each for each in await work.assignments.live_of("SER10") if each.planned_start]
    today = next(each for each in mine if each.planned_start and each.planned_start.date() == TODAY)
    chat = chat_of("SER10")
    await chat.presses("assignment.start", f"assignment:{today.id}")

    reply = await chat_of("SAM1").says(f"ge {today.id} till Omar")

    assert await chat_of("SAM1").reads(reply) == [f"{today.id} är påbörjat, så det går inte längre."]


@pytest.mark.parametrize(
    "words",
    [
        "ändra {number} till torsdag och det är kallt i aulan",
        "Flytta {number} till torsdag. Det är kallt i aulan.",
        "move {number} to Thursday and it is cold in the hall",
    ],
)
@pytest.mark.parametrize("is_over", [False, True])
async def test_a_fault_beside_a_change_is_reported_whatever_becomes_of_the_change(
    chat_of: Chats, desk: Desk, *, words: str, is_over: bool
) -> None:
    number = await cancelled(desk) if is_over else (await desk.order()).id

    reply = await chat_of("KON11").says(words.format(number=number))

    assert ("error-wrong-state" if is_over else "request-changed") in texts_of(reply)
    async with desk.begin() as work:
        reported = await work.requests.get("F-2022-0001")
    assert (reported.object, reported.requester) == ("VARME", "KON11")


@pytest.mark.parametrize(
    "words",
    [
        "flytta {number} till torsdag, det är kallt i aulan",
        "ändra meddelandet för {number} till ta med nyckel och det är kallt i aulan",
    ],
)
async def test_why_something_is_changed_and_words_for_who_does_it_report_nothing(
    chat_of: Chats, desk: Desk, words: str
) -> None:
    number = (await desk.order()).id

    reply = await chat_of("KON11").says(words.format(number=number))

    assert texts_of(reply) == ["request-changed"]
    assert [each for each in views_of(reply) if each != ("request", f"request:{number}")] == []
