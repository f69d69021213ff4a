"""What people say beside the orders: letters, long texts, scolding, help in its moment, a human who answers."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from dialogs.understanding import Intent
from domain.notices import Owed
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.dialogs.turns import says

Chats = Callable[[str], Chat]
LETTER = """Från: Maja Berg <maja@example.org>
Till: Vaktis
Ämne: Städning i matsalen på fredag

Hej! Kan ni byta lampan i sal B214 på torsdag?

Med vänliga hälsningar
Maja Berg
Fönsterputsarvägen 3

Den 3 mars 2022 skrev Karin Vide:
> Vi putsar fönster i biblioteket på måndag
"""


async def notices(desk: Desk, kind: str) -> list[Owed]:
    async with desk.begin() as work:
        return [each for each in await work.outbox.list_notices() if each.kind == kind]


def test_of_a_pasted_letter_only_the_writers_own_words_are_read() -> None:
    understood = says("KON11", LETTER).understood

    assert understood is not None
    assert (understood.service, understood.more) == ("VAK-LAM", ())
    assert understood.text == LETTER
    assert str(understood.when and understood.when.start)[:10] == "2022-03-17"


async def test_the_whole_letter_stands_in_the_note(chat_of: Chats) -> None:
    chat = chat_of("KON11")

    await chat.says(LETTER)
    focus = await chat.focus()

    async with chat.begin() as work:
        assert (await work.drafts.get(focus)).note == LETTER.strip()


async def test_of_a_very_long_text_it_is_said_that_only_the_beginning_was_read(chat_of: Chats) -> None:
    chat = chat_of("KON11")

    reply = await chat.says("byt lampan i sal B214 på torsdag. " + "och så vidare " * 300)

    assert texts_of(reply) == ["only-the-beginning"]
    assert [view for view, _ in views_of(reply)] == ["order"]


@pytest.mark.parametrize("words", ["jävla skitbot", "du är en idiot", "you are useless", "this is shit"])
async def test_who_scolds_gets_a_calm_answer_and_is_offered_a_human(chat_of: Chats, words: str) -> None:
    chat = chat_of("KON11")

    reply = await chat.says(words)

    assert texts_of(reply) == ["scolded"]
    assert "människa" in (await chat.reads(reply))[0]


@pytest.mark.parametrize("words", ["😀", "🎉🎉", "🤷", "👍"])
async def test_only_signs_have_an_answer_and_change_nothing(chat_of: Chats, desk: Desk, words: str) -> None:
    reply = await chat_of("KON11").says(words)

    assert texts_of(reply)
    assert await desk.owed() == []


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("😀😀😀", "only-signs"),
        ("🤷", "only-signs"),
        ("🙂 !", "only-signs"),
        ("🙏", "you-are-welcome"),
    ],
)
async def test_faces_say_nothing_that_is_answered_with_thanks(chat_of: Chats, words: str, answer: str) -> None:
    assert texts_of(await chat_of("PL1").says(words)) == [answer]


async def test_a_masked_number_is_told_also_when_the_answer_is_no(chat_of: Chats) -> None:
    reply = await chat_of("KON11").says("avboka B-2022-0099, mitt nummer är 811228-9874")

    assert texts_of(reply) == ["identity-number-masked", "error-request-not-found"]


async def test_one_wish_that_cannot_be_done_keeps_nothing_from_the_other(chat_of: Chats) -> None:
    chat = chat_of("KON11")

    reply = await chat.says("byt lampan i sal B214 på torsdag och putsa fönstren i aulan på fredag, det tar 99 timmar")

    assert "order" in [view for view, _ in views_of(reply)]
    assert "error-bad-input" in texts_of(reply)


@pytest.mark.parametrize("who", ["EK1"])
async def test_who_may_not_order_is_told_why_and_whom_to_ask(chat_of: Chats, who: str) -> None:
    chat = chat_of(who)

    reply = await chat.says("byt lampan i sal B214 på torsdag")

    assert texts_of(reply) == ["cannot-order-ask"]
    assert await chat.reads(reply)


async def test_help_on_a_draft_says_how_to_go_on_with_it(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says("byt lampan i sal B214 på torsdag")

    reply = await chat.says("hjälp")

    assert texts_of(reply) == ["help-now-draft"]
    assert views_of(reply) == [("help", None)]


async def test_a_switch_of_language_shows_the_card_that_stands_there_anew(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    shown = await chat.says("byt lampan i sal B214 på torsdag")

    await chat.says("in english please")

    assert "Thursday" in (await chat.reads(shown))[0]
    assert views_of(await chat.says("order it")) == [("request", "request:B-2022-0001")]


async def test_a_reopened_order_has_a_new_promise(chat_of: Chats, desk: Desk) -> None:
    done = await desk.done()
    chat = chat_of(done.requester)
    chat.at += timedelta(days=5)

    await chat.says(f"öppna {done.id} igen")

    async with desk.begin() as work:
        again = await work.requests.get(done.id)
    assert again.promised_at is not None
    assert again.promised_at > chat.at


async def test_nobody_is_written_to_who_is_not_reachable(chat_of: Chats, desk: Desk) -> None:
    reply = await chat_of("KON11").says("svara Rektor: hej")

    assert texts_of(reply) == ["pass-on-whom"]
    assert await notices(desk, "human.said") == []


def test_the_words_of_a_card_are_read_as_they_are_written() -> None:
    understood = says("SER1", "jag kan inte").understood

    assert understood is not None
    assert understood.intent is Intent.DECLINE
