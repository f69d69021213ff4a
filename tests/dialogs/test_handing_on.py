"""A coordinator hands somebody's day on to a colleague, shown first and moved in one go; employees change shifts."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from actions.absence import report_absence
from actions.assignments import accept_assignment
from actions.standing import make_standing_ahead
from dialogs.present import version_of
from dialogs.turn import Reply, show
from dialogs.understanding.handing_words import asks_to_swap, hands_on
from domain.assignments import AssignmentStatus
from domain.notices import REFRESH
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import NOW, TODAY, a_card, the_person

Chats = Callable[[str], Chat]
DAY = "plan:SER2@2022-03-15"
ALL = "flytta allt som Hanna har till Omar"


async def accepted(desk: Desk, person: str, **but: object) -> str:
    """Have *person* take an order on, and return its number."""
    request = await desk.order(**but)  # type: ignore[arg-type]
    offered = await desk.offer(request, person, by=the_person("SAM1"))
    await accept_assignment(offered.id, by=the_person(person), begin=desk.begin, at=NOW)
    return request.id


async def holders(desk: Desk) -> dict[str, str]:
    """Return who has what of today, by the number of the request or the code of the schedule."""
    async with desk.begin() as work:
        live = [each for who in ("SER2", "SER3") for each in await work.assignments.live_of(who)]
    day = [each for each in live if each.planned_start is None or each.planned_start.date() == TODAY]
    return {each.request or each.schedule or "": each.person for each in day}


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        (ALL, DAY),
        ("Ge Hannas uppdrag idag till Omar", DAY),
        ("lägg över alla Hannas uppdrag imorgon på Omar", "plan:SER2@2022-03-16"),
        ("kan du flytta allt som Hanna Pil har till Omar på torsdag?", "plan:SER2@2022-03-17"),
        ("move everything Hanna has to Omar", DAY),
        ("give all of Hanna's jobs on Friday to Omar", "plan:SER2@2022-03-18"),
        ("kan Omar ta Hannas dag på fredag?", "plan:SER2@2022-03-18"),
        ("kan Omar ta över allt från Hanna idag?", DAY),
        ("Omar tar över Hannas uppdrag imorgon", "plan:SER2@2022-03-16"),
        ("can Omar take Hanna's day on Friday?", "plan:SER2@2022-03-18"),
        ("flyta alt som hanna har till omar", DAY),
        ("hanna e sjuk flytta allt hennes till omar", DAY),
        ("Hanna är sjuk imorgon, så flytta allt till Omar", "plan:SER2@2022-03-16"),
    ],
)
async def test_a_day_is_shown_before_it_is_handed_on(chat_of: Chats, said: str, subject: str) -> None:
    (card,) = (await chat_of("SAM1").says(said)).messages

    assert (card.view, card.subject, card.values) == ("handing", subject, {"to": "SER3"})


@pytest.mark.parametrize(
    ("time", "day"),
    [("nästa vecka", "2022-03-21"), ("i eftermiddag", "2022-03-15"), ("imorgon efter lunch", "2022-03-16")],
)
async def test_a_week_or_half_a_day_is_shown_as_one_whole_day_and_that_is_said(
    chat_of: Chats, time: str, day: str
) -> None:
    reply = await chat_of("SAM1").says(f"flytta allt som Hanna har {time} till Omar")

    assert texts_of(reply) == ["handing-whole-day"]
    assert [each.subject for each in reply.messages if each.view] == [f"plan:SER2@{day}"]


@pytest.mark.parametrize("words", [None, "ja", "yes please"])
async def test_what_can_move_moves_in_one_go_and_the_rest_stays(chat_of: Chats, desk: Desk, words: str | None) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    ordered = await accepted(desk, "SER2", service="KON-MOT", wanted_start=NOW)
    begun, _ = await desk.under_way(to="SER2", service="KON-MOT")
    chat = chat_of("SAM1")
    (shown,) = await chat.reads(await chat.says(ALL))
    before = len(await desk.owed())

    reply = await (chat.presses("assignment.move", DAY, to="SER3") if words is None else chat.says(words))

    assert "Omar saknar kompetensen" in shown
    assert f"{begun.id}: påbörjat" in shown
    assert texts_of(reply) == ["handing-done"]
    assert await holders(desk) == {
        "PV2-LOK-REG-0700": "SER2",
        "PV2-POST-IN-1300": "SER3",
        "PV2-AVF-SORT-1330": "SER3",
        ordered: "SER3",
        begun.id: "SER2",
    }
    told = (await desk.owed())[before:]
    assert told.count(("assignment.bundled", "SER3")) == 1
    assert told.count(("assignment.withdrawn", "SER2")) == 3
    assert ("assignment.assigned", "SER3") not in told


async def test_a_day_that_is_full_takes_no_more(chat_of: Chats, desk: Desk) -> None:
    await accepted(desk, "SER3", service="KON-MOT", wanted_start=NOW, hours=Decimal("7.5"))
    number = await accepted(desk, "SER2", service="KON-MOT", wanted_start=NOW)
    chat = chat_of("SAM1")

    (shown,) = await chat.reads(await chat.says(ALL))
    await chat.says("ja")

    assert "får inte plats hos Omar den dagen" in shown
    assert (await holders(desk))[number] == "SER2"


async def test_nothing_moves_to_who_is_away(chat_of: Chats, desk: Desk) -> None:
    number = await accepted(desk, "SER2", service="KON-MOT", wanted_start=NOW)
    sick = the_person("SER3")
    await report_absence("SER3", TODAY, TODAY, by=sick, catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    chat = chat_of("SAM1")

    (shown,) = await chat.reads(await chat.says(ALL))
    await chat.presses("assignment.move", DAY, to="SER3")

    assert "Omar är borta den dagen" in shown
    assert (await holders(desk))[number] == "SER2"


async def test_a_day_that_has_changed_is_shown_again_before_a_yes_counts(chat_of: Chats, desk: Desk) -> None:
    first = await accepted(desk, "SER2", service="KON-MOT", wanted_start=NOW)
    chat = chat_of("SAM1")
    await chat.says(ALL)
    second = await accepted(desk, "SER2", service="KON-MOT", wanted_start=NOW)

    again = await chat.says("ja")

    assert texts_of(again) == ["error-out-of-date"]
    assert views_of(again) == [("handing", DAY)]
    assert texts_of(await chat.says("ja")) == ["handing-done"]
    assert await holders(desk) == {first: "SER3", second: "SER3"}


async def test_a_card_that_was_answered_by_a_word_is_shown_anew(chat_of: Chats, desk: Desk) -> None:
    await accepted(desk, "SER2", service="KON-MOT", wanted_start=NOW)
    async with desk.begin() as work:
        card = await work.cards.add(a_card(message=show("handing", DAY, to="SER3"), person="SAM1"))
    await chat_of("SAM1").says(ALL)

    await chat_of("SAM1").says("ja")

    async with desk.begin() as work:
        due = await work.outbox.claim(now=NOW, owner="test", lease=timedelta(minutes=1), limit=50)
    assert card in [each.card for each in due if each.kind == REFRESH]


async def test_a_no_and_a_stranger_move_nothing(chat_of: Chats, desk: Desk) -> None:
    number = await accepted(desk, "SER2", service="KON-MOT", wanted_start=NOW)
    await chat_of("SAM1").says(ALL)

    assert texts_of(await chat_of("SAM1").says("nej")) == ["all-right"]
    for who in ("SAM2", "SER1", "REK1"):
        await chat_of(who).presses("assignment.move", DAY, to="SER3")

    assert (await holders(desk))[number] == "SER2"


@pytest.mark.parametrize(
    ("who", "words", "answer"),
    [
        ("SAM1", "flytta allt till Omar", "handing-who"),
        ("SAM1", "flytta tillbaka allt till Hanna", "handing-who"),
        ("SAM1", "kan Omar ta över allt idag?", "handing-who"),
        ("SAM1", "flytta allt som Hanna hade igår till Omar", "error-bad-input"),
        ("SAM1", "flytta allt som Hanna har till Omar vecka 60", "error-no-such-day"),
        ("SER2", ALL, "swap-how"),
        ("SER2", "ge alla mina uppdrag till Omar", "swap-how"),
    ],
)
async def test_what_can_not_be_shown_is_asked_or_told_how(chat_of: Chats, who: str, words: str, answer: str) -> None:
    assert texts_of(await chat_of(who).says(words)) == [answer]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("flytta allt som Kalle har till Omar", "Kalle"),
        ("flytta allt som omer har till Hanna", "omer"),
        ("flytta allt som Maja har till Omar på torsdag", "Maja"),
        ("ge Kalles uppdrag till Omar", "Kalle"),
        ("flytta allt som Hanna har till Kalle på torsdag", "Kalle"),
        ("kan Kalle ta Hannas dag på fredag?", "Kalle"),
        ("kan Omar ta Kalles dag på fredag?", "Kalle"),
        ("move everything Kalle has to Omar", "Kalle"),
        ("give Hanna's jobs to Kalle", "Kalle"),
    ],
)
async def test_a_name_that_no_employee_has_is_told(chat_of: Chats, words: str, name: str) -> None:
    (told,) = (await chat_of("SAM1").says(words)).messages

    assert (told.text, told.values) == ("handing-unknown", {"name": name})


@pytest.mark.parametrize(
    "words",
    [
        "flytta allt som Hanna har till fredag",
        "flytta allt som Hanna har till någon annan",
        "flytta allt som hon har till Omar",
        "kan någon ta Hannas dag på fredag?",
        "flytta allt som Hanna har till Hanna",
        "ge fredagens uppdrag till Omar",
        "move everything I have to Omar",
    ],
)
async def test_what_is_no_name_is_not_looked_for_as_one(chat_of: Chats, words: str) -> None:
    assert texts_of(await chat_of("SAM1").says(words)) == ["handing-who"]


async def test_a_repeated_press_moves_nothing_twice(chat_of: Chats, desk: Desk) -> None:
    number = await accepted(desk, "SER2", service="KON-MOT", wanted_start=NOW)
    chat = chat_of("SAM1")
    async with desk.begin() as work:
        shown = await version_of(DAY, work=work)

    replies = [await chat.presses("assignment.move", DAY, version=shown, to="SER3") for _ in range(2)]

    assert [texts_of(each) for each in replies] == [["handing-done"], ["error-out-of-date"]]
    async with desk.begin() as work:
        given = [each.status for each in await work.assignments.of_request(number)]
    assert given == [AssignmentStatus.WITHDRAWN, AssignmentStatus.ACCEPTED]


async def told(desk: Desk, chat: Chat, kind: str = "assignment.withdrawn") -> list[str]:
    """Return in words what the person of *chat* is owed of *kind*."""
    async with desk.begin() as work:
        owed = [each for each in await work.outbox.list_notices() if each.recipient == chat.person]
    return await chat.reads(Reply(messages=tuple(each.message for each in owed if each.kind == kind)))


async def test_who_loses_work_is_told_what_it_was_and_who_has_it_now(chat_of: Chats, desk: Desk) -> None:
    await make_standing_ahead(begin=desk.begin, at=NOW)
    ordered = await accepted(desk, "SER2", service="KON-MOT", wanted_start=NOW, place="Aulan")
    await chat_of("SAM1").says(ALL)

    await chat_of("SAM1").says("ja")

    mail, waste, move = sorted(await told(desk, chat_of("SER2")), key=lambda each: ordered in each)
    assert mail.startswith("Omar Lind tar över Intern post och godsmottagning: Pilotverksamhet 2, tisdag 15 mars 13:00")
    assert waste.startswith("Omar Lind tar över Avfall")
    assert "Pilotverksamhet 1, Aulan, tisdag 15 mars" in move
    assert f"({ordered})" in move


async def test_who_loses_work_that_another_is_only_asked_for_is_told_what_it_was(chat_of: Chats, desk: Desk) -> None:
    request = await accepted(desk, "SER2", service="KON-MOT", wanted_start=NOW, place="Aulan")

    await desk.offer(await desk.request(request), "SER3", by=the_person("SAM1"))

    (words,) = await told(desk, chat_of("SER2"))
    assert "är inte ditt längre: Pilotverksamhet 1, Aulan" in words
    assert "Omar" not in words


@pytest.mark.parametrize(
    ("begun", "summary"), [(True, "2 uppdrag är flyttade till Omar"), (False, "Allt är flyttat till Omar")]
)
async def test_the_card_of_a_day_that_was_moved_says_what_has_moved(
    chat_of: Chats, desk: Desk, *, begun: bool, summary: str
) -> None:
    first, second = [await accepted(desk, "SER2", service="KON-MOT", wanted_start=NOW) for _ in range(2)]
    if begun:
        await desk.under_way(to="SER2", service="KON-MOT")
    chat = chat_of("SAM1")
    await chat.says(ALL)
    await chat.presses("assignment.move", DAY, to="SER3")

    (shown,) = await chat.reads(Reply(card=show("handing", DAY, to="SER3")))

    assert summary in shown
    assert first in shown
    assert second in shown
    assert "Inget kan flyttas" not in shown
    assert ("stannar hos Hanna" in shown) is begun


@pytest.mark.parametrize("who", ["REK1", "KON11", "PL1"])
async def test_who_hands_on_nothing_is_told_who_does_and_orders_no_move(chat_of: Chats, who: str) -> None:
    chat = chat_of(who)

    refused, other = await chat.says(ALL), await chat.says("flytta allt från aulan till matsalen")

    assert texts_of(refused) == ["error-not-allowed"]
    assert "samordnaren som fördelar uppdrag" in (await chat.reads(refused))[0]
    assert texts_of(other) != ["error-not-allowed"]


@pytest.mark.parametrize(
    ("words", "is_swap"),
    [
        ("kan jag byta pass med Leo på fredag?", True),
        ("byt pass", True),
        ("jag vill byta dag med Leo", True),
        ("Leo tar mitt pass på fredag", True),
        ("can I swap shifts with Leo on Friday?", True),
        ("visa mitt pass", False),
        ("byt lampan i B214", False),
    ],
)
async def test_who_asks_to_change_shifts_is_told_how(chat_of: Chats, words: str, *, is_swap: bool) -> None:
    reply = await chat_of("SER2").says(words)

    assert (texts_of(reply) == ["swap-how"]) is is_swap
    assert asks_to_swap(words) is is_swap
    assert not is_swap or "Karin Vide" in (await chat_of("SER2").reads(reply))[0]


@pytest.mark.parametrize(
    "words",
    ["ge lampan till Omar", "flytta B-2022-0001 till Omar", "flytta soffan till aulan", "move the sofa to the hall"],
)
def test_one_piece_of_work_is_no_day(words: str) -> None:
    assert not hands_on(words)
