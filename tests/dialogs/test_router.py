"""A press goes where its verb says, once, and one that cannot be understood changes nothing."""

from collections.abc import Callable

import pytest

from dialogs.router import BY_ROLE
from dialogs.routes import INTENTS, VERBS
from dialogs.understanding import Intent
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of

Chats = Callable[[str], Chat]
# Survey and commitments answer these themselves; orders and issues have their own road.
ELSEWHERE = {Intent.ORDER, Intent.ISSUE, Intent.REPORTS, Intent.SNOOZE}


def test_every_intent_has_an_answer() -> None:
    assert set(Intent) - ELSEWHERE <= set(INTENTS) | set(BY_ROLE)


@pytest.mark.parametrize("who", ["KON11", "SER1", "SAM1", "PL1"])
@pytest.mark.parametrize("words", ["påminn mig senare", "visa årshjulet", "remind me later", "visa rapporter"])
async def test_reports_and_reminders_have_an_answer_for_everybody(chat_of: Chats, who: str, words: str) -> None:
    chat = chat_of(who)

    assert await chat.reads(await chat.says(words))


@pytest.mark.parametrize(
    ("verb", "subject", "said"),
    [
        ("order.burn", "draft:x", "error-not-found"),
        ("order.burn", "", "error-bad-input"),
        ("order.place", "request:B-2022-0001", "error-bad-input"),
        ("order.place", "", "error-bad-input"),
        ("request.cancel", "request:", "error-request-not-found"),
        ("request.cancel", "assignment:U-2022-0001", "error-assignment-not-found"),
        ("assignment.accept", "assignment:U-2022-9999", "error-assignment-not-found"),
    ],
)
async def test_a_button_that_makes_no_sense_is_refused(
    chat_of: Chats, desk: Desk, verb: str, subject: str, *, said: str
) -> None:
    await desk.order()
    chat = chat_of("KON11")

    async def press() -> list[str]:
        return texts_of(await chat.presses(verb, subject, version=1))

    assert await press() == [said]
    assert len(await desk.owed()) == 1


async def test_every_button_on_a_stranger_subject_is_refused_and_never_a_fault(chat_of: Chats, desk: Desk) -> None:
    await desk.order("KON21")
    chat = chat_of("KON11")
    before = await desk.owed()

    for verb in VERBS:
        for subject in ("request:B-2022-0001", "draft:draft-none", "assignment:U-2022-0001", "nonsense", ""):
            reply = await chat.presses(verb, subject, version=1, person="SER1", rating="5", comment="x", hours="1")
            assert texts_of(reply) or verb in {"agreement.show", "catalogue.show", "requests.show"}

    assert await desk.owed() == before
    assert (await desk.request("B-2022-0001")).version == 1 + 1


async def test_an_identity_number_in_an_input_is_told_of(chat_of: Chats, desk: Desk) -> None:
    await desk.order()
    chat = chat_of("KON11")

    reply = await chat.presses("request.comment", "request:B-2022-0001", comment="ring 811228-9874")

    assert texts_of(reply) == ["comment-kept", "identity-number-masked"]
