"""A service employee's day by a few words or presses."""

from collections.abc import Callable
from datetime import time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from dialogs.turn import Reply, show
from domain.assignments import Assignment
from domain.notices import Message, ShownCard
from domain.worktime import at_local
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import TODAY, the_person

Chats = Callable[[str], Chat]
WAYS = {
    "press": ("assignment.accept", "assignment.start", "assignment.pause", "assignment.start", "assignment.done"),
    "swedish": ("jag tar det", "börjar nu", "paus", "börjar nu", "klar, 0,5 timmar"),
    "short": ("ja", "börjar", "pausar", "startar", "klart 0,5 timmar"),
    "english": ("I'll take it", "starting now", "taking a break", "starting now", "done, 0.5 hours"),
    "numbers": (
        "jag tar B-2022-0001",
        "börjar B-2022-0001",
        "pausa B-2022-0001",
        "börjar B-2022-0001",
        "klar med B-2022-0001, 0,5 timmar",
    ),
}


async def offered_to(desk: Desk, person: str) -> Assignment:
    return await desk.offer(await desk.order(), person, by=the_person("SAM1"))


@pytest.mark.parametrize("way", WAYS)
async def test_the_day_goes_by_press_and_by_word_alike(chat_of: Chats, desk: Desk, way: str) -> None:
    offered = await offered_to(desk, "SER3")
    chat = chat_of("SER3")
    found = []

    for step in WAYS[way]:
        if way == "press":
            inputs: dict[str, Any] = {"hours": "0,5"} if step == "assignment.done" else {}
            reply = await chat.presses(step, f"assignment:{offered.id}", **inputs)
        else:
            reply = await chat.says(step)
            assert views_of(reply) == [("assignment", f"assignment:{offered.id}")], step
            assert await chat.reads(reply)
        found.append((await desk.assignment(offered.id)).status)

    assert found == ["accepted", "started", "paused", "started", "done"]
    async with desk.begin() as work:
        (entry,) = await work.time_entries.all()
    assert (entry.person, entry.hours, entry.amount) == ("SER3", Decimal("0.5"), Decimal(210))
    assert (await desk.owed())[-1] == ("request.done", "KON11")


@pytest.mark.parametrize("word", ["klar", "klart", "färdig", "done"])
async def test_done_without_hours_takes_the_time_that_has_passed(chat_of: Chats, desk: Desk, word: str) -> None:
    _, started = await desk.under_way(to="SER3")
    chat = chat_of("SER3")
    chat.at += timedelta(minutes=50)

    await chat.says(word)

    assert (await desk.assignment(started.id)).hours == Decimal("0.75")


@pytest.mark.parametrize("hours", ["0", "25", "", "två"])
async def test_hours_that_cannot_be_are_refused_and_the_work_goes_on(chat_of: Chats, desk: Desk, hours: str) -> None:
    _, started = await desk.under_way(to="SER3")
    chat = chat_of("SER3")

    reply = await chat.presses("assignment.done", f"assignment:{started.id}", hours=hours)

    assert texts_of(reply) == ["error-bad-input"]
    assert await chat.reads(reply)
    assert (await desk.assignment(started.id)).status == "started"


async def test_hours_that_cannot_be_are_refused_in_words_too(chat_of: Chats, desk: Desk) -> None:
    await desk.under_way(to="SER3")

    assert texts_of(await chat_of("SER3").says("klar, 30 timmar")) == ["error-bad-input"]


@pytest.mark.parametrize("words", [None, "jag kan inte ta det", "nej", "hinner inte", "no", "avböjer"])
async def test_a_press_and_a_word_decline_alike(chat_of: Chats, desk: Desk, words: str | None) -> None:
    offered = await offered_to(desk, "SER3")
    chat = chat_of("SER3")

    if words is None:
        await chat.presses("assignment.decline", f"assignment:{offered.id}", reason="hinner inte")
    else:
        await chat.says(words)

    assert (await desk.assignment(offered.id)).status == "declined"
    assert (await desk.owed())[-1] == ("assignment.declined", "SAM1")


