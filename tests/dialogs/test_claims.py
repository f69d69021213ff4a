"""Free work is asked for, shown in the team's channel and taken, by press and by a word."""

from collections.abc import Callable

import pytest

from actions.ports import Begin
from dialogs.understanding.open_words import OpenWork, open_work_asked
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import example_pilot, the_person

Chats = Callable[[str], Chat]
THREAD = "19:team;messageid=1"
FREE = [("claim", "request:B-2022-0001")]
MINE = [("assignment", "assignment:U-2022-0001")]


def in_channel(begin: Begin, person: str) -> Chat:
    return Chat(begin, example_pilot().catalogue, person, thread=THREAD)


@pytest.mark.parametrize(
    "words",
    [
        "lediga uppdrag",
        "Finns det lediga jobb?",
        "any free work?",
        "finns det något jag kan göra?",
        "anything I can take?",
    ],
)
async def test_an_employee_sees_what_they_can_take(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("SER3")
    assert texts_of(await chat.says(words)) == ["free-work-none"]
    await desk.order(note="Emils lampa")

    reply = await chat.says(words)

    assert (texts_of(reply), views_of(reply)) == (["free-work-shown"], FREE)
    said = "\n".join(await chat.reads(reply))
    assert "Ledigt" in said
    assert "Emil" not in said
    assert "210" not in said


@pytest.mark.parametrize("words", [None, "jag tar det", "ja", "jag tar B-2022-0001", "I'll take it"])
async def test_a_press_and_a_word_take_it_alike(chat_of: Chats, desk: Desk, words: str | None) -> None:
    await desk.order()
    chat = chat_of("SER3")
    await chat.says("lediga uppdrag")

    if words is None:
        reply = await chat.presses("assignment.claim", "request:B-2022-0001")
        assert reply.card is not None
        assert (reply.card.view, reply.card.subject) == MINE[0]
    else:
        assert views_of(await chat.says(words)) == MINE

    assert (await desk.assignment("U-2022-0001")).person == "SER3"
    assert await chat.focus() == "U-2022-0001"


async def test_whoever_is_second_reads_who_was_first(chat_of: Chats, desk: Desk) -> None:
    await desk.order()
    await chat_of("SER3").says("jag tar B-2022-0001")
    chat = chat_of("SER1")

    typed = await chat.says("jag tar B-2022-0001")
    pressed = await chat.presses("assignment.claim", "request:B-2022-0001", version=1)

    told = ["Omar Lind hann före och har tagit B-2022-0001."]
    assert await chat.reads(typed) == told
    assert await chat.reads(pressed) == told


async def test_somebody_else_is_asked_already(chat_of: Chats, desk: Desk) -> None:
    await desk.offer(await desk.order(), "SER3", by=the_person("SAM1"))
    chat = chat_of("SER1")

    reply = await chat.says("jag tar B-2022-0001")

    assert await chat.reads(reply) == ["Omar Lind är tillfrågad om B-2022-0001 och har inte svarat än."]


async def test_a_coordinator_has_free_work_shown_in_a_channel_and_an_employee_takes_it_there(
    begin: Begin, desk: Desk
) -> None:
    coordinator, employee = in_channel(begin, "SAM1"), in_channel(begin, "SER3")

    assert texts_of(await coordinator.says("visa lediga uppdrag här")) == ["free-work-here"]
    await desk.order()
    async with begin() as work:
        assert await work.outbox.next_due() is not None
    reply = await employee.presses("assignment.claim", "request:B-2022-0001")

    assert (reply.card, reply.messages, reply.toast) == (None, (), None)
    assert (await desk.owed())[-1] == ("assignment.claimed", "SER3")
    assert texts_of(await coordinator.says("inga lediga uppdrag")) == ["free-work-gone"]


async def test_an_employee_does_not_say_what_a_channel_shows(begin: Begin) -> None:
    assert texts_of(await in_channel(begin, "SER3").says("visa lediga uppdrag här")) == ["error-not-allowed"]


async def test_a_requester_is_told_nothing_of_free_work(chat_of: Chats, desk: Desk) -> None:
    await desk.order()

    assert "free-work-shown" not in texts_of(await chat_of("KON11").says("lediga uppdrag"))
    assert texts_of(await chat_of("KON11").presses("assignment.claim", "request:B-2022-0001")) == [
        "error-request-not-found"
    ]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("lediga uppdrag här", OpenWork.HERE),
        ("Visa lediga uppdrag i kanalen!", OpenWork.HERE),
        ("show free work in this channel", OpenWork.HERE),
        ("inga lediga uppdrag här", OpenWork.NO_MORE),
        ("sluta visa lediga uppdrag", OpenWork.NO_MORE),
        ("no free work", OpenWork.NO_MORE),
        ("vilka uppdrag är lediga på fredag eftermiddag för städning", None),
        ("jag är ledig på fredag", None),
        ("öppna ärenden", None),
    ],
)
def test_the_words_for_free_work_are_known(words: str, asked: OpenWork | None) -> None:
    assert open_work_asked(words) is asked
