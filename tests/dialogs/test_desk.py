"""A coordinator gives work by press and by word, and never to somebody who was not meant."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import replace

import pytest

from domain.assignments import Assignment
from storage.unit_of_work import Storage
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import TODAY, example_pilot, the_person

Chats = Callable[[str], Chat]


async def live(desk: Desk, request: str = "B-2022-0001") -> list[tuple[str, str]]:
    async with desk.begin() as work:
        found: list[Assignment] = list(await work.assignments.of_request(request))
    return [(each.person, each.status.value) for each in found if each.is_live]


@pytest.mark.parametrize(
    "words",
    [
        None,
        "ge B-2022-0001 till Omar",
        "ge b-2022-0001 till Omar Lind.",
        "ge den till Omar",
        "kan du ge B-2022-0001 till SER3?",
        "give B-2022-0001 to Omar",
        "offer it to Omar",
    ],
)
async def test_a_press_and_a_word_offer_alike(chat_of: Chats, desk: Desk, words: str | None) -> None:
    await desk.order()
    chat = chat_of("SAM1")

    if words is None:
        await chat.presses("assignment.offer", "request:B-2022-0001", person="SER3")
    else:
        reply = await chat.says(words)
        assert texts_of(reply) == ["asked-person"]
        assert "Omar Lind" in (await chat.reads(reply))[0]

    assert await live(desk) == [("SER3", "offered")]
    assert (await desk.owed())[1:] == [("assignment.offer", "SER3")]


@pytest.mark.parametrize("words", [None, "tilldela B-2022-0001 till Omar", "assign it to Omar"])
async def test_a_press_and_a_word_assign_alike(chat_of: Chats, desk: Desk, words: str | None) -> None:
    await desk.order()
    chat = chat_of("SAM1")

    if words is None:
        await chat.presses("assignment.assign", "request:B-2022-0001", person="SER3")
    else:
        reply = await chat.says(words)
        assert texts_of(reply) == ["given-person"]
        assert await chat.reads(reply)

    assert await live(desk) == [("SER3", "accepted")]
    assert (await desk.owed())[1:] == [("assignment.assigned", "SER3")]


@pytest.mark.parametrize("word", ["ja", "yes", "ok"])
async def test_a_yes_offers_the_only_one_in_the_queue_to_the_suggested(chat_of: Chats, desk: Desk, word: str) -> None:
    await desk.order()

    reply = await chat_of("SAM1").says(word)

    assert texts_of(reply) == ["asked-person"]
    assert await live(desk) == [("SER1", "offered")]


async def test_a_yes_takes_nothing_from_somebody_who_was_asked_already(chat_of: Chats, desk: Desk) -> None:
    await desk.offer(await desk.order(), "SER3", by=the_person("SAM1"))

    reply = await chat_of("SAM1").says("ja")

    assert [view for view, _ in views_of(reply)] == ["queue"]
    assert await live(desk) == [("SER3", "offered")]


async def test_a_yes_to_a_queue_of_several_shows_them(chat_of: Chats, desk: Desk) -> None:
    for _ in range(2):
        await desk.order()
    chat = chat_of("SAM1")

    reply = await chat.says("ja")

    assert [view for view, _ in views_of(reply)] == ["queue", "queue"]
    assert await live(desk) == []
    assert len(await chat.reads(reply)) == 3


@pytest.mark.parametrize("words", ["ge B-2022-0001 till Kalle", "ge den till Maja"])
async def test_a_name_that_no_employee_has_gives_the_work_to_nobody(chat_of: Chats, desk: Desk, words: str) -> None:
    await desk.order()
    chat = chat_of("SAM1")

    reply = await chat.says(words)

    assert texts_of(reply) == ["nobody-suitable"]
    assert await live(desk) == []
    assert await chat.reads(reply)


async def test_somebody_unsuitable_is_refused_in_words_too(chat_of: Chats, desk: Desk) -> None:
    await desk.order()
    chat = chat_of("SAM1")

    reply = await chat.says("ge B-2022-0001 till Hanna")

    assert texts_of(reply) == ["error-not-suitable"]
    assert await chat.reads(reply)


async def test_what_was_accepted_is_given_to_another_by_its_number(chat_of: Chats, desk: Desk) -> None:
    await desk.order()
    chat = chat_of("SAM1")
    await chat.says("tilldela B-2022-0001 till Leo")

    await chat.says("ge B-2022-0001 till Omar")

    assert await live(desk) == [("SER3", "offered")]


async def test_the_outdated_card_of_another_coordinator_takes_nobodys_offer(chat_of: Chats, desk: Desk) -> None:
    request = await desk.order()
    chat = chat_of("SAM1")
    await chat.presses("assignment.offer", f"request:{request.id}", person="SER3")

    reply = await chat.presses("assignment.offer", f"request:{request.id}", version=request.version, person="SER1")
    again = await chat.presses("assignment.offer", f"request:{request.id}", version=request.version, person="SER3")

    assert texts_of(reply) == ["error-out-of-date"]
    assert texts_of(again) == []
    assert await live(desk) == [("SER3", "offered")]


async def test_a_press_without_a_person_is_refused(chat_of: Chats, desk: Desk) -> None:
    await desk.order()

    for verb in ("assignment.offer", "assignment.assign"):
        assert texts_of(await chat_of("SAM1").presses(verb, "request:B-2022-0001")) == ["error-bad-input"]


@pytest.mark.parametrize("words", ["visa kön", "kö", "show the queue", "vad finns att fördela"])
async def test_the_queue_is_shown_by_its_word(chat_of: Chats, desk: Desk, words: str) -> None:
    assert texts_of(await chat_of("SAM1").says(words)) == ["queue-empty"]
    await desk.order()

    reply = await chat_of("SAM1").says(words)

    assert views_of(reply) == [("queue", "request:B-2022-0001")]
    assert views_of(await chat_of("SAM2").says(words)) == []


async def test_a_long_queue_shows_the_first_and_says_how_many_more(chat_of: Chats, desk: Desk) -> None:
    for _ in range(7):
        await desk.order()
    chat = chat_of("SAM1")

    reply = await chat.says("visa kön")

    assert texts_of(reply) == ["queue-more"]
    assert len(views_of(reply)) == 5
    assert "2" in (await chat.reads(reply))[0]


async def test_nobody_else_gives_work_by_words(chat_of: Chats, desk: Desk) -> None:
    await desk.order()

    for who in ("KON11", "REK1", "SER1"):
        await chat_of(who).says("ge B-2022-0001 till Omar")

    assert await live(desk) == []


@pytest.fixture(params=["sqlite_url", "postgresql_url"])
def database(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.fixture
async def shared(database: str) -> AsyncGenerator[Desk]:
    """A desk on each database, whose PV1 both coordinators look after."""
    storage = Storage.open(database, is_durable=False)
    people = tuple(replace(each, units=("PV1",)) if each.code == "SAM2" else each for each in example_pilot().people)
    async with storage.begin() as work:
        await work.catalogues.load(replace(example_pilot(), people=people), prices_from=TODAY)
    yield Desk(begin=storage.begin, catalogue=example_pilot().catalogue)
    await storage.close()


async def test_of_two_who_give_the_same_in_words_at_once_the_second_is_told_the_truth(shared: Desk) -> None:
    chats = [Chat(shared.begin, shared.catalogue, code) for code in ("SAM1", "SAM2")]
    for _ in range(4):
        request = await shared.order()
        words = [f"tilldela {request.id} till {name}" for name in ("Leo", "Omar")]

        replies = await asyncio.gather(*(chat.says(said) for chat, said in zip(chats, words, strict=True)))

        told = [texts_of(each)[0] for each in replies]
        first = told.index("given-person")
        assert told[1 - first] == "given-before-you"
        assert views_of(replies[1 - first]) == [("queue", f"request:{request.id}")]
        assert await live(shared, request.id) == [(("SER1", "SER3")[first], "accepted")]

        again = await chats[1 - first].says(words[1 - first])

        assert texts_of(again) == ["given-person"]
        assert await live(shared, request.id) == [(("SER3", "SER1")[first], "accepted")]


async def test_what_an_employee_has_taken_is_not_given_away_unknowingly(chat_of: Chats, desk: Desk) -> None:
    request = await desk.order()
    await chat_of("SER1").says(f"jag tar {request.id}")

    assert texts_of(await chat_of("SAM1").says(f"ge {request.id} till Omar")) == ["taken-before-you"]
    assert await live(desk) == [("SER1", "accepted")]
