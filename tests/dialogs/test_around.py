"""Whatever people say has an answer, and everything around the orders works in both languages."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from dialogs.cards.roles import EXAMPLES
from domain.notices import Owed
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from texts import say

Chats = Callable[[str], Chat]


async def notices(desk: Desk, kind: str) -> list[Owed]:
    async with desk.begin() as work:
        return [each for each in await work.outbox.list_notices() if each.kind == kind]


@pytest.mark.parametrize("who", ["KON11", "REK1", "SER1", "SAM1", "PL1", "ADM1"])
@pytest.mark.parametrize("words", ["hjälp", "help", "vad kan du göra?"])
async def test_help_is_shown_to_every_role(chat_of: Chats, who: str, words: str) -> None:
    chat = chat_of(who)

    reply = await chat.says(words)

    assert views_of(reply) == [("help", None)]
    assert await chat.reads(reply)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("who", "group"), [("PL1", "leader"), ("AGA1", "owner"), ("ADM1", "administrator")])
async def test_what_help_says_to_try_is_understood(chat_of: Chats, who: str, group: str, language: str) -> None:
    for nth in range(1, EXAMPLES + 1):
        reply = await chat_of(who).says(say(f"example-{group}-{nth}", language))

        assert "not-understood" not in texts_of(reply)


@pytest.mark.parametrize(
    ("who", "words", "told"),
    [
        ("REK1", "årshjulet", "projektledaren, ekonomen och projektägaren som ser årshjulet"),
        (
            "KON21",
            "calendar",
            "seen by the project leader, the economist and the project owner. You can ask Sara Kastanj",
        ),
        ("SER1", "visa U1", "projektledaren, ekonomen och projektägaren som ser årshjulet"),
        ("SAM1", "U1 pågår", "projektledaren som ändrar i årshjulet, och den som har uppgiften"),
        ("AGA1", "pausa alla frågor", "projektledaren som sköter månadens frågor"),
        ("ADM1", "visa nyckeltalen", "servicemedarbetarna, samordnaren"),
        ("SAM1", "K10 för hela piloten: 94", "bara göra för Pilotverksamhet 1, "),
        ("REK1", "K10 för PV2: 94", "bara göra för Pilotverksamhet 1."),
    ],
)
async def test_what_is_not_for_somebody_is_said_with_who_does_it_and_what_they_can_say_instead(
    chat_of: Chats, who: str, words: str, told: str
) -> None:
    chat = chat_of(who)

    (said,) = await chat.reads(await chat.says(words))

    assert told in said
    for tried in re.findall("[”“]([^”]+)”", said):
        assert not {"error-not-allowed", "not-understood"} & set(texts_of(await chat.says(tried)))


@pytest.mark.parametrize("words", ["tack", "tack så mycket!", "thanks"])
async def test_thanks_are_answered(chat_of: Chats, words: str) -> None:
    assert texts_of(await chat_of("KON11").says(words)) == ["you-are-welcome"]


@pytest.mark.parametrize(
    ("who", "words", "language"),
    [
        ("KON11", "byt till engelska", "en"),
        ("KON11", "English!", "en"),
        ("KON11", "svenska tack!", "sv"),
        ("KON21", "på svenska", "sv"),
        ("KON21", "english please!", "en"),
        ("KON21", "byt språk", "sv"),
    ],
)
async def test_the_language_that_is_named_is_spoken_from_then_on(
    chat_of: Chats, who: str, words: str, language: str
) -> None:
    chat = chat_of(who)

    reply = await chat.says(words)

    assert texts_of(reply) == ["language-chosen"]
    async with chat.begin() as work:
        assert (await work.people.get(who)).language == language
    assert ("English" in (await chat.reads(reply))[0]) == (language == "en")


@pytest.mark.parametrize(
    ("who", "expected"),
    [("KON11", ["SAM1"]), ("KON51", ["SAM2"]), ("PL1", ["SAM1", "SAM2"]), ("SAM1", []), ("SER10", ["SAM1", "SAM2"])],
)
async def test_a_human_is_called_among_the_coordinators_of_ones_units(
    chat_of: Chats, desk: Desk, who: str, expected: list[str]
) -> None:
    chat = chat_of(who)

    reply = await chat.says("jag vill prata med en människa")
    chat.at += timedelta(minutes=10)
    await chat.says("jag vill prata med en människa")

    assert [each.recipient for each in await notices(desk, "human.wanted")] == expected
    assert texts_of(reply) == (["human-called"] if expected else ["no-human"])
    assert await chat.reads(reply)


async def test_the_human_learns_which_request_it_is_about_and_never_a_draft(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says("byt lampan i sal B214 på torsdag")
    await chat.says("jag vill prata med en människa")
    await chat.says("ja")
    chat.at += timedelta(hours=2)
    await chat.says("jag vill prata med en människa")

    assert [each.message.subject for each in await notices(desk, "human.about")] == ["request:B-2022-0001"]
    async with desk.begin() as work:
        assert [each.about for each in await work.talks.live()] == ["request:B-2022-0001"]


@pytest.mark.parametrize("words", ["asdf qwer", "42", "?!?", "ö" * 3000])
async def test_what_is_not_understood_has_an_answer(chat_of: Chats, words: str) -> None:
    chat = chat_of("KON11")

    assert await chat.reads(await chat.says(words))


async def test_a_picture_alone_is_asked_what_it_is_about_and_nothing_at_all_too(chat_of: Chats) -> None:
    chat = chat_of("KON11")

    picture, nothing = await chat.says("", has_files=True), await chat.says("  ")

    assert (texts_of(picture), texts_of(nothing)) == (["files-without-words"], ["nothing-said"])
    assert await chat.reads(picture)
    assert await chat.reads(nothing)


async def test_an_identity_number_is_masked_and_the_writer_told_and_the_wish_taken(chat_of: Chats) -> None:
    chat = chat_of("KON11")

    reply = await chat.says("mitt personnummer är 811228-9874, kan ni fixa passerkort")

    assert texts_of(reply) == ["identity-number-masked"]
    assert [view for view, _ in views_of(reply)] == ["order"]
    focus = await chat.focus()
    async with chat.begin() as work:
        assert "9874" not in str(await work.drafts.get(focus))


@pytest.mark.parametrize("who", ["KON11", "SAM2", "PL1", "EK1"])
@pytest.mark.parametrize("word", ["ja", "nej", "yes", "no", "ok"])
async def test_a_yes_or_no_with_nothing_asked_changes_nothing(chat_of: Chats, desk: Desk, who: str, word: str) -> None:
    chat = chat_of(who)

    reply = await chat.says(word)

    assert await chat.reads(reply)
    assert await desk.owed() == []


@pytest.mark.parametrize(
    ("words", "view", "subject"),
    [
        ("vad kostar fönsterputsning", "service", "catalogue:LOK-FON"),
        ("visa tilläggstjänster", "catalogue", None),
        ("visa tjänster", "catalogue", None),
    ],
)
async def test_the_catalogue_is_shown_by_service_by_category_or_whole(
    chat_of: Chats, words: str, view: str, subject: str | None
) -> None:
    chat = chat_of("KON11")

    reply = await chat.says(words)

    assert views_of(reply) == [(view, subject)]
    assert await chat.reads(reply)


@pytest.mark.parametrize("words", ["hur mycket är kvar av budgeten"])
async def test_what_cannot_be_done_here_yet_is_said_with_whom_to_ask(chat_of: Chats, words: str) -> None:
    chat = chat_of("SER3")

    reply = await chat.says(words)

    assert texts_of(reply) == ["not-yet-ask"]
    assert "Karin Vide" in (await chat.reads(reply))[0]


@pytest.mark.parametrize(("words", "language"), [("brandövning på fredag", "sv"), ("we need a fire drill", "en")])
async def test_a_drill_is_told_what_can_be_had_instead(chat_of: Chats, words: str, language: str) -> None:
    chat = chat_of("KON11")
    async with chat.begin() as work:
        await work.people.set_language("KON11", language)

    reply = await chat.says(words)

    assert texts_of(reply) == ["drill-not-ours"]
    assert await chat.reads(reply)


@pytest.mark.parametrize("words", ["someone is bleeding in the hall", "people are stuck in the lift"])
async def test_an_emergency_in_english_shows_what_to_do_at_once(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("KON11")
    async with chat.begin() as work:
        await work.people.set_language("KON11", "en")

    reply = await chat.says(words)

    async with desk.begin() as work:
        assert (await work.requests.get("F-2022-0001")).severity == "emergency"
    assert "112" in (await chat.reads(reply))[0] or "alarm" in (await chat.reads(reply))[0]


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("SER1", "nyckel borta"),
        ("SER1", "lokalvård"),
        ("SER3", "kan du fixa lampan"),
        ("SER3", "can you fix the lamp?"),
    ],
)
async def test_an_employee_who_would_order_reads_what_they_can_do_instead(chat_of: Chats, who: str, words: str) -> None:
    chat = chat_of(who)

    reply = await chat.says(words)

    assert texts_of(reply) == ["cannot-order-employee-ask"]
    (said,) = await chat.reads(reply)
    assert all(way in said for way in ("mina uppdrag", "vad och var", "prata med samordnaren"))


@pytest.mark.parametrize("words", ["kan du fixa lampan, den är trasig", "slut på toapapper", "lampan är trasig"])
async def test_a_fault_that_an_employee_tells_of_is_reported(chat_of: Chats, words: str) -> None:
    chat = chat_of("SER3")

    assert texts_of(await chat.says(words)) == ["which-unit"]
    assert views_of(await chat.says("PV1"))[0][0] == "receipt"


async def test_an_employee_who_asks_for_a_mending_at_a_known_place_reports_it(chat_of: Chats) -> None:
    assert views_of(await chat_of("SER3").says("kan du byta lampan i B214?"))[0][0] == "receipt"
