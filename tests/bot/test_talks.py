"""A talk with a human being over the wire: cards to the two, the others learn who has it, and nobody reads along."""

import asyncio

from bot.wire import JsonObject
from bot.wiring import Desk
from tests.bot.activities import TENANT, chat_of, execute, installed, message
from tests.bot.cards import button, card_of
from tests.bot.connector_server import ConnectorServer

ASK = "Jag vill prata med en människa om nycklarna"


async def settled(desk: Desk) -> None:
    async with asyncio.timeout(20):
        await desk.delivery.settle_down()


async def here(desk: Desk, connector: ConnectorServer, *people: str) -> None:
    for each in people:
        await desk.server.adapter.process(installed(by=each, service_url=connector.url))
    await settled(desk)


async def says(desk: Desk, connector: ConnectorServer, who: str, text: str) -> None:
    await desk.server.adapter.process(message(text, by=who, service_url=connector.url))
    await settled(desk)


async def presses(desk: Desk, connector: ConnectorServer, who: str, verb: str, **inputs: str) -> None:
    shown = connector.sent(chat_of(who))[-1]
    data: JsonObject = {**button(shown, verb), **inputs}
    await desk.server.adapter.process(execute(verb, data, by=who, service_url=connector.url, card=str(shown["id"])))
    await settled(desk)


def last(connector: ConnectorServer, who: str) -> str:
    return str(card_of(connector.sent(chat_of(who))[-1])["fallbackText"])


def shown_anew(connector: ConnectorServer, who: str) -> str:
    return str(connector.updates(chat_of(who))[-1])


async def test_a_coordinator_answers_by_press_and_the_other_one_learns_who_has_it(
    desk: Desk, connector: ConnectorServer
) -> None:
    await here(desk, connector, "PL1", "SAM1", "SAM2")
    await says(desk, connector, "PL1", ASK)
    assert "nycklarna" in last(connector, "SAM1")
    assert "nycklarna" in last(connector, "SAM2")

    await presses(desk, connector, "SAM2", "human.answer", answer="De ligger i receptionen")
    await says(desk, connector, "PL1", "tack så mycket")
    await presses(desk, connector, "SAM2", "human.done")

    seen_by_the_other = f"{shown_anew(connector, 'SAM1')} {connector.sent(chat_of('SAM1'))[2:]}"
    assert "receptionen" in last_card(connector, "PL1")
    assert "svarar" in shown_anew(connector, "SAM1") or "slut" in shown_anew(connector, "SAM1")
    assert "receptionen" not in seen_by_the_other
    assert "tack så mycket" in last(connector, "SAM2")
    assert "avslutat samtalet" in str(connector.sent(chat_of("PL1"))[-1])
    assert "human.answer" not in shown_anew(connector, "PL1")


def last_card(connector: ConnectorServer, who: str) -> str:
    cards = [each for each in connector.sent(chat_of(who)) if each.get("attachments")]
    return str(card_of(cards[-1])["fallbackText"])


async def test_a_talk_asked_for_in_a_channel_shows_none_of_it_there(desk: Desk, connector: ConnectorServer) -> None:
    await here(desk, connector, "KON11", "SAM1")
    channel = {
        "conversationType": "channel",
        "tenantId": TENANT,
        "id": "19:c@thread.tacv2;messageid=1",
        "isGroup": True,
    }
    asked = message(ASK, by="KON11", service_url=connector.url) | {"conversation": channel}

    await desk.server.adapter.process(asked)
    await settled(desk)
    await presses(desk, connector, "SAM1", "human.answer", answer="De ligger i receptionen")

    in_public = connector.sent("19:c@thread.tacv2;messageid=1")
    assert "receptionen" in last(connector, "KON11")
    assert all("attachments" not in each and "receptionen" not in str(each) for each in in_public)


async def test_words_that_belong_to_no_talk_are_kept_nowhere_once_they_have_gone_out(
    desk: Desk, connector: ConnectorServer
) -> None:
    await here(desk, connector, "KON11", "SAM1")

    await says(desk, connector, "SAM1", "svara Emil: nyckeln ligger i receptionen")

    async with desk.begin() as work:
        owed = [each for each in await work.outbox.list_notices() if each.kind == "human.said"]
    assert "receptionen" in str(connector.sent(chat_of("KON11"))[-1]["text"])
    assert [(each.recipient, each.status.value, dict(each.message.values)) for each in owed] == [("KON11", "sent", {})]
