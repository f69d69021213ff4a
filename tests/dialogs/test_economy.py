"""What is left of the agreed hours is told to those who may read the agreement, of the month they mean."""

from collections.abc import Callable
from datetime import date

import pytest

from dialogs.economy import asks_for_hours
from dialogs.turn import Reply, show
from dialogs.understanding.month_words import month_said
from tests.chat import Chat
from tests.factories import TODAY

Chats = Callable[[str], Chat]


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("hur många timmar har vi kvar?", date(2022, 3, 1)),
        ("hur många timmar har vi kvar i mars", date(2022, 3, 1)),
        ("timmar kvar förra månaden", date(2022, 2, 1)),
        ("how many hours are left next month?", date(2022, 4, 1)),
        ("hours left in May", date(2022, 5, 1)),
        ("avtalade timmar i december", date(2021, 12, 1)),
        ("avtalade timmar i december 2022", date(2022, 12, 1)),
    ],
)
async def test_a_sentence_means_a_month(chat_of: Chats, words: str, month: date) -> None:
    assert asks_for_hours(words)
    assert month_said(words, today=TODAY) == month

    reply = await chat_of("REK1").says(words)

    assert [(each.view, each.subject, each.values["month"]) for each in reply.messages] == [
        ("agreed", "unit:PV1", f"{month:%Y-%m}")
    ]


@pytest.mark.parametrize(
    ("code", "words", "answer"),
    [
        ("SAM1", "hur många timmar har PV2 kvar?", "unit:PV2"),
        ("EK1", "hur många timmar har PV5 kvar i april?", "unit:PV5"),
        ("SAM1", "hur många timmar har vi kvar?", "which-unit"),
        ("SER1", "hur många timmar har vi kvar?", "error-not-allowed"),
        ("REK1", "hur många timmar har PV2 kvar?", "unit:PV1"),
    ],
)
async def test_only_who_may_read_the_agreement_is_told(chat_of: Chats, code: str, words: str, answer: str) -> None:
    reply = await chat_of(code).says(words)

    assert [each.subject or each.text for each in reply.messages] == [answer]


@pytest.mark.parametrize("code", ["SER1", "REK2", "KON21"])
async def test_a_card_of_another_unit_tells_nothing(chat_of: Chats, code: str) -> None:
    (text,) = await chat_of(code).reads(Reply(messages=(show("agreed", "unit:PV1", month="2022-03"),)))

    assert "12" not in text


async def test_the_unit_that_was_asked_for_can_be_said_next(chat_of: Chats) -> None:
    chat = chat_of("SAM1")
    await chat.says("hur många timmar har vi kvar i april?")

    reply = await chat.says("PV2")

    assert [(each.subject, each.values["month"]) for each in reply.messages] == [("unit:PV2", "2022-04")]


@pytest.mark.parametrize(
    ("code", "words", "month"),
    [
        ("SAM1", "hur håller vi löftena i mars?", "2022-03"),
        ("SAM1", "hur höll vi löftena förra månaden", "2022-02"),
        ("PL1", "how do we keep our promises?", "2022-03"),
        ("PL1", "hur många löften bröt vi i februari?", "2022-02"),
        ("ADM1", "hur håller vi löftena?", None),
    ],
)
async def test_how_promises_are_kept_is_told_to_those_who_see_indicators(
    chat_of: Chats, code: str, words: str, month: str | None
) -> None:
    (message,) = (await chat_of(code).says(words)).messages

    assert (message.view or message.text, message.values.get("month")) == (
        ("promises", month) if month else ("error-not-allowed", None)
    )


async def test_the_card_of_an_order_goes_on_saying_what_it_left_of_the_month(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says("putsa fönstren i aulan på fredag, 4 timmar")

    await chat.says("hur många timmar har vi kvar?")
    (ordered,) = await chat.reads(await chat.says("beställ"))

    assert "Kvar den månaden: 8 av 12 timmar" in ordered
