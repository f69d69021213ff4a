"""Every way that a card's text twin promises does something, in both languages."""

from collections.abc import Awaitable, Callable

import pytest

from tests.actions.desk import Desk
from tests.chat import Chat, texts_of
from tests.factories import the_person
from texts import say

Chats = Callable[[str], Chat]
LOST = {"not-understood", "nothing-said", "scolded", "which-service"}


async def _draft(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says("byt lampan i sal B214 på torsdag")
    return chat


async def _order(desk: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says((await desk.order()).id)
    return chat


async def _done(desk: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says((await desk.done()).id)
    return chat


async def _waiting(desk: Desk, chat_of: Chats) -> Chat:
    await desk.order(service="SAN-KLO")
    return chat_of("REK1")


async def _queue(desk: Desk, chat_of: Chats) -> Chat:
    await desk.order()
    return chat_of("SAM1")


async def _offered(desk: Desk, chat_of: Chats) -> Chat:
    await desk.offer(await desk.order(), "SER1", by=the_person("SAM1"))
    return chat_of("SER1")


async def _begun(desk: Desk, chat_of: Chats) -> Chat:
    await desk.under_way()
    return chat_of("SER1")


async def _in_doubt(_: Desk, chat_of: Chats) -> Chat:
    chat = chat_of("KON11")
    await chat.says("det kanske läcker i taket")
    return chat


Before = Callable[[Desk, Chats], Awaitable[Chat]]
WAYS: dict[str, Before] = {
    "way-order-place": _draft,
    "way-order-change": _draft,
    "way-order-drop": _draft,
    "way-issue-report": _in_doubt,
    "way-request-approve": _waiting,
    "way-request-reject": _waiting,
    "way-request-cancel": _order,
    "way-request-comment": _order,
    "way-request-reopen": _done,
    "way-request-rate": _done,
    "way-assignment-offer": _queue,
    "way-assignment-assign": _queue,
    "way-assignment-accept": _offered,
    "way-assignment-decline": _offered,
    "way-assignment-pause": _begun,
    "way-assignment-done": _begun,
    "way-catalogue-show": _draft,
}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("way", list(WAYS))
async def test_what_a_card_says_that_one_can_write_is_understood(
    desk: Desk, chat_of: Chats, way: str, language: str
) -> None:
    chat = await WAYS[way](desk, chat_of)
    async with chat.begin() as work:
        await work.people.set_language(chat.person, language)

    reply = await chat.says(say(way, language))

    assert reply.messages
    assert not {each for each in texts_of(reply) if each in LOST or each.startswith(("error-", "nothing-"))}
