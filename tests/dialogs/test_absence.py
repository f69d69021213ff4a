"""Being away and handing over, by press and by word, in both languages; and by a coordinator for somebody."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from dialogs.absence import absent_by_words
from dialogs.understanding import Intent
from domain.absence import Absence
from domain.assignments import AssignmentStatus
from domain.people import Role
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.dialogs import turns
from tests.factories import NOW, TODAY, the_person

Chats = Callable[[str], Chat]
APRIL = (date(2022, 4, 12), date(2022, 4, 16))


async def absences(desk: Desk) -> list[Absence]:
    async with desk.begin() as work:
        return list(await work.absences.of_days(TODAY - timedelta(days=999), date.max))


@pytest.mark.parametrize("said", ["jag är sjuk idag", "Jag är sjuk", "I'm sick today", "vabbar", ""])
async def test_today_is_said_in_a_word_or_a_press_and_the_reason_is_kept_nowhere(
    chat_of: Chats, desk: Desk, said: str
) -> None:
    chat = chat_of("SER3")

    reply = await (chat.says(said) if said else chat.presses("absence.report", "", date="2022-03-15"))

    (absence,) = await absences(desk)
    assert (absence.person, absence.first, absence.last, absence.reported_by) == ("SER3", TODAY, TODAY, "SER3")
    assert views_of(reply) == [("absence", f"absence:{absence.id}")]
    assert "sjuk" not in repr(absence) + repr(await desk.events(f"absence:{absence.id}"))
    assert await chat.reads(reply)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("ledig 12-16 april", APRIL),
        ("I'm off 12-16 April", APRIL),
        ("jag är ledig på fredag", (date(2022, 3, 18), date(2022, 3, 18))),
        ("jag är sjuk till fredag", (TODAY, date(2022, 3, 18))),
        ("jag är borta nästa vecka", (date(2022, 3, 21), date(2022, 3, 25))),
        ("jag är sjuk hela veckan", (TODAY, date(2022, 3, 18))),
        ("semester vecka 28", (date(2022, 7, 11), date(2022, 7, 15))),
        ("kan inte komma imorgon", (date(2022, 3, 16), date(2022, 3, 16))),
        ("off on friday", (date(2022, 3, 18), date(2022, 3, 18))),
        ("barnet är sjukt", (TODAY, TODAY)),
        ("måste gå tidigare på fredag kl 13", (date(2022, 3, 18), date(2022, 3, 18))),
        ("", APRIL),
    ],
)
async def test_the_days_that_are_said_are_kept(chat_of: Chats, desk: Desk, said: str, days: tuple[date, date]) -> None:
    chat = chat_of("SER3")
    filled: dict[str, Any] = {"date": days[0].isoformat(), "last": days[1].isoformat()}

    await (chat.says(said) if said else chat.presses("absence.report", "", **filled))

    (absence,) = await absences(desk)
    assert (absence.first, absence.last) == days


@pytest.mark.parametrize("said", ["jag är ledig från måndag", "jag är ledig varje fredag"])
async def test_days_without_an_end_are_asked_for(chat_of: Chats, desk: Desk, said: str) -> None:
    reply = await chat_of("SER3").says(said)

    assert texts_of(reply) == ["absence-until-when"]
    assert await absences(desk) == []


async def test_days_behind_us_or_out_of_order_are_refused(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("SER3")
    wrong: tuple[dict[str, Any], ...] = (
        {"date": "2022-03-14"},
        {"date": "2022-03-20", "last": "2022-03-19"},
        {"date": "i morgon"},
    )
    for filled in wrong:
        reply = await chat.presses("absence.report", "", **filled)
        assert texts_of(reply) == ["error-bad-input"]
        assert await chat.reads(reply)
    assert await absences(desk) == []


@pytest.mark.parametrize(
    "said",
    [
        "Ali Bok är sjuk idag",
        "Ali är ledig i dag",
        "SER5 är sjuk",
        "Ali Bok is sick today",
        "Ali är borta idag",
        "idag är Ali borta",
        "Ali kommer inte idag",
        "Ali är på kurs idag",
        "Ali mår inte bra och har gått hem",
        "Ali has called in sick",
        "Ali is away today",
    ],
)
async def test_a_coordinator_says_it_for_somebody(chat_of: Chats, desk: Desk, said: str) -> None:
    assert the_person("SER5").name == "Ali Bok"

    await chat_of("SAM1").says(said)

    (absence,) = await absences(desk)
    assert (absence.person, absence.reported_by) == ("SER5", "SAM1")


async def test_a_coordinator_who_says_it_sees_what_became_of_the_work(chat_of: Chats, desk: Desk) -> None:
    _, assignment = await desk.under_way()
    chat = chat_of("SAM1")

    (shown,) = await chat.reads(await chat.says(f"{the_person(assignment.person).name} är borta idag"))

    assert "B-2022-0001" in shown
    assert "Inga uppdrag" not in shown


@pytest.mark.parametrize(
    ("who", "said", "since"),
    [
        ("SER1", "måste gå hem kl 12", "i dag från 12:00"),
        ("SER1", "I have to leave at 2 pm", "i dag från 14:00"),
        ("SER1", "jag slutar kl 14 idag", "i dag från 14:00"),
        ("SER1", "måste gå hem", "i dag från 10:00"),
        ("SER1", "jag går hem nu, mår inte bra", "i dag från 10:00"),
        ("SER1", "måste gå tidigare på fredag kl 13", "fredag 18 mars från 13:00"),
        ("SAM1", "Leo måste gå hem kl 12", "i dag från 12:00"),
    ],
)
async def test_who_goes_home_is_away_from_then_on(chat_of: Chats, who: str, said: str, since: str) -> None:
    chat = chat_of(who)

    (shown,) = await chat.reads(await chat.says(said))

    assert shown.startswith(("Du är anmäld som borta", "Leo Sälg är borta"))
    assert since in shown


@pytest.mark.parametrize(
    "said", ["jag blir sen idag", "kommer 30 min sent", "kommer kl 10 imorgon", "I'm running late"]
)
async def test_who_comes_later_is_told_whom_to_tell(chat_of: Chats, desk: Desk, said: str) -> None:
    assert texts_of(await chat_of("SER1").says(said)) == ["absence-late"]
    assert await absences(desk) == []


@pytest.mark.parametrize(
    "said", ["jag kan inte komma in i sal 5", "vi behöver en ny stol för jag har ont i ryggen", "nyckeln är borta"]
)
async def test_what_a_unit_needs_is_not_taken_for_an_absence(said: str) -> None:
    assert turns.says("KON11", said).understood.intent is not Intent.ABSENCE  # type: ignore[union-attr]


async def test_a_coordinator_who_names_nobody_is_asked_whom(chat_of: Chats, desk: Desk) -> None:
    reply = await chat_of("SAM1").says("någon är sjuk idag")

    assert texts_of(reply) == ["absence-who"]
    assert await absences(desk) == []


@pytest.mark.parametrize(
    ("said", "kept"), [("jag är sjuk idag", ["SER5"]), ("I am sick today", ["SER5"]), ("någon är sjuk i dag", [])]
)
async def test_a_coordinator_who_is_a_service_employee_too_says_it_for_themselves(
    desk: Desk, said: str, kept: list[str]
) -> None:
    both = replace(the_person("SER5"), roles=frozenset({Role.SERVICE_EMPLOYEE, Role.COORDINATOR}))

    await absent_by_words(replace(turns.says("SER5", said), person=both), begin=desk.begin)

    assert [each.person for each in await absences(desk)] == kept


async def test_who_is_no_service_employee_is_told_whom_to_ask(chat_of: Chats, desk: Desk) -> None:
    reply = await chat_of("REK1").says("jag är sjuk idag")

    assert texts_of(reply) == ["absence-of-principal"]
    assert await absences(desk) == []


@pytest.mark.parametrize("said", ["jag är tillbaka", "I'm back", "frisk igen", ""])
async def test_being_back_ends_it_by_press_and_by_word(chat_of: Chats, desk: Desk, said: str) -> None:
    chat = chat_of("SER3")
    await chat.says("jag är sjuk idag")
    (absence,) = await absences(desk)

    await (chat.says(said) if said else chat.presses("absence.end", f"absence:{absence.id}"))

    assert await absences(desk) == []


TOMORROW, MONDAY = TODAY + timedelta(days=1), TODAY + timedelta(days=6)


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("jag är sjuk, tillbaka på måndag", MONDAY - timedelta(days=1)),
        ("sjuk idag men kommer tillbaka på torsdag", TOMORROW),
        ("I'm sick, back tomorrow", TODAY),
    ],
)
async def test_whoever_says_when_they_are_back_is_away_until_then(
    chat_of: Chats, desk: Desk, said: str, last: date
) -> None:
    await chat_of("SER3").says(said)

    (absence,) = await absences(desk)
    assert (absence.first, absence.last) == (TODAY, last)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("SER3: jag är tillbaka på torsdag", {(TODAY, TOMORROW)}),
        ("SER3: I'll be back tomorrow", {(TODAY, TODAY)}),
        (
            "SER3: tillbaka på måndag",
            {(TODAY, TODAY + timedelta(days=3)), (TODAY + timedelta(days=4), MONDAY - timedelta(days=1))},
        ),
        ("SAM1: Omar är tillbaka på torsdag", {(TODAY, TOMORROW)}),
        ("SAM1: Leo är tillbaka på torsdag", {(TODAY, TODAY + timedelta(days=3))}),
    ],
)
async def test_an_absence_is_as_long_as_is_said_later(
    chat_of: Chats, desk: Desk, said: str, days: set[tuple[date, date]]
) -> None:
    assert the_person("SER3").name == "Omar Lind"
    await chat_of("SER3").says("jag är sjuk till fredag")

    who, _, words = said.partition(": ")
    await chat_of(who).says(words)

    assert {(each.first, each.last) for each in await absences(desk)} == days


async def test_back_says_nothing_to_somebody_who_is_not_away(chat_of: Chats) -> None:
    assert texts_of(await chat_of("SER3").says("jag är tillbaka")) == ["not-understood"]


async def test_nobody_sees_the_absence_of_somebody_of_another_unit(chat_of: Chats) -> None:
    await chat_of("SER5").says("jag är sjuk idag")
    for stranger in ("REK1", "SAM2", "SER9"):
        reply = await chat_of(stranger).presses("absence.end", "absence:1")
        assert texts_of(reply) == ["error-not-allowed"]


@pytest.mark.parametrize("said", ["jag lämnar över det här", "hand it over", "lämnar över B-2022-0001", ""])
async def test_work_under_way_is_handed_over_by_press_and_by_word(chat_of: Chats, desk: Desk, said: str) -> None:
    request, started = await desk.under_way(to="SER3")
    chat = chat_of("SER3")
    chat.at = NOW + timedelta(minutes=50)

    reply = await (chat.says(said) if said else chat.presses("assignment.handover", f"assignment:{started.id}"))

    assert (await desk.assignment(started.id)).status is AssignmentStatus.HANDED_OVER
    assert (await desk.request(request.id)).status == "queued"
    assert said == "" or await chat.reads(reply)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("lämna över det, jag mår dåligt", None),
        ("hand it over, I feel ill", None),
        ("lämna över det, jag hinner inte", "lämna över det, jag hinner inte"),
    ],
)
async def test_why_work_is_handed_over_is_kept_unless_it_tells_of_health(
    chat_of: Chats, desk: Desk, said: str, kept: str | None
) -> None:
    _, begun = await desk.under_way()

    await chat_of("SER1").says(said)

    async with desk.begin() as work:
        found = [each for each in await work.events.of_subject(f"assignment:{begun.id}") if each.what == "handed-over"]
    assert [each.reason for each in found] == [kept]


@pytest.mark.parametrize(
    ("said", "kept"),
    [("nej, magsjuk", None), ("nej, mår illa", None), ("nej, jag hinner inte", "nej, jag hinner inte")],
)
async def test_why_work_is_declined_is_kept_unless_it_tells_of_health(
    chat_of: Chats, desk: Desk, said: str, kept: str | None
) -> None:
    offered = await desk.offer(await desk.order(), "SER1", by=the_person("SAM1"))

    await chat_of("SER1").says(said)

    async with desk.begin() as work:
        found = [each for each in await work.events.of_subject(f"assignment:{offered.id}") if each.what == "declined"]
    assert [each.reason for each in found] == [kept]


async def test_nothing_to_hand_over_is_said(chat_of: Chats) -> None:
    assert texts_of(await chat_of("SER3").says("jag lämnar över")) == ["nothing-to-hand-over"]


async def test_back_ends_all_that_holds_today_and_nothing_of_another_week(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("SER3")
    for said in ("jag är sjuk idag", "jag är sjuk till fredag", "ledig 12-16 april"):
        await chat.says(said)

    await chat.says("jag är tillbaka")

    assert [(each.first, each.last) for each in await absences(desk)] == [APRIL]
