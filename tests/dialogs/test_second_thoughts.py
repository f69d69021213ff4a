"""Second thoughts right after something was shown: it is put off, moved, counted anew, or told more about."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from domain.requests import RequestStatus, ServiceRequest
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of

Chats = Callable[[str], Chat]
LAMP = "Lampan i Sal C3 är trasig"
CHAIRS = "Vi behöver 30 stolar i aulan på torsdag"
COLD = "Det är kallt i Sal C3"
SHELVES = "Sätta upp en whiteboard i sal 12 och flytta två bokhyllor till biblioteket på måndag"


async def stored(desk: Desk) -> list[ServiceRequest]:
    async with desk.begin() as work:
        return list(await work.requests.all())


async def one(desk: Desk) -> ServiceRequest:
    (request,) = await stored(desk)
    return request


@pytest.mark.parametrize(
    "words",
    [
        *("vi ångrar oss", "vi tar det en annan gång", "vi har bytt den själva", "mötet är inställt"),
        *("the meeting is off", "we've done it ourselves", "den lyser igen"),
    ],
)
async def test_what_has_been_overtaken_is_cancelled(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)
    await chat.says("ja")

    await chat.says(words)

    assert (await one(desk)).status is RequestStatus.CANCELLED


@pytest.mark.parametrize("words", ["vi tar det en annan gång", "hen har flyttat så vi behöver inte flytta sängen"])
async def test_no_order_comes_of_putting_it_off_at_the_choice_of_a_service(
    chat_of: Chats, desk: Desk, words: str
) -> None:
    chat = chat_of("KON51")
    await chat.says("Jag behöver hjälp med att flytta en säng från rum 3 till rum 7")

    assert texts_of(await chat.says(words)) == ["draft-dropped"]
    assert await stored(desk) == []


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("kan det bli veckan efter", ("03-25 12", None)),
        ("kan vi ta det kvällen innan istället?", ("03-17 16", "03-17 20")),
        ("can you come half an hour earlier", ("03-18 11", None)),
        ("the day after instead", ("03-19 12", None)),
    ],
)
@pytest.mark.parametrize("is_placed", [False, True])
async def test_a_time_is_moved_by_what_was_said(
    chat_of: Chats, desk: Desk, words: str, span: tuple[str | None, str | None], *, is_placed: bool
) -> None:
    chat = chat_of("REK1")
    await chat.says("Byt lampan i Sal C3 på fredag kl 13")
    if is_placed:
        await chat.says("ja")

    await chat.says(words)

    wanted = await one(desk) if is_placed else await chat.draft()
    assert tuple(each and f"{each:%m-%d %H}" for each in (wanted.wanted_start, wanted.wanted_end)) == span


async def test_summer_time_does_not_shift_the_hour(chat_of: Chats) -> None:
    chat = chat_of("REK1")
    await chat.says("Byt lampan i Sal C3 den 24 mars kl 13")

    await chat.says("veckan efter")

    assert (await chat.draft()).wanted_start == datetime(2022, 3, 31, 11, tzinfo=UTC)


@pytest.mark.parametrize(("words", "count"), [("oj, 40 stolar", 40), ("åtta st menar jag", 8), ("40 pieces", 40)])
async def test_pieces_are_counted_anew_after_the_order(chat_of: Chats, desk: Desk, words: str, count: int) -> None:
    chat = chat_of("REK1")
    await chat.says(CHAIRS)
    await chat.says("ja")

    await chat.says(words)

    assert (await one(desk)).count == count


async def test_things_that_are_only_counted_belong_to_the_order_that_waits(chat_of: Chats) -> None:
    chat = chat_of("KON21")
    await chat.says("Need someone to take away old furniture")

    await chat.says("2 sofas and a table")

    draft = await chat.draft()
    assert (draft.service, draft.note) == ("ATE-MOB", "Need someone to take away old furniture\n2 sofas and a table")


async def test_haste_with_the_same_work_makes_no_second_order(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON51")
    await chat.says("En boende har kräkts i korridoren")

    await chat.says("behöver städ direkt!!")
    await chat.says("ja")

    order = await one(desk)
    assert (order.service, order.place) == ("LOK-AKU", "korridoren")


async def test_haste_with_other_work_is_an_order_of_its_own(chat_of: Chats) -> None:
    chat = chat_of("KON51")
    await chat.says("En boende har kräkts i korridoren")
    first = await chat.focus()

    await chat.says("byt lampan genast")

    assert await chat.focus() != first


@pytest.mark.parametrize("words", ["glömde säga att dörren är låst", "forgot to mention that the door is locked"])
@pytest.mark.parametrize("is_placed", [False, True])
async def test_what_was_forgotten_goes_with_the_order(
    chat_of: Chats, desk: Desk, words: str, *, is_placed: bool
) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)
    if is_placed:
        await chat.says("ja")

    reply = await chat.says(words)

    if is_placed:
        assert texts_of(reply) == ["comment-kept"]
        assert len(await stored(desk)) == 1
    else:
        assert words in ((await chat.draft()).note or "")


@pytest.mark.parametrize("words", ["vi får inte upp den", "ingen är fast", "there's another one as well"])
async def test_more_about_a_fault_is_passed_on_with_it(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("REK1")
    await chat.says("dörren till slöjdsalen kärvar")

    assert texts_of(await chat.says(words)) == ["comment-kept"]
    assert len(await stored(desk)) == 1


@pytest.mark.parametrize("words", ["asdf qwer zxcv", "vad är det här för något?", "du är en idiot den där boten"])
async def test_nonsense_after_a_fault_is_not_passed_on(chat_of: Chats, words: str) -> None:
    chat = chat_of("REK1")
    await chat.says("dörren till slöjdsalen kärvar")

    assert "comment-kept" not in texts_of(await chat.says(words))


@pytest.mark.parametrize(
    "words", ["när lagas den?", "kommer ni?", "har ni hunnit titta på dörren?", "has anyone seen it?"]
)
async def test_the_fault_is_shown_to_whoever_asks_after_it(chat_of: Chats, words: str) -> None:
    chat = chat_of("REK1")
    await chat.says("dörren till slöjdsalen kärvar")

    assert views_of(await chat.says(words)) == [("request", "request:F-2022-0001")]


async def test_a_yes_before_the_service_is_chosen_says_what_is_missing(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON51")
    await chat.says("Jag behöver hjälp med att flytta en säng från rum 3 till rum 7")

    assert texts_of(await chat.says("okej skicka den")) == ["choose-first"]
    assert await stored(desk) == []


async def test_what_the_unit_cannot_have_is_no_choice(chat_of: Chats) -> None:
    chat = chat_of("KON52")

    await chat.says("kan nån komma å byta glödlampa i matsalen avd 2")

    assert (await chat.draft()).service == "VAK-LAM"


@pytest.mark.parametrize("words", ["säng trasig", "sängen går inte att höja", "the bed is broken"])
async def test_a_broken_bed_is_mended_and_not_made(chat_of: Chats, words: str) -> None:
    chat = chat_of("KON51")

    await chat.says(words)

    assert (await chat.draft()).service == "VAK-REP"


async def test_whenever_you_can_is_any_time(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says("Byt lampan i Sal C3 på fredag")

    await chat.says("whenever you can")

    draft = await chat.draft()
    assert (draft.wanted_kind, draft.wanted_start) == ("none", None)


@pytest.mark.parametrize("words", ["oops it's the library", "sorry, I meant the library", "jag menade biblioteket"])
@pytest.mark.parametrize("is_placed", [False, True])
async def test_the_place_that_was_meant_is_kept(chat_of: Chats, desk: Desk, words: str, *, is_placed: bool) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)
    if is_placed:
        await chat.says("ja")

    await chat.says(words)

    wanted = await one(desk) if is_placed else await chat.draft()
    assert (wanted.service, wanted.place) == ("VAK-LAM", "Biblioteket")


@pytest.mark.parametrize("words", ["no rush", "när ni hinner", "ingen brådska"])
async def test_having_no_hurry_drops_nothing(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)

    await chat.says(words)
    await chat.says("cool")

    assert (await one(desk)).service == "VAK-LAM"


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("Flytta soffan från biblioteket till Sal C3", "soffan är flyttad nu"),
        ("Häng upp en tavla i Sal C3", "läraren vill inte ha tavlan längre"),
        ("Snö utanför entrén", "det har smält bort"),
        ("Fix a wobbly table in room C3", "don't bother, threw it out"),
        ("Need the hall set up for 80 people on friday", "call it off"),
    ],
)
async def test_whoever_no_longer_needs_it_need_not_say_cancel(
    chat_of: Chats, desk: Desk, order: str, words: str
) -> None:
    chat = chat_of("KON11")
    await chat.says(order)
    await chat.says("ja")

    await chat.says(words)

    assert (await one(desk)).status is RequestStatus.CANCELLED


@pytest.mark.parametrize(
    "words", ["ni behöver inte komma, det är lagat", "det luktar inte längre", "warm again, thanks"]
)
async def test_a_fault_that_is_over_is_taken_back(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("REK1")
    await chat.says("Det luktar illa från golvbrunnen i duschen")

    await chat.says(words)

    assert (await one(desk)).status is RequestStatus.CANCELLED


async def test_another_request_than_the_named_one_is_not_cancelled(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)
    await chat.says("ja")

    await chat.says("fönsterputsningen behövs inte längre")

    assert (await one(desk)).status is RequestStatus.QUEUED


@pytest.mark.parametrize("words", ["it's freezing", "nobody is hurt", "ingen är skadad"])
async def test_the_same_fault_told_again_is_no_second_report(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("KON21")
    await chat.says("the heating is broken in room 12")

    assert texts_of(await chat.says(words)) == ["comment-kept"]
    assert len(await stored(desk)) == 1


async def test_the_same_fault_elsewhere_is_a_report_of_its_own(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("REK1")
    await chat.says(COLD)

    await chat.says("Det är kallt i aulan")

    assert len(await stored(desk)) == 2


@pytest.mark.parametrize("words", ["ok tack", "perfekt", "ja"])
async def test_a_fault_in_doubt_is_asked_about_until_it_is_answered(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("REK1")
    await chat.says("vi e 30 elever i sal 7 å de e jättevarmt")

    assert [view for view, _ in views_of(await chat.says("går det o fixa idag"))] == ["unsure"]
    await chat.says(words)

    assert (await one(desk)).object == "VARME"


async def test_two_tables_in_words_are_counted_for_the_order_that_was_sent(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON21")
    await chat.says("Fix a wobbly table in room C3")
    await chat.says("yes")

    await chat.says("actually two tables")

    order = await one(desk)
    assert (order.service, order.count) == ("VAK-REP", 2)


NEW_ONES = ["behöver en ny", "den går inte att laga, vi behöver en ny", "byt ut den tack", "it needs to be replaced"]


@pytest.mark.parametrize("words", [*NEW_ONES, "we need a new one", "vi behöver ett till"])
@pytest.mark.parametrize("is_placed", [False, True])
async def test_that_a_new_one_is_needed_is_kept_with_the_order(
    chat_of: Chats, desk: Desk, words: str, *, is_placed: bool
) -> None:
    chat = chat_of("KON51")
    await chat.says("Sängen i rum 4 är trasig")
    if is_placed:
        await chat.says("ja")

    await chat.says(words)

    shown = await one(desk) if is_placed else await chat.draft()
    assert (shown.service, shown.note) == ("VAK-REP", f"Sängen i rum 4 är trasig\n{words}")


@pytest.mark.parametrize("words", [*NEW_ONES, "needs a new one"])
async def test_that_a_new_one_is_needed_is_kept_with_the_fault(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("KON51")
    await chat.says("Gungan är trasig")

    assert texts_of(await chat.says(words)) == ["comment-kept"]
    async with desk.begin() as work:
        assert words in [event.reason for event in await work.events.of_subject("request:F-2022-0001")]


async def test_a_new_thing_that_is_named_is_a_wish_of_its_own(chat_of: Chats) -> None:
    chat = chat_of("KON51")
    await chat.says("Gungan är trasig")

    assert [view for view, _ in views_of(await chat.says("vi behöver en ny lampa i rum 3"))] == ["order"]