async def test_a_mere_no_does_not_give_back_what_was_accepted_earlier(chat_of: Chats, desk: Desk) -> None:
    offered = await offered_to(desk, "SER3")
    chat = chat_of("SER3")
    await chat.presses("assignment.accept", f"assignment:{offered.id}")

    reply = await chat.says("nej")

    assert texts_of(reply) == ["nothing-offered"]
    assert (await desk.assignment(offered.id)).status == "accepted"
    await chat.says("nej, jag kan inte ta B-2022-0001")
    assert (await desk.assignment(offered.id)).status == "declined"


async def test_with_two_offers_the_number_is_asked_for(chat_of: Chats, desk: Desk) -> None:
    first, second = await offered_to(desk, "SER3"), await offered_to(desk, "SER3")
    chat = chat_of("SER3")

    asked = await chat.says("jag tar det")
    await chat.says("jag tar B-2022-0002")

    assert texts_of(asked) == ["which-assignment"]
    assert first.id in (await chat.reads(asked))[0]
    assert [(await desk.assignment(each.id)).status for each in (first, second)] == ["offered", "accepted"]


@pytest.mark.parametrize("number", ["U-2022-0002", "B-2022-0002", "u-2022-0002."])
async def test_the_number_alone_answers_the_question_for_it(chat_of: Chats, desk: Desk, number: str) -> None:
    first, second = await offered_to(desk, "SER3"), await offered_to(desk, "SER3")
    chat = chat_of("SER3")
    await chat.says("jag tar det")

    await chat.says(number)

    assert [(await desk.assignment(each.id)).status for each in (first, second)] == ["offered", "accepted"]


async def test_an_outdated_card_starts_nothing_and_may_repeat(chat_of: Chats, desk: Desk) -> None:
    offered = await offered_to(desk, "SER3")
    chat = chat_of("SER3")
    await chat.says("hjälp")
    subject = f"assignment:{offered.id}"
    for verb in ("assignment.accept", "assignment.start", "assignment.pause"):
        await chat.presses(verb, subject)

    stale = await chat.presses("assignment.start", subject, version=2)
    repeated = await chat.presses("assignment.pause", subject, version=3)

    assert (texts_of(stale), texts_of(repeated)) == (["error-out-of-date"], [])
    assert (await desk.assignment(offered.id)).status == "paused"


@pytest.mark.parametrize("verb", ["assignment.accept", "assignment.decline", "assignment.start"])
async def test_the_button_of_somebody_else_does_nothing(chat_of: Chats, desk: Desk, verb: str) -> None:
    offered = await offered_to(desk, "SER3")

    reply = await chat_of("SER1").presses(verb, f"assignment:{offered.id}")

    assert texts_of(reply)[0] in {"error-offer-gone", "error-not-allowed"}
    assert (await desk.assignment(offered.id)).status == "offered"


@pytest.mark.parametrize("words", ["mina uppdrag", "dagens uppdrag", "my assignments"])
async def test_the_days_assignments_are_shown(chat_of: Chats, desk: Desk, words: str) -> None:
    await offered_to(desk, "SER3")
    chat = chat_of("SER3")

    reply = await chat.says(words)

    assert views_of(reply) == [("assignments", None)]
    assert "U-2022-0001" in (await chat.reads(reply))[0] or "B-2022-0001" in (await chat.reads(reply))[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("ja", "nothing-offered"),
        ("jag tar det", "nothing-offered"),
        ("börjar nu", "nothing-to-start"),
        ("paus", "nothing-started"),
        ("klar", "nothing-started"),
        ("klart", "nothing-started"),
        ("nej", "nothing-offered"),
        ("kan int", "nothing-offered"),
        ("kan inte imorn", "nothing-offered-away"),
        ("starat loklavårdn", "nothing-to-start"),
        ("startra lokalvården", "nothing-to-start"),
    ],
)
async def test_a_word_with_nothing_to_say_it_to_says_so(chat_of: Chats, words: str, said: str) -> None:
    chat = chat_of("SER3")

    reply = await chat.says(words)

    assert texts_of(reply) == [said]
    assert await chat.reads(reply)


