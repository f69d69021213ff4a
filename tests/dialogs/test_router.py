"""A press goes where its verb says, once, and one that cannot be understood changes nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from actions.ports import Begin
from actions.requests import cancel_request
from dialogs.router import BY_ROLE
from dialogs.routes import INTENTS, VERBS
from dialogs.turn import Reply, Turn
from dialogs.understanding import Intent, Understood, understand
from domain.errors import NotAllowed
from domain.requests import RequestStatus
from tests.actions.desk import Desk
from tests.bench.people import SENTENCES
from tests.chat import Chat, texts_of, views_of

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


@pytest.mark.parametrize(
    ("words", "said"),
    [("tack", ["error-not-allowed"]), ("tack 811228-9874", ["identity-number-masked", "error-not-allowed"])],
)
async def test_words_that_do_two_things_do_neither_when_the_second_is_refused(
    chat_of: Chats, desk: Desk, monkeypatch: pytest.MonkeyPatch, *, words: str, said: list[str]
) -> None:
    request = await desk.order("KON11")
    chat = chat_of("KON11")

    async def cancel_and_refuse(turn: Turn, *, begin: Begin) -> Reply:
        await cancel_request(request.id, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
        raise NotAllowed

    monkeypatch.setattr("dialogs.router.INTENTS", {**INTENTS, Intent.THANKS: cancel_and_refuse})

    assert texts_of(await chat.says(words)) == said
    assert await desk.request(request.id) == request


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("beställ fika till fredag kl 9 i Lärken och visa årshjulet", ["error-not-allowed", "order"]),
        ("visa årshjulet. Kan ni byta lampan i sal 12?", ["error-not-allowed", "order"]),
        ("the printer is broken and show the year wheel", ["receipt", "error-not-allowed"]),
        ("visa årshjulet och det brinner i köket", ["receipt", "error-not-allowed"]),
        ("lampan är sönder i Lärken och avboka B-2022-0099", ["error-request-not-found", "order"]),
        ("hur går det med B-2022-0099? Kan ni byta lampan i sal 12 också?", ["error-request-not-found", "order"]),
        ("det brinner i köket och avboka B-2022-0099", ["receipt", "error-request-not-found"]),
        ("årshjulet", ["error-not-allowed"]),
        ("visa riskerna och årshjulet", ["error-not-allowed"]),
    ],
)
async def test_a_refused_command_keeps_nothing_from_what_is_wanted_besides(
    chat_of: Chats, words: str, said: list[str]
) -> None:
    chat = chat_of("KON11")

    reply = await chat.says(words)

    assert [each.text or each.view for each in reply.messages] == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("U1 pågår och lampan i sal 12 är sönder", ["error-not-allowed", "part-undone"]),
        ("K10 blev 94 i mars och skrivaren är sönder", ["error-not-allowed", "part-undone"]),
        ("U1 pågår och det brinner i köket", ["first-aid-emergency", "error-not-allowed", "part-undone"]),
        ("U1 pågår. Mötet varar mellan 8 och 12.", ["error-not-allowed"]),
    ],
)
async def test_a_refusal_tells_that_the_rest_of_the_sentence_waits(chat_of: Chats, words: str, said: list[str]) -> None:
    chat = chat_of("KON11")

    reply = await chat.says(words)

    assert [each.text or each.view for each in reply.messages] == said


@pytest.mark.parametrize(
    ("who", "words", "said"),
    [
        ("KON11", "Hej! Vi behöver fönsterputsning 900 timmar", ["error-bad-input"]),
        ("KON11", "Boka samma fönsterputsning igen 900 timmar. Det var bra sist.", ["error-bad-input"]),
        ("KON11", "ny information till chefer: hissen är trasig och boka fika", ["error-not-allowed"]),
        ("PL1", "Hej. Boka lokalvård i sal 4.", ["cannot-order-ask"]),
    ],
)
async def test_what_was_refused_itself_is_not_called_the_rest(
    chat_of: Chats, who: str, words: str, said: list[str]
) -> None:
    assert texts_of(await chat_of(who).says(words)) == said


async def test_to_see_what_was_refused_does_none_of_it(chat_of: Chats, desk: Desk) -> None:
    request = await desk.order("KON11", service="SAN-KLO")
    assert request.status is RequestStatus.AWAITING_APPROVAL

    reply = await chat_of("REK1").says("Boka fönsterputsning 900 timmar. Ja!")

    assert texts_of(reply) == ["error-bad-input"]
    assert await desk.request(request.id) == request


async def test_a_refused_wish_keeps_nothing_from_the_command_beside_it(chat_of: Chats, desk: Desk) -> None:
    request = await desk.order("KON11")

    reply = await chat_of("KON11").says(f"avboka {request.id} och boka fönsterputsning 900 timmar")

    assert texts_of(reply) == ["request-cancelled", "error-bad-input"]
    assert (await desk.request(request.id)).status is RequestStatus.CANCELLED


async def test_what_is_shown_and_what_is_wanted_besides_are_both_answered(chat_of: Chats) -> None:
    chat = chat_of("KON11")

    shown = await chat.says("visa tjänster och byt lampan i sal 12")

    assert [view for view, _ in views_of(shown)] == ["catalogue", "order"]
    assert (await chat.draft()).service == "VAK-LAM"


@pytest.mark.parametrize(
    "words",
    [
        "avboka {} och lampan i sal 12 är trasig",
        "the lamp in room 12 is broken and cancel {}",
        "avboka {}. Byt lampan i sal 12 tack",
    ],
)
async def test_what_is_wanted_beside_a_command_is_taken_too(chat_of: Chats, desk: Desk, words: str) -> None:
    request = await desk.order("KON11")
    chat = chat_of("KON11")

    reply = await chat.says(words.format(request.id))

    assert [each.text or each.view for each in reply.messages] == ["request-cancelled", "order"]
    assert (await desk.request(request.id)).status is RequestStatus.CANCELLED
    assert (await chat.draft()).service == "VAK-LAM"


@pytest.mark.parametrize("sentence", SENTENCES)
async def test_an_order_is_understood_once_also_beside_another(
    chat_of: Chats, monkeypatch: pytest.MonkeyPatch, sentence: str
) -> None:
    read: list[str] = []

    def counted(text: str, **given: Any) -> Understood:
        read.append(text)
        return understand(text, **given)

    monkeypatch.setattr("tests.chat.understand", counted)
    said = [sentence.format(nth) for nth in (4, 12)]

    for words in said:
        assert views_of(await chat_of("KON11").says(words))

    assert read == said
