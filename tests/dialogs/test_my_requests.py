"""What people say about their requests: by number, by what it was, or by what was just spoken of."""

from collections.abc import Callable

import pytest

from domain.requests import RequestStatus
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of

Chats = Callable[[str], Chat]
S = RequestStatus


@pytest.mark.parametrize("words", ["mina ärenden", "my requests", "hur går det?"])
async def test_ones_requests_are_listed(chat_of: Chats, desk: Desk, words: str) -> None:
    await desk.order()
    chat = chat_of("KON11")

    reply = await chat.says(words)

    assert views_of(reply) == [("requests", None)]
    assert "B-2022-0001" in (await chat.reads(reply))[0]


async def test_one_is_shown_by_its_number_and_another_units_is_not_found(chat_of: Chats, desk: Desk) -> None:
    await desk.order()

    assert views_of(await chat_of("KON11").says("status B-2022-0001")) == [("request", "request:B-2022-0001")]
    assert texts_of(await chat_of("KON21").says("status B-2022-0001")) == ["error-request-not-found"]


@pytest.mark.parametrize("words", ["B-2022-0001", "status B-2022-0001", "how is B-2022-0001 going?"])
async def test_who_has_the_work_of_a_number_is_shown_the_work_with_its_buttons(
    chat_of: Chats, desk: Desk, words: str
) -> None:
    _, started = await desk.under_way(to="SER3")

    assert views_of(await chat_of("SER3").says(words)) == [("assignment", f"assignment:{started.id}")]
    assert views_of(await chat_of("KON11").says(words)) == [("request", "request:B-2022-0001")]


async def test_who_no_longer_has_the_work_of_a_number_is_shown_the_request(chat_of: Chats, desk: Desk) -> None:
    _, started = await desk.under_way(to="SER3")
    await chat_of("SER3").presses("assignment.done", f"assignment:{started.id}", hours="0,5")

    assert views_of(await chat_of("SER3").says("B-2022-0001")) == [("request", "request:B-2022-0001")]


@pytest.mark.parametrize("words", [None, "avboka B-2022-0001", "cancel B-2022-0001", "avboka lampan"])
async def test_a_press_and_a_word_cancel_alike(chat_of: Chats, desk: Desk, words: str | None) -> None:
    await desk.order()
    await desk.order(service="LOK-FON")
    chat = chat_of("KON11")

    reply = await chat.presses("request.cancel", "request:B-2022-0001") if words is None else await chat.says(words)

    assert (await desk.request("B-2022-0001")).status is S.CANCELLED
    assert (await desk.request("B-2022-0002")).status is S.QUEUED
    assert await chat.reads(reply) or words is None


