import asyncio
import logging
from collections.abc import AsyncGenerator
from datetime import timedelta

import pytest

from actions.ports import Begin
from bot.settings import Settings
from bot.wire import CARD, SHORT_MESSAGE, JsonObject
from bot.wiring import Desk, assembled
from dialogs.turn import Reply, Turn, say
from domain.errors import WrongState
from tests.bot.activities import answer_of, chat_of, envelope, execute, installed, message, submit
from tests.bot.cards import button, card_of
from tests.bot.connector_server import ConnectorServer

LAMP = "Kan någon byta lysröret i sal B214 imorgon före 8?"
STRANGER = "99999999-0000-4000-8000-000000000001"


async def ordered_card(desk: Desk, connector: ConnectorServer) -> JsonObject:
    await desk.server.adapter.process(message(LAMP, by="REK1", service_url=connector.url))
    return (await connector.wait_for(1, conversation=chat_of("REK1")))[0]


async def settled(desk: Desk) -> None:
    async with asyncio.timeout(20):
        await desk.delivery.settle_down()


async def test_an_order_sentence_gets_exactly_one_message_with_the_card(desk: Desk, connector: ConnectorServer) -> None:
    card = await ordered_card(desk, connector)
    await settled(desk)

    assert "08:00" in str(card_of(card)["fallbackText"])
    assert len(connector.sent()) == 1


async def test_one_press_orders_and_answers_with_the_card_as_it_is_now(desk: Desk, connector: ConnectorServer) -> None:
    card = await ordered_card(desk, connector)
    press = execute(
        "order.place", button(card, "order.place"), by="REK1", service_url=connector.url, card=str(card["id"])
    )

    answer = answer_of(await desk.server.adapter.process(press))

    assert (answer["statusCode"], answer["type"]) == (200, CARD)
    assert "B-2022-0001" in str(answer["value"])
    await settled(desk)
    assert "B-2022-0001" in str(connector.updates(chat_of("REK1"))[-1])


async def test_the_audit_tells_a_press_from_a_sentence(desk: Desk, connector: ConnectorServer) -> None:
    card = await ordered_card(desk, connector)
    for step in (
        execute("order.place", button(card, "order.place"), by="REK1", service_url=connector.url, card=str(card["id"])),
        message("avboka", by="REK1", service_url=connector.url),
    ):
        await desk.server.adapter.process(step)

    async with desk.storage.begin() as work:
        told = [(each.what, each.origin) for each in await work.events.of_subject("request:B-2022-0001")]
    assert told == [("placed", "press"), ("cancelled", "chat")]


async def test_a_chosen_language_is_answered_in_that_language(desk: Desk, connector: ConnectorServer) -> None:
    for said, answered in (("english", "in English"), ("svenska", "på svenska")):
        await desk.server.adapter.process(message(said, by="REK1", service_url=connector.url))
        await settled(desk)
        assert answered in str(connector.sent()[-1]["text"])


async def test_the_submit_fallback_of_a_button_does_the_same(desk: Desk, connector: ConnectorServer) -> None:
    card = await ordered_card(desk, connector)
    press = submit(
        "order.place", button(card, "order.place"), by="REK1", service_url=connector.url, card=str(card["id"])
    )

    assert await desk.server.adapter.process(press) is None

    await settled(desk)
    assert "B-2022-0001" in str(connector.updates(chat_of("REK1"))[-1])


async def test_a_message_delivered_twice_at_once_has_one_effect(desk: Desk, connector: ConnectorServer) -> None:
    activity = message(LAMP, by="REK1", service_url=connector.url)

    await asyncio.gather(*(desk.server.adapter.process(dict(activity)) for _ in range(5)))

    await settled(desk)
    assert len(connector.sent()) == 1


async def test_twenty_presses_at_once_give_one_order(desk: Desk, connector: ConnectorServer) -> None:
    card = await ordered_card(desk, connector)
    data = button(card, "order.place")
    presses = [
        execute("order.place", data, by="REK1", service_url=connector.url, card=str(card["id"])) for _ in range(20)
    ]

    answers = await asyncio.gather(*(desk.server.adapter.process(press) for press in presses))

    assert {answer_of(answer)["statusCode"] for answer in answers} == {200}
    async with desk.begin() as work:
        assert [request.id for request in await work.requests.all()] == ["B-2022-0001"]


async def test_an_invoke_delivered_twice_is_answered_with_the_card_as_it_is_now(
    desk: Desk, connector: ConnectorServer
) -> None:
    card = await ordered_card(desk, connector)
    data = button(card, "order.place")
    press = execute("order.place", data, by="REK1", service_url=connector.url, card=str(card["id"]))

    first = answer_of(await desk.server.adapter.process(dict(press)))
    again = answer_of(await desk.server.adapter.process(dict(press)))

    assert again["value"] == first["value"]


async def test_a_forged_button_does_nothing_and_shows_nothing(desk: Desk, connector: ConnectorServer) -> None:
    card = await ordered_card(desk, connector)
    data = button(card, "order.place") | {"token": "0" * 32}
    press = execute("order.place", data, by="REK2", service_url=connector.url, card="other")

    answer = answer_of(await desk.server.adapter.process(press))

    assert answer["type"] == SHORT_MESSAGE
    async with desk.begin() as work:
        assert await work.requests.all() == []


