import asyncio
import time
from collections.abc import AsyncGenerator
from datetime import timedelta

import pytest

from actions.ports import Begin, Work
from bot import failures
from bot.settings import Settings
from bot.wiring import Desk, assembled
from dialogs.turn import Reply, Turn, say, show
from domain.notices import AfterLost, Message, Owed, OwedStatus
from tests.bot.activities import chat_of, execute, installed, message
from tests.bot.cards import button
from tests.bot.connector_server import ConnectorServer, Fault
from texts import say as words

LAMP = "Kan någon byta lysröret i sal B214 imorgon före 8?"


class Parrot:
    """A router that answers each message with as many sentences as it names."""

    async def __call__(self, turn: Turn, *, begin: Begin) -> Reply:  # noqa: ARG002  # the shape of a router
        count = int(turn.text) if turn.text.isdigit() else 1
        return Reply(messages=tuple(say("fault", reference=f"nr {each}") for each in range(count)))


@pytest.fixture
async def parrot(settings: Settings) -> AsyncGenerator[Desk]:
    async with assembled(settings, route=Parrot()) as desk:
        desk.delivery.start()
        yield desk
        await desk.delivery.stop()


async def owe(desk: Desk, *owed: Owed) -> None:
    async with desk.begin() as work:
        for each in owed:
            await work.outbox.put(each)
    desk.delivery.wake()


def a_notice(desk: Desk, recipient: str, *, kind: str = "request.done", dedup: str = "") -> Owed:
    return Owed(
        kind=kind,
        dedup=dedup or f"{kind}:{recipient}",
        due=desk.clock.now(),
        recipient=recipient,
        message=Message(text="fault", values={"reference": dedup}),
    )


async def focus_of(work: Work, person: str) -> str:
    chat = await work.conversations.find_personal(person)
    assert chat is not None
    return str(chat.state["focus"])


async def settled(desk: Desk) -> None:
    async with asyncio.timeout(30):
        await desk.delivery.settle_down()


async def statuses(desk: Desk) -> list[str]:
    async with desk.begin() as work:
        return [owed.status.value for owed in await work.outbox.list_notices()]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=429, code="TooManyRequests", headers={"Retry-After": "1"}),
        Fault(status=502, code="BadGateway"),
        Fault(status=412, code="PreconditionFailed"),
        Fault(cut=True),
    ],
    ids=["429", "502", "412", "cut"],
)
async def test_what_passes_is_tried_again_after_a_pause(parrot: Desk, connector: ConnectorServer, fault: Fault) -> None:
    connector.faults.append(fault)

    await parrot.server.adapter.process(message("hej", by="REK1", service_url=connector.url))

    await connector.wait_for(1)
    await settled(parrot)
    assert len(connector.sent()) == 1
    assert connector.calls[1].at - connector.calls[0].at >= 0.95


async def test_retry_after_is_obeyed(parrot: Desk, connector: ConnectorServer) -> None:
    connector.faults.append(Fault(status=429, code="TooManyRequests", headers={"Retry-After": "2"}))

    await parrot.server.adapter.process(message("hej", by="REK1", service_url=connector.url))

    await connector.wait_for(1)
    assert connector.calls[1].at - connector.calls[0].at >= 2.0


async def test_a_slow_chat_holds_nobody_else_up(parrot: Desk, connector: ConnectorServer) -> None:
    connector.faults.append(Fault(delay_seconds=3.0))
    await parrot.server.adapter.process(message("hej", by="REK1", service_url=connector.url))

    await parrot.server.adapter.process(message("hej", by="REK2", service_url=connector.url))

    async with asyncio.timeout(2):
        await connector.wait_for(1, conversation=chat_of("REK2"))
    assert connector.sent(chat_of("REK1")) == []


async def test_replies_of_a_turn_come_in_order_within_the_limits_of_a_chat(
    parrot: Desk, connector: ConnectorServer
) -> None:
    await parrot.server.adapter.process(message("10", by="REK1", service_url=connector.url))

    sent = await connector.wait_for(10)
    numbers = [str(each["text"]).partition("nr ")[2].rstrip(".") for each in sent]
    assert numbers == [str(each) for each in range(10)]
    assert connector.calls[7].at - connector.calls[0].at >= 0.95
    assert connector.calls[9].at - connector.calls[0].at >= 1.95


async def test_replies_behind_one_that_failed_wait_and_keep_their_order(
    parrot: Desk, connector: ConnectorServer
) -> None:
    connector.faults.append(Fault(status=502))

    await parrot.server.adapter.process(message("3", by="REK1", service_url=connector.url))

    sent = await connector.wait_for(3)
    assert [str(each["text"]).partition("nr ")[2].rstrip(".") for each in sent] == ["0", "1", "2"]


