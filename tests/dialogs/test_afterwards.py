"""A short sentence right after something was shown is about that: the order that waits, or the request as sent."""

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
    ["skicka", "mm det blir bra", "perfekt", "bra, tack", "ser bra ut", "looks good", "that's perfect", "send it"],
)
async def test_whoever_says_that_the_card_is_right_has_ordered(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)

    await chat.says(words)

    assert (await one(desk)).service == "VAK-LAM"


@pytest.mark.parametrize("words", ["tack", "tack så mycket", "🙏", "hur går det med lampan?", "när kommer ni?"])
async def test_whoever_thanks_or_asks_too_early_hears_that_nothing_is_ordered_yet(
    chat_of: Chats, desk: Desk, words: str
) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)

    reply = await chat.says(words)

    assert "draft-waits" in texts_of(reply)
    assert await stored(desk) == []
    await chat.says("ja")
    assert (await one(desk)).service == "VAK-LAM"


@pytest.mark.parametrize(
    "words",
    [
        *(
            "det löste sig",
            "det har löst sig, tack",
            "vi klarar oss ändå",
            "vi hoppar över det",
            "den behövs inte längre",
        ),
        *("glöm det, vaktmästaren fixade", "skit i det", "never mind its fixed", "it's been sorted", "no need anymore"),
    ],
)
@pytest.mark.parametrize("is_placed", [False, True])
async def test_what_is_needed_no_more_is_dropped_or_cancelled(
    chat_of: Chats, desk: Desk, words: str, *, is_placed: bool
) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)
    if is_placed:
        await chat.says("ja")

    reply = await chat.says(words)

    assert texts_of(reply) == ["request-cancelled" if is_placed else "draft-dropped"]
    assert [each.status for each in await stored(desk)] == [RequestStatus.CANCELLED] * is_placed


