"""The indicators in the chat: which month and where, as far as the reader may see."""

from collections.abc import Callable

import pytest

from actions.indicators import settle_month
from domain.errors import NotAllowed
from tests.actions.desk import Desk
from tests.chat import Chat
from tests.factories import NOW

Chats = Callable[[str], Chat]
CARE = "Vård- och omsorgsförvaltningen"


@pytest.mark.parametrize(
    ("code", "words", "month", "scope"),
    [
        ("PL1", "visa nyckeltalen för mars", "2022-03", "all"),
        ("PL1", "Nyckeltal", "2022-03", "all"),
        ("PL1", "show the indicators for March", "2022-03", "all"),
        ("PL1", "hur ser nyckeltalen ut för PV3 förra månaden?", "2022-02", "unit:PV3"),
        ("PL1", f"visa nyckeltalen för {CARE}", "2022-03", f"administration:{CARE}"),
        ("REK1", "visa nyckeltalen för mars", "2022-03", "unit:PV1"),
        ("REK1", "visa nyckeltalen för PV3", "2022-03", "unit:PV1"),
        ("SAM1", "show the indicators for PV2 in February", "2022-02", "unit:PV2"),
    ],
)
async def test_the_month_and_scope_that_are_said_are_shown(
    chat_of: Chats, *, code: str, words: str, month: str, scope: str
) -> None:
    (message,) = (await chat_of(code).says(words)).messages

    assert (message.view, message.values) == ("indicators", {"month": month, "scope": scope})


async def test_who_may_see_no_indicators_is_told_so(chat_of: Chats) -> None:
    reply = await chat_of("ADM1").says("visa nyckeltalen")

    assert [each.text for each in reply.messages] == ["error-not-allowed"]
    assert NotAllowed.code in (reply.messages[0].text or "")


async def test_what_was_done_in_the_month_is_in_its_indicators_and_stays_once_it_is_settled(
    chat_of: Chats, desk: Desk
) -> None:
    await desk.done(hours="1.5")
    chat = chat_of("REK1")
    (before,) = await chat.reads(await chat.says("visa nyckeltalen"))

    kept = [await settle_month(NOW.date().replace(month=4, day=day), begin=desk.begin, at=NOW) for day in (10, 11, 11)]
    (after,) = await chat.reads(await chat.says("visa nyckeltalen"))

    assert "K4 Beställningar utförda inom servicenivå: 100 %. Målet 95 % är nått" in before
    assert "K6 Arbetade timmar per månad: 1,5 timmar" in before
    assert after == before
    assert kept[0] == 0
    assert kept[1] == kept[2] > 0