async def test_a_card_that_was_sent_but_not_registered_is_known_by_its_button(
    desk: Desk, connector: ConnectorServer
) -> None:
    card = await ordered_card(desk, connector)
    data = button(card, "order.place")
    press = execute("order.place", data, by="REK1", service_url=connector.url, card="sent-before-the-kill")

    answer = answer_of(await desk.server.adapter.process(press))

    assert answer["type"] == CARD
    assert "B-2022-0001" in str(answer["value"])


async def test_someone_unknown_gets_a_friendly_answer_and_the_administrator_a_notice_a_day(
    desk: Desk, connector: ConnectorServer
) -> None:
    await desk.server.adapter.process(installed(by="ADM1", service_url=connector.url))
    await settled(desk)
    before = len(connector.sent(chat_of("ADM1")))

    for text in ("hej", "hallå"):
        await desk.server.adapter.process(message(text, by=STRANGER, service_url=connector.url))
        await settled(desk)

    answers = connector.sent(chat_of(STRANGER))
    assert ["Vaktis" in str(each) or "känner inte igen" in str(each) for each in answers] == [True, True]
    assert len(connector.sent(chat_of("ADM1"))) == before + 1


async def test_the_welcome_comes_once_for_good(desk: Desk, connector: ConnectorServer) -> None:
    joined = envelope("conversationUpdate", by="SER1", service_url=connector.url)
    joined["membersAdded"] = [{"id": "28:vaktis"}, {"id": "29:SER1"}]

    for activity in (joined, installed(by="SER1", service_url=connector.url)) * 2:
        await desk.server.adapter.process({**activity, "id": f"{activity['id']}-{len(connector.calls)}"})
        await settled(desk)

    assert len(connector.sent(chat_of("SER1"))) == 1


async def test_an_identity_number_is_stored_nowhere_and_its_writer_is_told(
    desk: Desk, connector: ConnectorServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    number = "811228-9874"

    await desk.server.adapter.process(message(f"{LAMP} {number}", by="REK1", service_url=connector.url))

    sent = await connector.wait_for(2, conversation=chat_of("REK1"))
    assert number not in str(sent)
    assert number not in caplog.text
    async with desk.begin() as work:
        assert number not in str(await work.drafts.latest_live("REK1"))


class Breaking:
    """A router that changes something and then breaks, with a person's words in its error."""

    async def __call__(self, turn: Turn, *, begin: Begin) -> Reply:
        async with begin() as work:
            await work.settings.put("half-done", "yes")
        if turn.text == "no":
            raise WrongState(id="B-2022-0001", status="done")
        raise ZeroDivisionError(turn.text)


@pytest.fixture
async def breaking_desk(settings: Settings) -> AsyncGenerator[Desk]:
    async with assembled(settings, route=Breaking()) as assembled_desk:
        assembled_desk.delivery.start()
        yield assembled_desk
        await assembled_desk.delivery.stop()


async def test_an_unforeseen_fault_leaves_no_state_and_gives_a_reference_that_the_log_knows(
    breaking_desk: Desk, connector: ConnectorServer, caplog: pytest.LogCaptureFixture
) -> None:
    activity = message("my secret words", by="REK1", service_url=connector.url)

    await breaking_desk.server.adapter.process(dict(activity))
    await breaking_desk.server.adapter.process(dict(activity))

    await settled(breaking_desk)
    faults = [record for record in caplog.records if record.message == "turn-fault"]
    reference = vars(faults[0])["reference"]
    assert [reference in str(each) for each in connector.sent()] == [True]
    assert "secret" not in caplog.text
    assert "secret" not in str([vars(record) for record in faults])
    async with breaking_desk.begin() as work:
        assert await work.settings.find("half-done") is None


async def test_a_pressed_button_that_meets_a_fault_is_answered_with_an_error(
    breaking_desk: Desk, connector: ConnectorServer
) -> None:
    data = {"subject": "", "version": 0, "token": breaking_desk.signer.sign("help.show", "", 0)}
    press = execute("help.show", data, by="REK1", service_url=connector.url, card="m1")

    answer = answer_of(await breaking_desk.server.adapter.process(press))

    assert answer["type"] == "application/vnd.microsoft.error"


async def test_a_refusal_that_leaves_the_router_is_worded(breaking_desk: Desk, connector: ConnectorServer) -> None:
    await breaking_desk.server.adapter.process(message("no", by="REK1", service_url=connector.url))

    sent = await connector.wait_for(1)
    assert "går inte längre" in str(sent[0]["text"])


class Counting:
    """A router that remembers its turns."""

    def __init__(self) -> None:
        self.turns: list[Turn] = []

    async def __call__(self, turn: Turn, *, begin: Begin) -> Reply:  # noqa: ARG002  # the shape of a router
        self.turns.append(turn)
        return Reply(messages=(say("rating-thanks"),), state={"seen": len(self.turns)})


async def test_a_turn_sees_the_clock_as_another_process_has_moved_it(
    settings: Settings, connector: ConnectorServer
) -> None:
    route = Counting()
    async with assembled(settings, route=route) as one, assembled(settings) as other:
        await one.server.adapter.process(message("imorgon", by="REK1", service_url=connector.url))
        async with other.begin() as work:
            await other.clock.step(work, to=other.clock.now() + timedelta(days=3))
        await one.server.adapter.process(message("imorgon", by="REK1", service_url=connector.url))

    days = [turn.understood.when.start for turn in route.turns if turn.understood and turn.understood.when]
    assert [str(day)[:10] for day in days] == ["2022-03-16", "2022-03-19"]
    assert [turn.state for turn in route.turns] == [{}, {"seen": 1}]