@pytest.mark.parametrize("words", ["avboka fönsterputsningen", "avboka fredagens beställning"])
async def test_what_was_not_meant_is_never_cancelled_instead(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("KON11")
    await chat.says("byt lampan i sal B214 på torsdag")
    await chat.says("ja")

    reply = await chat.says(words)

    assert texts_of(reply) == ["which-request"]
    assert "B-2022-0001" in (await chat.reads(reply))[0]
    assert (await desk.request("B-2022-0001")).status is S.QUEUED


async def test_a_day_that_is_named_finds_its_order(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    for day in ("torsdag", "fredag"):
        await chat.says(f"byt lampan i sal B214 på {day}")
        await chat.says("ja")

    await chat.says("avboka fredagens beställning")

    assert [(await desk.request(f"B-2022-000{n}")).status for n in (1, 2)] == [S.QUEUED, S.CANCELLED]


async def test_a_cancellation_is_about_the_request_and_not_the_draft_beside_it(chat_of: Chats, desk: Desk) -> None:
    await desk.order(service="LOK-FON")
    chat = chat_of("KON11")
    await chat.says("byt lampan i sal B214 på torsdag")

    await chat.says("avboka fönsterputsningen")

    assert (await desk.request("B-2022-0001")).status is S.CANCELLED


async def test_with_several_the_number_is_asked_for_and_with_none_it_is_said(chat_of: Chats, desk: Desk) -> None:
    await desk.order()
    await desk.order()

    assert texts_of(await chat_of("KON11").says("avboka")) == ["which-request"]
    assert texts_of(await chat_of("KON12").says("avboka")) == ["nothing-to-cancel"]


async def test_the_number_alone_answers_the_question_for_it(chat_of: Chats, desk: Desk) -> None:
    await desk.order()
    await desk.order()
    chat = chat_of("KON11")
    await chat.says("avboka")

    reply = await chat.says("B-2022-0002")

    assert texts_of(reply) == ["request-cancelled"]
    assert [(await desk.request(f"B-2022-000{n}")).status for n in (1, 2)] == [S.QUEUED, S.CANCELLED]
    assert views_of(await chat.says("B-2022-0001")) == [("request", "request:B-2022-0001")]


async def test_what_has_begun_is_refused_with_why(chat_of: Chats, desk: Desk) -> None:
    await desk.under_way()

    reply = await chat_of("KON11").says("avboka B-2022-0001")

    assert texts_of(reply) == ["error-wrong-state"]


@pytest.mark.parametrize("words", [None, "4 mycket bra", "4, mycket bra", "betyg 4", "rate 4"])
async def test_a_press_and_a_word_rate_alike(chat_of: Chats, desk: Desk, words: str | None) -> None:
    await desk.done()
    chat = chat_of("KON11")

    if words is None:
        reply = await chat.presses("request.rate", "request:B-2022-0001", rating="4", comment="mycket bra")
    else:
        reply = await chat.says(words)

    assert texts_of(reply) == ["rating-thanks"]
    assert (await desk.request("B-2022-0001")).rating == 4
    assert (await desk.story("request:B-2022-0001"))[-1] == "rated"


async def test_a_mark_without_a_number_is_for_the_one_that_has_none(chat_of: Chats, desk: Desk) -> None:
    await desk.done()
    await desk.done()
    chat = chat_of("KON11")
    await chat.presses("request.rate", "request:B-2022-0001", rating="5")

    await chat.says("betyg 3")

    assert [(await desk.request(f"B-2022-000{n}")).rating for n in (1, 2)] == [5, 3]


@pytest.mark.parametrize("rating", ["0", "6", "fyra", "", "4.5"])
async def test_a_mark_that_is_none_is_refused(chat_of: Chats, desk: Desk, rating: str) -> None:
    await desk.done()

    reply = await chat_of("KON11").presses("request.rate", "request:B-2022-0001", rating=rating)

    assert texts_of(reply) == ["error-bad-input"]


@pytest.mark.parametrize("words", [None, "öppna igen", "reopen"])
async def test_a_press_and_a_word_reopen_alike(chat_of: Chats, desk: Desk, words: str | None) -> None:
    await desk.done()
    chat = chat_of("KON11")

    if words is None:
        await chat.presses("request.reopen", "request:B-2022-0001", comment="blinkar igen")
    else:
        await chat.says(words)

    assert (await desk.request("B-2022-0001")).status is S.QUEUED


async def test_a_comment_is_kept_and_an_empty_one_refused(chat_of: Chats, desk: Desk) -> None:
    await desk.order()
    chat = chat_of("KON11")

    assert texts_of(await chat.presses("request.comment", "request:B-2022-0001", comment="hej")) == ["comment-kept"]
    assert texts_of(await chat.presses("request.comment", "request:B-2022-0001", comment=" ")) == ["error-bad-input"]
    assert (await desk.events("request:B-2022-0001"))[-1].reason == "hej"


@pytest.mark.parametrize("words", [None, "godkänn", "ja", "jag godkänner B-2022-0001", "approve", "yes"])
async def test_a_principal_approves_by_press_and_by_word(chat_of: Chats, desk: Desk, words: str | None) -> None:
    await desk.order(service="NYC-KOR")
    chat = chat_of("REK1")

    if words is None:
        await chat.presses("request.approve", "request:B-2022-0001")
    else:
        assert texts_of(await chat.says(words)) == ["request-approved"]

    order = await desk.request("B-2022-0001")
    assert (order.status, order.approved_by) == (S.QUEUED, "REK1")


@pytest.mark.parametrize("words", [None, "avslå", "nej", "avslå B-2022-0001", "reject", "no"])
async def test_a_principal_says_no_by_press_and_by_word(chat_of: Chats, desk: Desk, words: str | None) -> None:
    await desk.order(service="NYC-KOR")
    chat = chat_of("REK1")

    if words is None:
        await chat.presses("request.reject", "request:B-2022-0001", reason="för dyrt")
    else:
        assert texts_of(await chat.says(words)) == ["request-rejected"]

    assert (await desk.request("B-2022-0001")).status is S.REJECTED
    assert ("request.rejected", "KON11") in await desk.owed()


async def test_an_explicit_approval_is_not_taken_for_the_draft_beside_it(chat_of: Chats, desk: Desk) -> None:
    await desk.order(service="NYC-KOR")
    chat = chat_of("REK1")
    await chat.says("byt lampan i sal B214 på torsdag")

    await chat.says("godkänn")

    assert (await desk.request("B-2022-0001")).approved_by == "REK1"
    async with desk.begin() as work:
        assert len(await work.requests.all()) == 1


async def test_with_two_waiting_the_principal_is_asked_which_and_with_none_told(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("REK1")
    assert texts_of(await chat.says("godkänn")) == ["nothing-to-approve"]
    await desk.order(service="NYC-KOR")
    await desk.order(service="NYC-KOR")

    assert texts_of(await chat.says("godkänn")) == ["which-request"]


async def test_a_requester_approves_nothing(chat_of: Chats, desk: Desk) -> None:
    await desk.order(service="NYC-KOR")

    reply = await chat_of("KON12").presses("request.approve", "request:B-2022-0001")

    assert texts_of(reply) == ["error-not-allowed"]
    assert texts_of(await chat_of("KON12").says("godkänn B-2022-0001")) == ["nothing-to-answer"]
    assert (await desk.request("B-2022-0001")).status is S.AWAITING_APPROVAL


async def test_why_somebody_says_no_stands_without_the_command(chat_of: Chats, desk: Desk) -> None:
    await desk.order(service="SAN-KLO")

    await chat_of("REK1").says("avslå för dyrt")

    async with desk.begin() as work:
        assert (await work.events.of_subject("request:B-2022-0001"))[-1].reason == "för dyrt"


async def test_why_a_request_is_opened_again_is_kept_and_told(chat_of: Chats, desk: Desk) -> None:
    await desk.done()
    chat = chat_of("KON11")

    await chat.says("B-2022-0001 öppna igen, det blinkar")

    shown = await chat.says("status B-2022-0001")
    assert "”det blinkar”" in (await chat.reads(shown))[0]


@pytest.mark.parametrize("words", ["betyg 6", "betyg 0", "rating 7"])
async def test_a_said_mark_that_is_none_is_refused(chat_of: Chats, desk: Desk, words: str) -> None:
    await desk.done()
    chat = chat_of("KON11")

    reply = await chat.says(words)

    assert texts_of(reply) == ["error-bad-input"]
    assert (await desk.request("B-2022-0001")).rating is None


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("och kan du skriva att de ska ringa på klockan", "de ska ringa på klockan"),
        ("lägg till: ta med trasor", "ta med trasor"),
        ("please tell them the door is locked", "the door is locked"),
    ],
)
async def test_what_is_to_be_added_to_the_request_just_seen_is_a_comment(
    chat_of: Chats, desk: Desk, words: str, kept: str
) -> None:
    await desk.order()
    chat = chat_of("KON11")
    await chat.says("B-2022-0001")

    assert texts_of(await chat.says(words)) == ["comment-kept"]
    assert (await desk.events("request:B-2022-0001"))[-1].reason == kept


@pytest.mark.parametrize("words", ["avbryt", "glöm det", "cancel"])
async def test_a_question_is_dropped_and_not_the_order_before_it(chat_of: Chats, desk: Desk, words: str) -> None:
    await desk.order()
    chat = chat_of("KON11")
    await chat.says("B-2022-0001")
    await chat.says("jag vill beställa")

    assert texts_of(await chat.says(words)) == ["all-right"]
    assert (await desk.request("B-2022-0001")).status is RequestStatus.QUEUED
