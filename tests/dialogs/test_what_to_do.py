"""Whoever asks what to do gets what fits them: what to do about the fault, help, their assignments or the queue."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from actions.ports import Begin
from catalog.models import Catalogue, Keywords, Words
from dialogs.understanding import Intent
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.dialogs.understanding.test_utterances import heard
from tests.factories import example_pilot

Chats = Callable[[str], Chat]
ASKED = ["vad ska jag göra", "vad gör jag nu då?", "what should I do", "what do we do now?"]


@pytest.mark.parametrize("words", ASKED)
@pytest.mark.parametrize(
    ("who", "view"),
    [("KON51", "help"), ("REK1", "help"), ("PL1", "help"), ("SER1", "assignments")],
)
async def test_only_who_works_is_shown_assignments(chat_of: Chats, who: str, view: str, words: str) -> None:
    reply = await chat_of(who).says(words)

    assert [each for each, _ in views_of(reply)] == [view]


async def test_a_coordinator_sees_the_queue(chat_of: Chats) -> None:
    assert texts_of(await chat_of("SAM1").says("vad ska jag göra")) == ["queue-empty"]


@pytest.mark.parametrize("words", ASKED)
@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("vatten läcker från taket i matsalen", []),
        ("gungan är trasig", ["first-aid"]),
        ("det är kallt i matsalen", ["issue-nothing-to-do"]),
    ],
)
async def test_after_a_fault_it_is_told_what_to_do_about_it(
    chat_of: Chats, fault: str, said: list[str], words: str
) -> None:
    chat = chat_of("KON51")
    await chat.says(fault)
    subject = f"request:{await chat.focus()}"

    reply = await chat.says(words)

    assert texts_of(reply) == said
    assert views_of(reply) == [("receipt", subject)]


async def test_what_to_do_in_an_emergency_stands_first_on_the_receipt(chat_of: Chats) -> None:
    chat = chat_of("KON51")
    await chat.says("vatten läcker från taket i matsalen")

    (receipt,) = await chat.reads(await chat.says("vad ska jag göra"))

    assert receipt.startswith("Akut: gör det här först")


@pytest.mark.parametrize(("order", "said"), [(False, "help-now-draft"), (True, "help-now-request")])
async def test_help_first_says_how_to_go_on_with_what_was_shown(chat_of: Chats, said: str, *, order: bool) -> None:
    chat = chat_of("KON11")
    await chat.says("Byt lampan i Sal C3")
    if order:
        await chat.says("ja")

    reply = await chat.says("vad ska jag göra")

    assert texts_of(reply) == [said]
    assert views_of(reply) == [("help", None)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Det brinner i köket, vad ska jag göra", "BRANDLARM"),
        ("there is water on the floor, what should I do?", "LACKA"),
    ],
)
def test_a_fault_beside_the_question_comes_first(words: str, code: str) -> None:
    understood = heard(words)

    assert (understood.intent, understood.object) == (Intent.ISSUE, code)


@pytest.mark.parametrize(
    "words",
    [
        *("Larmet piper", "larmet tjuter i korridoren", "det piper i larmet", "brandvarnaren piper", "larmet låter"),
        *("the alarm is beeping", "the alarm keeps sounding", "alarm is going off"),
    ],
)
def test_an_alarm_that_sounds_is_the_one_alarm_of_the_list(words: str) -> None:
    assert heard(words).object == "BRANDLARM"


@pytest.mark.parametrize("words", ["testa larmet", "stäng av larmet", "byt batteri i brandvarnaren"])
def test_an_alarm_that_is_silent_is_no_fire(words: str) -> None:
    assert heard(words).object is None


def with_burglar_alarm(catalogue: Catalogue) -> Catalogue:
    row = replace(
        catalogue.boundary["INBROTT"],
        code="INLARM",
        object=Words(sv="Inbrottslarm", en="Burglar alarm"),
        keywords=Keywords(sv=("inbrottslarm",), en=("burglar alarm",)),
    )
    return replace(catalogue, boundary={**catalogue.boundary, row.code: row})


@pytest.mark.parametrize("words", ["Larmet piper", "the alarm is beeping"])
@pytest.mark.parametrize("which", ["brandlarmet", "brand", "the fire alarm"])
async def test_of_several_alarms_it_is_asked_which(begin: Begin, desk: Desk, words: str, which: str) -> None:
    chat = Chat(begin, with_burglar_alarm(example_pilot().catalogue), "KON51")

    asked = await chat.says(words)
    named = await chat.says(which)

    assert texts_of(asked)[-1] == "which-alarm"
    assert "brandlarm eller inbrottslarm" in (await chat.reads(asked))[-1]
    assert "first-aid-emergency" in texts_of(asked)
    assert [view for view, _ in views_of(named)] == ["receipt"]
    async with desk.begin() as work:
        assert [each.object for each in await work.requests.all()] == ["BRANDLARM"]


async def test_an_alarm_that_is_named_needs_no_question(begin: Begin) -> None:
    chat = Chat(begin, with_burglar_alarm(example_pilot().catalogue), "KON51")

    assert [view for view, _ in views_of(await chat.says("brandlarmet tjuter"))] == ["receipt"]