async def test_who_has_blocked_the_bot_is_written_to_no_more_and_the_coordinator_is_told(
    desk: Desk, connector: ConnectorServer
) -> None:
    for code in ("REK1", "SAM1"):
        await desk.server.adapter.process(installed(by=code, service_url=connector.url))
    await settled(desk)
    connector.blocked.add(chat_of("REK1"))

    await owe(desk, a_notice(desk, "REK1"))

    await connector.wait_for(2, conversation=chat_of("SAM1"))
    await settled(desk)
    async with desk.begin() as work:
        assert await work.conversations.find_personal("REK1") is None
        assert [owed.recipient for owed in await work.outbox.list_undeliverable(9)] == ["REK1"]


async def test_when_the_only_coordinator_of_a_unit_is_not_reached_another_is_told(
    desk: Desk, connector: ConnectorServer
) -> None:
    for code in ("SAM1", "SAM2"):
        await desk.server.adapter.process(installed(by=code, service_url=connector.url))
    await settled(desk)
    connector.blocked.add(chat_of("SAM1"))

    await owe(desk, a_notice(desk, "SAM1", kind="request.queued"))

    await connector.wait_for(2, conversation=chat_of("SAM2"))


async def test_who_could_not_be_written_to_sees_how_things_stand_when_they_write_again(
    desk: Desk, connector: ConnectorServer
) -> None:
    await desk.server.adapter.process(message(LAMP, by="REK1", service_url=connector.url))
    await connector.wait_for(1)
    await settled(desk)
    connector.blocked.add(chat_of("REK1"))
    async with desk.begin() as work:
        await work.outbox.refresh(await focus_of(work, "REK1"), at=desk.clock.now())
    desk.delivery.wake()
    await settled(desk)
    connector.blocked.clear()
    before = len(connector.updates(chat_of("REK1")))

    await desk.server.adapter.process(message("tack", by="REK1", service_url=connector.url))

    await connector.wait_for(before + 1, conversation=chat_of("REK1"), method="PUT")


async def test_a_notice_about_a_notice_is_never_owed(desk: Desk, connector: ConnectorServer) -> None:
    for code in ("REK1", "SAM1"):
        await desk.server.adapter.process(installed(by=code, service_url=connector.url))
    await settled(desk)
    connector.blocked |= {chat_of("REK1"), chat_of("SAM1")}

    await owe(desk, a_notice(desk, "REK1"))

    await asyncio.sleep(0.3)
    await settled(desk)
    assert await statuses(desk) == ["undeliverable", "undeliverable"]


async def test_a_card_that_the_platform_does_not_find_is_sent_anew_and_stays_alive(
    desk: Desk, connector: ConnectorServer
) -> None:
    await desk.server.adapter.process(message(LAMP, by="REK1", service_url=connector.url))
    card = (await connector.wait_for(1))[0]
    await settled(desk)
    connector.faults.append(Fault(status=404, code="ActivityNotFoundInConversation"))
    press = execute(
        "order.place", button(card, "order.place"), by="REK1", service_url=connector.url, card=str(card["id"])
    )

    await desk.server.adapter.process(press)

    anew = (await connector.wait_for(2, conversation=chat_of("REK1")))[1]
    await settled(desk)
    async with desk.begin() as work:
        cards = await work.cards.of_subject("request:B-2022-0001")
    assert [each.activity for each in cards if each.person == "REK1"] == [anew["id"]]


async def test_a_press_is_answered_after_the_update_of_its_card_that_was_on_its_way(
    desk: Desk, connector: ConnectorServer
) -> None:
    await desk.server.adapter.process(message(LAMP, by="REK1", service_url=connector.url))
    card = (await connector.wait_for(1))[0]
    await settled(desk)
    connector.faults.append(Fault(delay_seconds=0.5))
    async with desk.begin() as work:
        await work.outbox.refresh(await focus_of(work, "REK1"), at=desk.clock.now())
    desk.delivery.wake()
    async with asyncio.timeout(10):
        while connector.faults:  # noqa: ASYNC110  # the connector tells of what it has answered, not of what it has taken
            await asyncio.sleep(0.01)
    press = execute(
        "order.place", button(card, "order.place"), by="REK1", service_url=connector.url, card=str(card["id"])
    )

    await desk.server.adapter.process(press)

    assert len(connector.updates(chat_of("REK1"))) >= 1


async def test_an_order_card_that_arrives_after_its_order_was_placed_follows_the_request(
    desk: Desk, connector: ConnectorServer
) -> None:
    """It was sent before a kill and pressed; the next process does not know that, and sends it again."""
    await desk.server.adapter.process(message(LAMP, by="REK1", service_url=connector.url))
    card = (await connector.wait_for(1))[0]
    order = button(card, "order.place")
    await desk.server.adapter.process(
        execute("order.place", order, by="REK1", service_url=connector.url, card=str(card["id"]))
    )
    again = Owed(
        kind="reply",
        dedup="again",
        due=desk.clock.now(),
        message=show("order", str(order["subject"])),
        conversation=chat_of("REK1"),
    )

    await owe(desk, again)

    twin = (await connector.wait_for(2, conversation=chat_of("REK1")))[1]
    await settled(desk)
    async with desk.begin() as work:
        cards = await work.cards.of_subject("request:B-2022-0001")
    assert {each.activity for each in cards if each.person == "REK1"} == {card["id"], twin["id"]}


