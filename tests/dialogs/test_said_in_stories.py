"""What people say in the middle of it: on my way, who has it, all of them, who is away, what waits, what I forgot."""

from collections.abc import Callable

import pytest

from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import the_person

Chats = Callable[[str], Chat]
SAM1 = the_person("SAM1")


async def statuses(desk: Desk, *numbers: str) -> list[str]:
    return [(await desk.assignment(number)).status.value for number in numbers]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("på väg", "accepted"),
        ("jag är på väg", "accepted"),
        ("on my way", "accepted"),
        ("jag är på plats nu", "started"),
        ("I'm here", "started"),
    ],
)
async def test_being_on_the_way_takes_it_on_and_being_there_begins_it(
    chat_of: Chats, desk: Desk, said: str, status: str
) -> None:
    offered = await desk.offer(await desk.order(), "SER3", by=SAM1)

    await chat_of("SER3").says(said)

    assert await statuses(desk, offered.id) == [status]


@pytest.mark.parametrize("said", ["jag tar båda", "vi tar alla", "I'll take both"])
async def test_all_that_is_offered_is_taken_in_one_sentence(chat_of: Chats, desk: Desk, said: str) -> None:
    offered = [await desk.offer(await desk.order(), "SER3", by=SAM1) for _ in range(2)]

    await chat_of("SER3").says(said)

    assert await statuses(desk, *(each.id for each in offered)) == ["accepted", "accepted"]


@pytest.mark.parametrize(
    "said", ["vad väntar på mitt godkännande?", "har jag något att godkänna?", "what is waiting for my approval?"]
)
async def test_a_principal_asks_what_waits_and_approves_all(chat_of: Chats, desk: Desk, said: str) -> None:
    chat = chat_of("REK1")
    assert texts_of(await chat.says(said)) == ["nothing-to-approve"]
    orders = [await desk.order(service="SAN-KLO") for _ in range(2)]

    assert [view for view, _ in views_of(await chat.says(said))] == ["approval", "approval"]
    await chat.says("godkänn båda")

    assert [(await desk.request(each.id)).status for each in orders] == ["queued", "queued"]


@pytest.mark.parametrize("said", ["godkänt", "det är godkänt", "approved"])
async def test_approved_is_a_yes(chat_of: Chats, desk: Desk, said: str) -> None:
    order = await desk.order(service="SAN-KLO")

    await chat_of("REK1").says(said)

    assert (await desk.request(order.id)).status == "queued"


@pytest.mark.parametrize("said", ["vem kommer?", "vem har det", "who has it?", "vem godkände?"])
async def test_who_has_it_is_told_of_what_was_spoken_of(chat_of: Chats, said: str) -> None:
    chat = chat_of("KON11")
    await chat.says("det rinner vatten i aulan")

    assert views_of(await chat.says(said)) == [("request", "request:F-2022-0001")]


@pytest.mark.parametrize("said", ["Omar är tillbaka", "Omar Lind is back"])
async def test_a_coordinator_asks_who_is_away_and_says_who_is_back(chat_of: Chats, said: str) -> None:
    chat = chat_of("SAM1")
    await chat.says("Omar är sjuk idag")
    assert await chat.reads(await chat.says("vem är borta idag?")) == ["Borta i dag: Omar Lind."]

    await chat.says(said)

    assert texts_of(await chat.says("who is away today?")) == ["absence-nobody"]


@pytest.mark.parametrize(("who", "text"), [("KON11", "absence-elsewhere"), ("REK1", "absence-of-principal")])
async def test_whoever_does_no_services_is_told_where_they_report_sick(chat_of: Chats, who: str, text: str) -> None:
    assert texts_of(await chat_of(who).says("jag är sjuk idag")) == [text]


@pytest.mark.parametrize(
    ("said", "view"),
    [
        ("jag glömde bekräfta igår", "standing"),
        ("I forgot to confirm yesterday", "standing"),
        ("vilka dagar har jag inte bekräftat?", "assignments"),
    ],
)
async def test_what_was_forgotten_is_shown(chat_of: Chats, said: str, view: str) -> None:
    assert [each for each, _ in views_of(await chat_of("SER10").says(said))] == [view]
