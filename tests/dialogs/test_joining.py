"""A fault that is reported already is asked about, and joined or reported all the same, by press and by a word."""

from collections.abc import Callable

import pytest

from dialogs.understanding.same_words import is_another, is_me_too
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of

Chats = Callable[[str], Chat]
SAID = "ingen har städat"


async def numbers(desk: Desk) -> list[str]:
    async with desk.begin() as work:
        return [each.id for each in await work.requests.all()]


@pytest.mark.parametrize("words", [None, "ja", "jag också", "samma hos oss", "me too", "ja, samma fel"])
async def test_a_press_and_a_word_join_alike(chat_of: Chats, desk: Desk, words: str | None) -> None:
    issue = await desk.report("EJSTAD", who="KON12")
    chat = chat_of("KON11")
    asked = await chat.says(SAID)
    assert views_of(asked) == [("same", f"request:{issue.id}")]
    assert "redan anmält" in (await chat.reads(asked))[0]

    if words is None:
        reply = await chat.presses("request.join", f"request:{issue.id}")
        assert reply.card is not None
        assert (reply.card.view, reply.card.subject) == ("request", f"request:{issue.id}")
    else:
        assert texts_of(await chat.says(words)) == ["issue-joined"]

    assert await numbers(desk) == [issue.id]
    assert await desk.story(f"request:{issue.id}") == ["reported", "joined"]
    assert await chat.focus() == issue.id


@pytest.mark.parametrize("words", [None, "nej", "nej, ett annat fel", "another one"])
async def test_another_fault_is_reported_all_the_same(chat_of: Chats, desk: Desk, words: str | None) -> None:
    issue = await desk.report("EJSTAD", who="KON12")
    chat = chat_of("KON11")
    asked = await chat.says(SAID)

    if words is None:
        values = dict(asked.messages[0].values)
        await chat.presses("issue.report", "object:EJSTAD", version=1, **values)
    else:
        assert views_of(await chat.says(words)) == [("receipt", "request:F-2022-0002")]

    assert len(await numbers(desk)) == 2
    assert "joined" not in await desk.story(f"request:{issue.id}")


async def test_told_again_after_joining_shows_what_is_followed(chat_of: Chats, desk: Desk) -> None:
    issue = await desk.report("EJSTAD", who="KON12")
    chat = chat_of("KON11")
    await chat.says(SAID)
    await chat.says("jag också")

    again = await chat_of("KON11").says("nu har ingen städat igen")

    assert await numbers(desk) == [issue.id], again


async def test_what_one_has_joined_stands_among_ones_own_until_it_is_over(chat_of: Chats, desk: Desk) -> None:
    issue = await desk.report("EJSTAD", who="KON12")
    other = await desk.report("LACKA", who="KON12")
    chat = chat_of("KON11")
    await chat.says(SAID)
    await chat.says("jag också")

    (listed,) = await chat.reads(await chat.says("mina ärenden"))

    assert issue.id in listed
    assert "Du följer den" in listed
    assert other.id not in listed
    assert (await chat.reads(await chat.says("vad är klart?")))[0].count(issue.id) == 0


@pytest.mark.parametrize("words", ["hur går det med läckan?", "how is the leak going?"])
async def test_what_one_has_joined_is_shown_when_it_is_asked_how_it_goes(
    chat_of: Chats, desk: Desk, words: str
) -> None:
    leak = await desk.report("LACKA", who="KON12")
    chat = chat_of("KON11")
    await chat.says("vatten läcker från taket")
    await chat.says("jag också")
    await chat.says("tack")
    await desk.report("EJSTAD", who="KON11")

    assert views_of(await chat.says(words)) == [("request", f"request:{leak.id}")]


async def test_in_an_emergency_what_to_do_stands_first(chat_of: Chats, desk: Desk) -> None:
    await desk.report("LACKA", who="KON12")

    chat = chat_of("KON11")

    reply = await chat.says("vatten läcker från taket")

    assert texts_of(reply)[:1] == ["first-aid-emergency"]
    assert (await chat.reads(reply))[0].endswith("ring 112. Ring sedan Lokalförvaltningen: 040-628 04 21.")
    assert [view for view, _ in views_of(reply)] == ["same"]


async def test_anything_else_is_answered_as_such(chat_of: Chats, desk: Desk) -> None:
    await desk.report("EJSTAD", who="KON12")
    chat = chat_of("KON11")
    await chat.says(SAID)

    assert [view for view, _ in views_of(await chat.says("visa katalogen"))] == ["catalogue"]
    assert len(await numbers(desk)) == 1


@pytest.mark.parametrize(
    ("words", "is_same", "is_other"),
    [
        ("Jag också!", True, False),
        ("vi med", True, False),
        ("det är samma fel", True, False),
        ("it's the same", True, False),
        ("nej, det är ett annat fel", False, True),
        ("not the same", False, True),
        ("jag vill beställa fönsterputs också", False, False),
    ],
)
def test_the_words_are_known(words: str, *, is_same: bool, is_other: bool) -> None:
    assert (is_me_too(words), is_another(words)) == (is_same, is_other)