async def test_someone_who_never_wrote_gets_a_chat_opened_where_others_have_theirs(
    desk: Desk, connector: ConnectorServer
) -> None:
    await desk.server.adapter.process(installed(by="REK1", service_url=connector.url))

    await owe(desk, a_notice(desk, "SER1"))

    chat = "a:opened-00000000-0000-4000-8000-000000000039"
    await connector.wait_for(1, conversation=chat)
    await settled(desk)
    async with desk.begin() as work:
        found = await work.conversations.find_personal("SER1")
        assert found is not None
        assert found.id == chat


async def test_without_any_road_a_notice_waits_until_the_person_gets_in_touch(
    desk: Desk, connector: ConnectorServer
) -> None:
    await owe(desk, a_notice(desk, "SER1"))
    await settled(desk)
    before = await statuses(desk)

    await desk.server.adapter.process(message("hej", by="SER1", service_url=connector.url))
    await settled(desk)

    assert (before, await statuses(desk)) == (["waiting"], ["sent"])


async def test_what_can_not_be_worded_holds_nothing_else_up(desk: Desk, connector: ConnectorServer) -> None:
    await desk.server.adapter.process(installed(by="REK1", service_url=connector.url))
    await settled(desk)
    broken = Owed(
        kind="x", dedup="broken", due=desk.clock.now(), recipient="SER1", message=show("no-such-view", "request:X")
    )

    await owe(desk, broken, a_notice(desk, "REK1"))

    await connector.wait_for(2, conversation=chat_of("REK1"))


async def test_rows_of_a_process_that_was_killed_are_sent_by_the_next(
    settings: Settings, connector: ConnectorServer
) -> None:
    async with assembled(settings, route=Parrot()) as killed:
        await killed.server.adapter.process(installed(by="REK1", service_url=connector.url))
        at = killed.clock.now()
        async with killed.begin() as work:
            await work.outbox.put_leased(a_notice(killed, "REK1"), now=at, owner="killed", lease=timedelta())
    async with assembled(settings, route=Parrot()) as desk:
        begun = time.monotonic()
        desk.delivery.start()
        await connector.wait_for(2)
        await settled(desk)
        await desk.delivery.stop()

    assert len(connector.sent()) == 2
    # Teams still counts what the other has sent a moment ago.
    assert connector.calls[-1].at - begun >= 0.95


async def test_what_may_not_come_twice_is_skipped_after_a_kill(settings: Settings) -> None:
    async with assembled(settings, route=Parrot()) as desk:
        at = desk.clock.now()
        once = Owed(
            kind="x",
            dedup="once",
            due=at,
            recipient="REK1",
            message=say("fault", reference="1"),
            after_lost=AfterLost.SKIP,
        )
        async with desk.begin() as work:
            await work.outbox.put_leased(once, now=at, owner="killed", lease=timedelta(seconds=-1))
        desk.delivery.start()
        await settled(desk)
        await desk.delivery.stop()

        assert await statuses(desk) == [OwedStatus.SKIPPED.value]


async def test_stopping_finishes_what_is_in_flight(settings: Settings, connector: ConnectorServer) -> None:
    connector.faults.append(Fault(delay_seconds=1.0))
    async with assembled(settings, route=Parrot()) as desk:
        desk.delivery.start()
        await desk.server.adapter.process(message("hej", by="REK1", service_url=connector.url))
        await asyncio.sleep(0.2)

        await desk.delivery.stop()

        assert len(connector.sent()) == 1
        async with desk.begin() as work:
            assert await work.outbox.next_due() is None


def test_pauses_double_up_to_half_an_hour_and_honour_what_is_asked() -> None:
    pauses = [failures.pause_after(attempts, None).total_seconds() for attempts in range(1, 59)]

    assert 1.0 <= pauses[0] <= 1.25
    assert 4.0 <= pauses[2] <= 5.0
    assert max(pauses) <= 1800 * 1.25
    assert 23 * 3600 <= sum(pauses) <= 31 * 3600
    assert failures.pause_after(1, timedelta(seconds=50)) >= timedelta(seconds=50)


async def test_a_card_of_what_somebody_else_has_now_says_so_and_not_that_it_was_never_seen(
    desk: Desk, connector: ConnectorServer
) -> None:
    await desk.server.adapter.process(message("hej", by="SER1", service_url=connector.url))
    await settled(desk)
    for name in ("Leo", "Omar"):
        handed = message(f"lämna över U1 till {name}", by="PL1", service_url=connector.url)
        await desk.server.adapter.process(handed)
        await settled(desk)

    (*_, last) = await connector.wait_for(1, conversation=chat_of("SER1"), method="PUT")
    assert last["text"] == words("not-for-you-now", "sv")