@pytest.mark.parametrize(
    "words",
    ["elementet funkar nu igen", "den fungerar igen", "nu har det slutat läcka", "it works again", "it's fixed now"],
)
async def test_a_fault_that_mends_itself_is_cancelled(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("REK1")
    await chat.says(COLD)

    await chat.says(words)

    assert (await one(desk)).status is RequestStatus.CANCELLED


@pytest.mark.parametrize("words", ["det funkar fortfarande inte igen", "funkar det igen?", "it never works again"])
async def test_what_is_still_broken_is_not_cancelled(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("REK1")
    await chat.says(COLD)

    await chat.says(words)

    assert (await stored(desk))[0].status is RequestStatus.FORWARDED


@pytest.mark.parametrize("words", ["vad kostar det?", "vad kostar det", "how much is it?", "vad går det på?"])
@pytest.mark.parametrize("is_placed", [False, True])
async def test_the_cost_that_is_asked_is_that_of_what_was_shown(chat_of: Chats, words: str, *, is_placed: bool) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)
    if is_placed:
        await chat.says("ja")

    reply = await chat.says(words)

    assert texts_of(reply)[0] == "cost-told-included"
    assert "210" in (await chat.reads(reply))[0]


async def test_the_cost_of_another_service_is_told_by_the_catalogue(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)

    assert "cost-told-included" not in texts_of(await chat.says("vad kostar fönsterputsning?"))


async def test_more_things_of_the_same_belong_to_the_order(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("REK1")
    await chat.says("Vi behöver bord till ett föräldramöte i aulan på torsdag")
    await chat.says("60 stolar också")

    await chat.says("ja")

    order = await one(desk)
    assert (order.service, order.place, order.count) == ("VAK-MOB", "Aulan", 60)
    assert "60 stolar" in (order.note or "")
    assert order.wanted_start is not None


@pytest.mark.parametrize("words", ["och handskar också", "and gloves too"])
async def test_what_is_wanted_as_well_is_added_to_the_order_that_was_sent(
    chat_of: Chats, desk: Desk, words: str
) -> None:
    chat = chat_of("KON51")
    await chat.says("Vi behöver tvål i köket")
    await chat.says("ja")

    await chat.says(words)

    assert (await one(desk)).note == f"Vi behöver tvål i köket\n{words}"


@pytest.mark.parametrize("words", ["asdfghjkl", "asdfghjkl också", "och dfgh", "lkjhgf too", "aaargh", "abrakadabra"])
@pytest.mark.parametrize("is_placed", [False, True])
async def test_what_is_no_word_is_not_understood_and_leaves_the_order(
    chat_of: Chats, words: str, *, is_placed: bool
) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)
    if is_placed:
        await chat.says("ja")
    before = await chat.focus()

    assert texts_of(await chat.says(words)) == ["not-understood"]

    assert await chat.focus() == before
    if not is_placed:
        assert (await chat.draft()).note == LAMP


async def test_the_lamp_in_another_room_too_is_an_order_of_its_own(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)
    first = await chat.focus()

    await chat.says("lampan i aulan också")

    assert await chat.focus() != first


@pytest.mark.parametrize("words", ["Matsalen", "i matsalen", "ändra till matsalen", "fel rum, det är matsalen"])
@pytest.mark.parametrize("is_placed", [False, True])
async def test_a_place_answers_where_though_a_service_is_called_alike(
    chat_of: Chats, desk: Desk, words: str, *, is_placed: bool
) -> None:
    chat = chat_of("REK1")
    await chat.says("Jag vill ha hjälp med möblering")
    if is_placed:
        await chat.says("ja")

    await chat.says(words)

    if not is_placed:
        await chat.says("ja")
    order = await one(desk)
    assert (order.service, order.place) == ("VAK-MOB", "Matsalen")


@pytest.mark.parametrize(
    ("words", "hour"), [("kl 8", 7), ("kan ni komma kl 8?", 7), ("can you come at 8 am instead", 7), ("fredag kl 8", 7)]
)
async def test_a_time_alone_moves_the_order_that_was_sent(chat_of: Chats, desk: Desk, words: str, hour: int) -> None:
    chat = chat_of("KON11")
    await chat.says("Byt lampan i Sal C3 på fredag kl 13")
    await chat.says("ja")

    await chat.says(words)

    assert (await one(desk)).wanted_start == datetime(2022, 3, 18, hour, tzinfo=UTC)


@pytest.mark.parametrize("words", ["idag?", "är ni här idag?"])
async def test_a_question_with_a_day_in_it_moves_nothing(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("KON11")
    await chat.says("Byt lampan i Sal C3 på fredag kl 13")
    await chat.says("ja")

    await chat.says(words)

    assert (await one(desk)).wanted_start == datetime(2022, 3, 18, 12, tzinfo=UTC)


@pytest.mark.parametrize("words", ["kan ni komma tidigare?", "kan ni komma lite tidigare", "can you come earlier"])
async def test_whoever_wants_it_sooner_is_asked_for_the_time(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("KON11")
    await chat.says("Byt lampan i Sal C3 på fredag kl 13")
    await chat.says("ja")

    assert texts_of(await chat.says(words)) == ["which-time"]
    await chat.says("kl 10")
    assert (await one(desk)).wanted_start == datetime(2022, 3, 18, 9, tzinfo=UTC)


async def test_a_part_of_the_day_keeps_the_day(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says("Byt lampan i Sal C3 imorgon förmiddag")

    await chat.says("kan det bli på eftermiddagen istället")

    draft = await chat.draft()
    assert draft.wanted_start == datetime(2022, 3, 16, 11, tzinfo=UTC)
    assert draft.wanted_end == datetime(2022, 3, 16, 15, tzinfo=UTC)
    await chat.says("i eftermiddag")
    assert (await chat.draft()).wanted_start == datetime(2022, 3, 15, 11, tzinfo=UTC)


@pytest.mark.parametrize("is_placed", [False, True])
@pytest.mark.parametrize("words", ["make that 40", "det ska vara 40", "nej det blir 40 st"])
async def test_a_bare_number_counts_anew(chat_of: Chats, desk: Desk, words: str, *, is_placed: bool) -> None:
    chat = chat_of("REK1")
    await chat.says(CHAIRS)
    if is_placed:
        await chat.says("ja")

    await chat.says(words)

    if not is_placed:
        await chat.says("ja")
    assert (await one(desk)).count == 40


@pytest.mark.parametrize("words", ["ja", "ok", "ja felanmäl det", "perfekt", "yes report it"])
async def test_a_yes_to_what_was_sent_hears_that_it_was(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("REK1")
    await chat.says(COLD)

    assert texts_of(await chat.says(words)) == ["already-sent"]
    assert len(await stored(desk)) == 1


@pytest.mark.parametrize("words", ["när kommer ni?", "hur går det?", "hur lång tid tar det", "when will you come?"])
async def test_how_it_goes_is_asked_of_what_was_just_sent(chat_of: Chats, words: str) -> None:
    chat = chat_of("KON11")
    await chat.says(COLD)
    await chat.says(LAMP)
    await chat.says("ja")

    assert views_of(await chat.says(words)) == [("request", "request:B-2022-0001")]


@pytest.mark.parametrize(
    "words", ["i aulan", "det är jättebråttom", "asap", "det går inte att höja", "kan ni komma tidigare"]
)
async def test_what_is_said_after_a_fault_is_told_to_whoever_answers_for_it(
    chat_of: Chats, desk: Desk, words: str
) -> None:
    chat = chat_of("REK1")
    await chat.says(COLD)

    assert texts_of(await chat.says(words)) == ["comment-kept"]
    async with desk.begin() as work:
        events = await work.events.of_subject("request:F-2022-0001")
    assert events[-1].reason == words


async def test_more_of_what_is_wrong_is_added_to_the_order(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says(LAMP)

    await chat.says("det är något som är trasigt")

    assert (await chat.draft()).note == f"{LAMP}\ndet är något som är trasigt"


async def test_of_two_wishes_the_named_one_is_changed_and_the_named_one_is_left_out(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says(SHELVES)

    await chat.says("whiteboarden ska vara i sal 14")
    await chat.says("ta bort bokhyllorna")
    await chat.says("ja")

    order = await one(desk)
    assert (order.service, order.place) == ("VAK-MON", "sal 14")
    assert order.wanted_start is not None
    assert order.wanted_start.date().isoformat() == "2022-03-21"


@pytest.mark.parametrize("words", ["ställ in allt", "avboka båda", "cancel both", "cancel everything"])
async def test_all_wishes_are_dropped_at_once(chat_of: Chats, desk: Desk, words: str) -> None:
    chat = chat_of("KON11")
    await chat.says(SHELVES)

    assert texts_of(await chat.says(words)) == ["draft-dropped"]
    assert texts_of(await chat.says("ja")) == ["nothing-to-answer"]
    assert await stored(desk) == []
