"""A time that lies behind, or that nobody can date, is asked about: nothing is ordered for it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from dialogs.understanding import Intent
from tests.chat import Chat, texts_of, views_of
from tests.dialogs.turns import says

Chats = Callable[[str], Chat]

PASSED = ["byt lampan i sal B214 igår", "putsa fönster i går kl 10", "byt lampan i sal B214 idag kl 8"]
UNREAL = [
    "städa aulan 30 februari",
    "byt lampan i sal B214 kl 25",
    "clean the hall on 31 April",
    "städa aulan 2022-02-30",
    "städa aulan vecka 60",
    "clean the hall in week 0",
]
UNDATED = ["putsa fönster i sommar", "putsa fönster under sommarlovet"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        *((each, "past") for each in PASSED),
        *((each, "season") for each in UNDATED),
        *((each, "unreal") for each in UNREAL),
    ],
)
async def test_a_time_that_cannot_be_kept_is_asked_about_and_not_ordered(chat_of: Chats, words: str, why: str) -> None:
    chat = chat_of("KON11")

    shown = await chat.says(words)
    pressed = await chat.presses("order.place", f"draft:{await chat.focus()}")
    said = await chat.says("ja")

    focus = await chat.focus()
    async with chat.begin() as work:
        draft = await work.drafts.get(focus)
    assert (draft.wanted_kind, draft.wanted_start, draft.request) == (why, None, None)
    assert [view for view, _ in views_of(shown)] == ["order"]
    assert "När ska det göras" in (await chat.reads(shown))[0] or "Vilka dagar" in (await chat.reads(shown))[0]
    assert texts_of(pressed) == ["error-bad-input"]
    assert [view for view, _ in views_of(said)] == ["order"]


@pytest.mark.parametrize(
    ("answer", "kind"), [("på torsdag", "day"), ("när som helst", "none"), ("eller på torsdag", "day")]
)
async def test_the_answer_makes_it_orderable(chat_of: Chats, answer: str, kind: str) -> None:
    chat = chat_of("KON11")
    await chat.says("putsa fönster i sommar")

    await chat.says(answer)
    focus = await chat.focus()
    async with chat.begin() as work:
        draft = await work.drafts.get(focus)
    placed = await chat.says("ja")

    assert draft.wanted_kind == kind
    assert views_of(placed) == [("request", "request:B-2022-0001")]


async def test_a_draft_whose_time_has_passed_while_it_lay_is_asked_about(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says("byt lampan i sal B214 imorgon före 8")
    chat.at += timedelta(days=7)

    said = await chat.says("ja")
    pressed = await chat.presses("order.place", f"draft:{await chat.focus()}", date="2022-03-24", time="08:00")

    assert [view for view, _ in views_of(said)] == ["order"]
    assert pressed.card is not None
    assert pressed.card.view == "request"


@pytest.mark.parametrize(
    ("words", "rating"), [("3 okej", 3), ("3 ganska bra", 3), ("5 toppen", 5), ("5 great", 5), ("4, bra gjort", 4)]
)
def test_a_mark_with_a_word_about_it_is_a_rating(words: str, rating: int) -> None:
    understood = says("KON11", words).understood

    assert understood is not None
    assert (understood.intent, understood.rating, understood.count) == (Intent.RATE, rating, None)


@pytest.mark.parametrize("words", ["3 stolar", "5 stolar till aulan", "3 bra stolar till aulan", "2 ok bord"])
def test_a_count_of_things_is_no_mark(words: str) -> None:
    understood = says("KON11", words).understood

    assert understood is not None
    assert understood.intent is not Intent.RATE


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("jag kan inte", Intent.DECLINE),
        ("I can't", Intent.DECLINE),
        ("klart", Intent.FINISH),
        ("fortsätt", Intent.START),
        ("resume", Intent.START),
    ],
)
def test_short_words_of_the_cards_are_understood(words: str, intent: Intent) -> None:
    understood = says("SER1", words).understood

    assert understood is not None
    assert understood.intent is intent


VAGUE = [
    "fel",
    "jag vill ha en grej",
    "kan någon komma",
    "vi behöver hjälp",
    "det strular",
    "fixa det",
    "i aulan",
    "can someone come",
    "the thing is broken",
]


@pytest.mark.parametrize("words", VAGUE)
async def test_what_names_nothing_of_the_catalogue_is_asked_about_rather_than_guessed(
    chat_of: Chats, words: str
) -> None:
    chat = chat_of("KON11")

    reply = await chat.says(words)

    assert {view for view, _ in views_of(reply)} <= {"choice", "help"}
    async with chat.begin() as work:
        assert await work.requests.all() == []
