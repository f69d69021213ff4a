"""A principal says who approves in their place, by typing and on a card; the substitute answers as they would."""

from collections.abc import Callable
from datetime import date

import pytest

from dialogs.understanding.substitute_words import substitute_said
from domain.requests import RequestStatus
from domain.substitutes import Substitution
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import NOW, TODAY

Chats = Callable[[str], Chat]
NAMED = [("substitute", "substitute:1")]


async def standing(desk: Desk) -> list[Substitution]:
    async with desk.begin() as work:
        return list(await work.substitutions.of_days(TODAY, date.max))


@pytest.mark.parametrize(
    "words",
    [
        None,
        "jag är borta 4–8 april, Emil godkänner",
        "Jag är ledig 4-8 april. Emil Gran godkänner åt mig.",
        "I'm away 4-8 April, Emil approves",
        "låt Emil godkänna 4-8 april",
        "Emil får godkänna medan jag är borta 4-8 april",
    ],
)
async def test_a_press_and_a_word_name_a_substitute_alike(chat_of: Chats, desk: Desk, words: str | None) -> None:
    chat = chat_of("REK1")

    if words is None:
        reply = await chat.presses("approval.substitute", "", person="KON11", date="2022-04-04", last="2022-04-08")
        assert reply.card is not None
        assert (reply.card.view, reply.card.subject) == NAMED[0]
    else:
        assert views_of(await chat.says(words)) == NAMED

    (kept,) = await standing(desk)
    assert (kept.substitute, kept.first, kept.last) == ("KON11", date(2022, 4, 4), date(2022, 4, 8))


@pytest.mark.parametrize("words", ["ersättare", "vem är min ersättare?", "who is my substitute"])
async def test_who_it_is_is_asked_in_a_sentence(chat_of: Chats, words: str) -> None:
    assert [view for view, _ in views_of(await chat_of("REK1").says(words))] == ["substitute"]


async def test_today_when_no_day_is_said(chat_of: Chats, desk: Desk) -> None:
    await chat_of("REK1").says("Emil godkänner åt mig")

    assert [(each.first, each.last) for each in await standing(desk)] == [(TODAY, TODAY)]


@pytest.mark.parametrize("words", ["ersättare", "vem godkänner när jag är borta?", "who approves when I'm away?"])
async def test_the_choice_is_shown_when_it_is_asked_for(chat_of: Chats, words: str) -> None:
    reply = await chat_of("REK1").says(words)

    assert views_of(reply) == [("substitute", None)]
    assert "jag är borta 4-8 april" in (await chat_of("REK1").reads(reply))[0]


async def test_a_name_that_nobody_has_is_asked_about(chat_of: Chats, desk: Desk) -> None:
    reply = await chat_of("REK1").says("jag är borta imorgon, Xerxes godkänner")

    assert (texts_of(reply), views_of(reply)) == (["substitute-who"], [("substitute", None)])
    assert await standing(desk) == []


@pytest.mark.parametrize("words", [None, "jag godkänner själv igen", "jag är tillbaka", "I approve myself again"])
async def test_a_press_and_a_word_end_it_alike(chat_of: Chats, desk: Desk, words: str | None) -> None:
    chat = chat_of("REK1")
    await chat.says("Emil godkänner åt mig")

    if words is None:
        await chat.presses("approval.back", "substitute:1")
    else:
        assert views_of(await chat.says(words)) == NAMED

    assert await standing(desk) == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (None, RequestStatus.QUEUED),
        ("godkänn", RequestStatus.QUEUED),
        ("ja", RequestStatus.QUEUED),
        ("avslå", RequestStatus.REJECTED),
    ],
)
async def test_the_substitute_answers_by_press_and_by_word(
    chat_of: Chats, desk: Desk, words: str | None, status: RequestStatus
) -> None:
    await chat_of("REK1").says("Emil godkänner åt mig")
    request = await desk.order("KON12", service="SAN-KLO")
    chat = chat_of("KON11")

    if words is None:
        await chat.presses("request.approve", f"request:{request.id}")
    else:
        await chat.says(words)

    assert (await desk.request(request.id)).status is status


async def test_whoever_stands_in_for_nobody_is_not_asked(chat_of: Chats, desk: Desk) -> None:
    request = await desk.order("KON12", service="SAN-KLO")

    assert texts_of(await chat_of("KON11").says("godkänn")) != ["request-approved"]
    assert texts_of(await chat_of("KON11").presses("request.approve", f"request:{request.id}")) == ["error-not-allowed"]
    assert (await desk.request(request.id)).status is RequestStatus.AWAITING_APPROVAL


@pytest.mark.parametrize("words", [None, "fråga: varför?", "fråga B-2022-0001: varför?", "ask: why?"])
async def test_a_principal_asks_before_they_answer(chat_of: Chats, desk: Desk, words: str | None) -> None:
    request = await desk.order("KON12", service="SAN-KLO")
    chat = chat_of("REK1")

    if words is None:
        await chat.presses("request.ask", f"request:{request.id}", comment="varför?")
    else:
        assert texts_of(await chat.says(words)) == ["approval-question-sent"]

    assert ("approval.question", "KON12") in await desk.owed()
    assert (await desk.request(request.id)).status is RequestStatus.AWAITING_APPROVAL


async def test_the_card_of_a_substitute_is_for_the_two_alone(chat_of: Chats) -> None:
    await chat_of("REK1").says("Emil godkänner åt mig")
    reply = await chat_of("REK1").says("Emil godkänner åt mig")
    said = {code: (await chat_of(code).reads(reply))[0] for code in ("REK1", "KON11", "KON12")}

    assert "Emil Gran får godkänna" in said["REK1"]
    assert "Du får godkänna för Maja Ek" in said["KON11"]
    assert "Emil" not in said["KON12"]
    assert chat_of("REK1").at == NOW


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("jag godkänner", None),
        ("vem godkänner?", None),
        ("kan du godkänna den", None),
        ("jag är borta fredag, Anna Berg får godkänna", "anna berg"),
    ],
)
def test_the_words_for_a_substitute_are_known(words: str, name: str | None) -> None:
    assert substitute_said(words) == name
