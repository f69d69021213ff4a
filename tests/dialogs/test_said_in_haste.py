"""Sloppy sentences right after a card: they change what was shown, and never say what nobody said."""

from collections.abc import Callable
from datetime import datetime

import pytest

from domain.requests import RequestStatus
from domain.worktime import STOCKHOLM
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.dialogs.understanding.test_utterances import heard

Chats = Callable[[str], Chat]
LAMP = "Byt lampan i Sal C3 på torsdag"


def local(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment.astimezone(STOCKHOLM):%m-%d %H}"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("före 7 helst", ("before", "", "03-17 07")),
        ("asap tack", ("asap", "", "")),
        ("not thu, wed", ("day", "03-16 07", "03-16 16")),
        ("inte torsdag, fredag", ("day", "03-18 07", "03-18 16")),
        ("fri at 9", ("at", "03-18 09", "")),
        ("wrong day its weds", ("day", "03-16 07", "03-16 16")),
        ("ja men bara onsdag o torsdag", ("between", "03-16 07", "03-17 16")),
    ],
)
async def test_a_time_in_few_words_is_the_time_of_what_was_shown(
    chat_of: Chats, words: str, wanted: tuple[str, str, str]
) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)

    await chat.says(words)

    draft = await chat.draft()
    assert (draft.service, draft.count) == ("VAK-LAM", None)
    assert (draft.wanted_kind, local(draft.wanted_start), local(draft.wanted_end)) == wanted


@pytest.mark.parametrize("words", ["inte torsdag", "nej, inte på torsdag", "not Thursday"])
async def test_a_day_that_is_denied_is_not_taken_for_the_wanted_one(chat_of: Chats, words: str) -> None:
    chat = chat_of("KON11")
    await chat.says("Byt lampan i Sal C3 på onsdag")

    assert texts_of(await chat.says(words)) == ["change-how"]
    assert local((await chat.draft()).wanted_start) == "03-16 07"


@pytest.mark.parametrize(
    ("words", "rrule"),
    [
        ("bädda sängarna på avd 2 varje morgon nästa vecka", "FREQ=DAILY"),
        ("make the beds every evening from Monday", "FREQ=DAILY"),
    ],
)
def test_every_morning_is_every_day(words: str, rrule: str) -> None:
    when = heard(words).when

    assert when is not None
    assert (when.rrule, when.whole_days) == (rrule, False)


async def test_a_part_of_the_day_leaves_the_rule(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says("vattna växterna i aulan varje måndag")

    await chat.says("bara på morgnarna")

    draft = await chat.draft()
    assert (draft.rrule, draft.place, local(draft.wanted_start)) == ("FREQ=WEEKLY;BYDAY=MO", "Aulan", "03-21 07")


async def test_a_place_and_a_time_name_no_other_service(chat_of: Chats) -> None:
    chat = chat_of("KON51")
    await chat.says("rullstolen behöver tvättas")

    await chat.says("i rum 3 innan helgen")

    draft = await chat.draft()
    assert (draft.service, draft.place, draft.wanted_kind) == ("HJA-REN", "rum 3", "before")


@pytest.mark.parametrize("words", ["jaa", "yeah go for it", "go ahead"])
async def test_a_drawn_out_yes_is_a_yes(chat_of: Chats, words: str) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)

    assert [view for view, _ in views_of(await chat.says(words))] == ["request"]


@pytest.mark.parametrize(("words", "service"), [("bara på fredag", None), ("kan ni bära ett bord", "FLY-INT")])
def test_only_is_no_carrying(words: str, service: str | None) -> None:
    assert heard(words).service == service


async def test_how_many_it_is_makes_no_second_order(chat_of: Chats) -> None:
    chat = chat_of("KON21")
    await chat.says("fix the wobbly table in the library")

    await chat.says("oh its two tables")

    draft = await chat.draft()
    assert (draft.service, draft.count) == ("VAK-REP", 2)


async def test_what_it_comes_to_is_told(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)

    assert texts_of(await chat.says("vad går det lös på"))[0].startswith("cost-told")


@pytest.mark.parametrize(("words", "day"), [("fel dag den 13", "04-13"), ("can we push it to 14 april", "04-14")])
async def test_a_date_in_few_words_moves_the_order(chat_of: Chats, desk: Desk, words: str, day: str) -> None:
    chat = chat_of("KON11")
    await chat.says("Byt lampan i Sal C3 den 12 april")
    await chat.says("ja")

    await chat.says(words)

    async with desk.begin() as work:
        assert local((await work.requests.get("B-2022-0001")).wanted_start) == f"{day} 07"


async def test_a_noise_that_has_stopped_takes_its_fault_back(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON51")
    await chat.says("hissen skramlar och går inte")

    await chat.says("det har slutat nu")

    async with desk.begin() as work:
        assert [each.status for each in await work.requests.all()] == [RequestStatus.CANCELLED]