async def test_who_cannot_on_another_day_says_no_to_nothing_of_today(chat_of: Chats, desk: Desk) -> None:
    offered = await offered_to(desk, "SER3")
    async with desk.begin() as work:
        held = await work.assignments.get_locked(offered.id)
        await work.assignments.save(held.plan(at_local(TODAY, time(13)), at_local(TODAY, time(14))))
    chat = chat_of("SER3")

    assert texts_of(await chat.says("kan inte imorn")) == ["nothing-offered-away"]
    assert (await desk.assignment(offered.id)).status == "offered"
    await chat.says("kan inte idag")
    assert (await desk.assignment(offered.id)).status == "declined"


@pytest.mark.parametrize("way", ["press", "klart, det tog en halvtimme", "done, it took half an hour"])
async def test_what_was_accepted_is_begun_and_done_in_one(chat_of: Chats, desk: Desk, way: str) -> None:
    offered = await offered_to(desk, "SER3")
    chat = chat_of("SER3")
    await chat.presses("assignment.accept", f"assignment:{offered.id}")

    if way == "press":
        await chat.presses("assignment.done", f"assignment:{offered.id}", hours="0.5")
    else:
        await chat.says(way)

    done = await desk.assignment(offered.id)
    assert (done.status, done.hours, done.started_at) == ("done", Decimal("0.5"), chat.at)
    assert await desk.story(f"assignment:{offered.id}") == ["offered", "accepted", "started", "done"]
    assert await desk.story("request:B-2022-0001") == [
        "placed", "assigned", "started", "done", "promise-kept"
    ]  # fmt: skip


async def test_done_without_a_start_and_without_hours_asks_for_them(chat_of: Chats, desk: Desk) -> None:
    offered = await offered_to(desk, "SER3")
    chat = chat_of("SER3")
    await chat.says("jag tar det")

    asked = await chat.says("klart")
    assert texts_of(asked) == ["finish-hours"]
    assert (await desk.assignment(offered.id)).status == "accepted"
    await chat.says("klart, 2 timmar")

    assert (await desk.assignment(offered.id)).hours == Decimal(2)


async def test_done_is_said_of_what_is_under_way_before_what_only_waits(chat_of: Chats, desk: Desk) -> None:
    _, started = await desk.under_way(to="SER3")
    waiting = await offered_to(desk, "SER3")
    chat = chat_of("SER3")
    await chat.presses("assignment.accept", f"assignment:{waiting.id}")

    await chat.says("klart, en timme")

    assert [(await desk.assignment(each.id)).status for each in (started, waiting)] == ["done", "accepted"]


async def test_a_typed_step_is_told_in_a_sentence_where_the_card_stands(chat_of: Chats, desk: Desk) -> None:
    offered = await offered_to(desk, "SER3")
    chat = chat_of("SER3")
    await chat.says("hjälp")
    subject = f"assignment:{offered.id}"
    async with desk.begin() as work:
        card = ShownCard(
            conversation=chat.conversation,
            activity="card-1",
            message=Message(view="assignment", subject=subject),
            language="sv",
            version=1,
            person="SER3",
        )
        await work.cards.register(card)

    said = [await chat.says(each) for each in ("jag tar det", "börjar nu", "paus", "klart 0,5 timmar")]

    assert [texts_of(each) for each in said] == [
        ["worked-accepted"], ["worked-started"], ["worked-paused"], ["worked-done"]
    ]  # fmt: skip
    assert all([await chat.reads(each) for each in said])


async def test_a_line_of_the_list_carries_its_own_next_step(chat_of: Chats, desk: Desk) -> None:
    offered = await offered_to(desk, "SER3")
    _, started = await desk.under_way(to="SER3")
    chat = chat_of("SER3")

    (text,) = await chat.reads(Reply(messages=(show("assignments"),)))

    assert f"jag tar det {offered.request}" in text
    assert f"klart {started.request}" in text
