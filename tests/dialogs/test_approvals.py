"""Asking before an approval and answering that in words, whoever is named."""

from collections.abc import Callable

import pytest

from tests.actions.desk import Desk
from tests.chat import Chat, texts_of

Chats = Callable[[str], Chat]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("svar: ja, båda", "approval-answer-sent"),
        ("svara Maja: ja, båda", "approval-answer-sent"),
        ("svara Maja Ek: ja, båda", "approval-answer-sent"),
        ("answer B-2022-0001: yes, both", "approval-answer-sent"),
        ("svara Karin: ja, båda", "passed-on"),
    ],
)
async def test_the_answer_goes_to_who_asked(chat_of: Chats, desk: Desk, said: str, answer: str) -> None:
    request = await desk.order(service="SAN-KLO")
    await chat_of("REK1").says("fråga: behövs båda?")

    assert texts_of(await chat_of("KON11").says(said)) == [answer]
    assert (await desk.story(f"request:{request.id}"))[2:] == (
        ["approval-answered"] if answer == "approval-answer-sent" else []
    )


async def test_with_several_orders_the_one_to_ask_about_is_asked_for(chat_of: Chats, desk: Desk) -> None:
    for _ in range(2):
        await desk.order(service="SAN-KLO")
    chat = chat_of("REK1")

    assert texts_of(await chat.says("fråga: behövs båda?")) == ["which-request"]
    assert texts_of(await chat.says("fråga B-2022-0002: behövs den?")) == ["approval-question-sent"]
    assert await desk.story("request:B-2022-0002") == ["placed", "approval-asked"]


@pytest.mark.parametrize("words", ["godkänn informationen", "godkänn", "approve it"])
async def test_who_was_asked_to_approve_an_announcement_does_so_as_its_card_says(chat_of: Chats, words: str) -> None:
    sender = chat_of("PL1")
    await sender.says("ny information till chefer: Ny rutin")
    await sender.says("be Lisa godkänna")

    assert texts_of(await chat_of("AGA1").says(words))[0] == "announcement-is-approved"


@pytest.mark.parametrize(("said", "why"), [("nej, det är fel dag", "det är fel dag"), ("No: wrong day", "wrong day")])
async def test_whoever_is_asked_to_approve_an_announcement_and_says_no_is_heard_by_its_sender(
    chat_of: Chats, desk: Desk, said: str, why: str
) -> None:
    sender, asked = chat_of("PL1"), chat_of("AGA1")
    await sender.says("ny information till chefer: Ny rutin")
    await sender.says("be Lisa godkänna")
    await asked.says("visa I-2022-0001")

    reply = await asked.says(said)

    assert texts_of(reply) == ["announcement-is-rejected"]
    async with desk.begin() as work:
        (told,) = [each for each in await work.outbox.list_notices() if each.kind == "announcement.rejected"]
    assert (told.recipient, told.message.values["words"]) == ("PL1", why)
    assert texts_of(await sender.says("återkalla informationen")) == ["announcement-is-discarded"]
