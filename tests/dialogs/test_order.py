"""An order in a sentence: its card, changes, and a press or a word that settles it."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from dialogs.turn import Reply
from domain.requests import RequestStatus, ServiceRequest
from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of

Chats = Callable[[str], Chat]
STORY = "Kan någon byta lysröret i sal B214 imorgon före 8?"
STORY_IN_ENGLISH = "Can someone replace the light in room B214 tomorrow before 8?"
BEFORE_EIGHT = datetime(2022, 3, 16, 7, tzinfo=UTC)


async def orders(desk: Desk) -> list[ServiceRequest]:
    async with desk.begin() as work:
        return list(await work.requests.all())


async def one_order(desk: Desk) -> ServiceRequest:
    (order,) = await orders(desk)
    return order


async def press_place(chat: Chat, **inputs: Any) -> Reply:
    return await chat.presses("order.place", f"draft:{await chat.focus()}", **inputs)


@pytest.mark.parametrize("sentence", [STORY, STORY_IN_ENGLISH])
async def test_the_sentence_of_the_story_is_a_draft_with_service_place_and_deadline(
    chat_of: Chats, sentence: str
) -> None:
    chat = chat_of("KON11")

    reply = await chat.says(sentence)

    draft = await chat.draft()
    assert views_of(reply) == [("order", f"draft:{draft.id}")]
    assert (draft.service, draft.unit, draft.person) == ("VAK-LAM", "PV1", "KON11")
    assert "B214" in (draft.place or "")
    assert (draft.wanted_kind, draft.wanted_start, draft.wanted_end) == ("before", None, BEFORE_EIGHT)
    assert draft.note == sentence
    (card,) = await chat.reads(reply)
    assert "B214" in card
    assert "08:00" in card


@pytest.mark.parametrize("sentence", [STORY, STORY_IN_ENGLISH])
@pytest.mark.parametrize(
    "word",
    [None, "ja", "Ja tack!", "beställ", "Beställ den nu", "ok", "yes", "yes please", "order it", "godkänn"],
)
async def test_a_press_and_a_word_store_the_same_order(
    chat_of: Chats, desk: Desk, sentence: str, word: str | None
) -> None:
    chat = chat_of("KON11")
    await chat.says(sentence)

    reply = await press_place(chat) if word is None else await chat.says(word)

    order = await one_order(desk)
    assert (order.id, order.status, order.service) == ("B-2022-0001", RequestStatus.QUEUED, "VAK-LAM")
    assert (order.wanted_end, order.promised_at) == (BEFORE_EIGHT, BEFORE_EIGHT)
    assert (order.hours, order.included, order.charged) == (Decimal("0.5"), Decimal(210), Decimal(0))
    shown = [reply.card] if word is None else list(reply.messages)
    assert [(each.view, each.subject) for each in shown if each] == [("request", "request:B-2022-0001")]
    assert await desk.owed() == [("request.queued", "SAM1")]
    assert await chat.focus() == order.id
    assert await chat.reads(reply)


@pytest.mark.parametrize("word", ["släpp", "nej", "nej tack", "avbryt", "no", "drop it", "glöm det"])
async def test_a_word_drops_what_was_shown(chat_of: Chats, desk: Desk, word: str) -> None:
    chat = chat_of("KON11")
    await chat.says(STORY)
    draft = await chat.focus()

    reply = await chat.says(word)

    assert texts_of(reply) == ["draft-dropped"]
    async with desk.begin() as work:
        assert (await work.drafts.get(draft)).is_dropped
    assert await orders(desk) == []
    assert texts_of(await chat.says("ja")) == ["nothing-to-answer"]


async def test_a_press_drops_it_and_its_place_button_orders_nothing_after_that(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says(STORY)
    subject = f"draft:{await chat.focus()}"

    await chat.presses("order.drop", subject)
    again = await chat.presses("order.drop", subject, version=1)
    late = await chat.presses("order.place", subject, version=1)

    assert (texts_of(again), texts_of(late)) == ([], ["error-wrong-state"])
    assert await orders(desk) == []


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("nej, på torsdag", ("2022-03-17 06", "2022-03-17 15")),
        ("på torsdag", ("2022-03-17 06", "2022-03-17 15")),
        ("nej torsdag", ("2022-03-17 06", "2022-03-17 15")),
        ("no, on thursday", ("2022-03-17 06", "2022-03-17 15")),
        ("ja, men på torsdag", ("2022-03-17 06", "2022-03-17 15")),
        ("idag", ("2022-03-15 06", "2022-03-15 15")),
        ("på fredag klockan 13", ("2022-03-18 12", "")),
    ],
)
async def test_another_day_in_words_changes_the_draft_and_orders_nothing_yet(
    chat_of: Chats, desk: Desk, words: str, wanted: tuple[str, str]
) -> None:
    chat = chat_of("KON11")
    await chat.says(STORY)
    before = await chat.draft()

    reply = await chat.says(words)

    draft = await chat.draft()
    assert (draft.id, draft.service, draft.place) == (before.id, before.service, before.place)
    moments = (draft.wanted_start, draft.wanted_end)
    assert tuple(each.strftime("%Y-%m-%d %H") if each else "" for each in moments) == wanted
    assert views_of(reply) == [("order", f"draft:{draft.id}")]
    assert await orders(desk) == []
    await chat.says("ja")
    assert (await one_order(desk)).wanted_start == draft.wanted_start


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [("2 timmar", "hours", Decimal(2)), ("nej, i sal A12", "place", "A12"), ("4 lampor", "count", 4)],
)
async def test_hours_place_and_count_change_by_words_too(chat_of: Chats, words: str, field: str, value: object) -> None:
    chat = chat_of("KON11")
    await chat.says("byt lampan i sal B214 på torsdag")

    await chat.says(words)

    found = getattr(await chat.draft(), field)
    assert value in found if isinstance(value, str) else found == value


async def test_the_same_change_by_inputs_stores_the_same(chat_of: Chats) -> None:
    by_words, by_press = chat_of("KON11"), chat_of("KON12")
    await by_words.says("byt lampan i sal B214 imorgon")
    await by_words.says("på torsdag")
    await by_press.says("byt lampan i sal B214 imorgon")

    reply = await by_press.presses("order.change", f"draft:{await by_press.focus()}", date="2022-03-17")

    one, other = await by_words.draft(), await by_press.draft()
    assert (one.wanted_kind, one.wanted_start, one.wanted_end) == (
        other.wanted_kind,
        other.wanted_start,
        other.wanted_end,
    )
    assert reply.card is not None
    assert reply.card.view == "order"


@pytest.mark.parametrize("hours", ["100", "0", "-2", "mycket", "0,1"])
async def test_hours_that_no_order_has_are_refused_and_nothing_is_lost(chat_of: Chats, hours: str) -> None:
    chat = chat_of("KON11")
    await chat.says(STORY)
    before = await chat.draft()

    reply = await chat.presses("order.change", f"draft:{before.id}", hours=hours, place="Aulan")

    assert texts_of(reply) == ["error-bad-input"]
    assert await chat.draft() == before
    assert await chat.reads(reply)


async def test_hours_that_no_order_has_are_refused_in_words_too(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says(STORY)

    assert texts_of(await chat.says("100 timmar")) == ["error-bad-input"]


async def test_what_was_filled_in_is_ordered_with_the_same_press(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says(STORY)

    await press_place(chat, place="Aulan", count="3", charged="0.00")

    order = await one_order(desk)
    assert (order.place, order.count) == ("Aulan", 3)


async def test_an_outdated_card_says_so_and_orders_nothing(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says(STORY)
    subject = f"draft:{await chat.focus()}"
    await chat.says("på torsdag")

    reply = await chat.presses("order.place", subject, version=1)

    assert texts_of(reply) == ["error-out-of-date"]
    assert await orders(desk) == []


async def test_an_outdated_card_may_repeat_what_was_done(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says(STORY)
    subject = f"draft:{await chat.focus()}"
    await chat.presses("order.place", subject)

    reply = await chat.presses("order.place", subject, version=1)

    assert texts_of(reply) == []
    assert reply.card is not None
    assert reply.card.subject == "request:B-2022-0001"
    assert len(await orders(desk)) == 1


async def test_a_press_that_costs_more_than_its_card_said_is_shown_the_cost_and_orders_nothing(
    chat_of: Chats, desk: Desk
) -> None:
    chat = chat_of("KON11")
    await chat.says("storstädning i aulan på torsdag")

    reply = await press_place(chat, hours="20", place="Aulan", charged="0.00")

    assert texts_of(reply) == ["order-cost-changed"]
    assert reply.card is not None
    assert await orders(desk) == []
    draft = await chat.draft()
    assert (draft.hours, draft.place) == (Decimal(20), "Aulan")
    await press_place(chat, charged="3280.00")
    assert (await one_order(desk)).charged == Decimal(3280)


async def test_a_word_that_would_cost_more_than_the_card_said_is_asked_again(chat_of: Chats, desk: Desk) -> None:
    chat, other = chat_of("KON11"), chat_of("KON12")
    for each in (chat, other):
        await each.says("storstädning i aulan på torsdag")
    await other.says("ja")

    first = await chat.says("ja")
    second = await chat.says("ja")

    assert texts_of(first) == ["order-cost-changed"]
    assert [view for view, _ in views_of(first)] == ["order"]
    assert [view for view, _ in views_of(second)] == ["request"]
    assert sum((each.included or Decimal(0)) for each in await orders(desk)) == Decimal(12) * 410


async def test_what_cannot_be_ordered_says_why_on_its_card_and_again_when_a_yes_is_said(
    chat_of: Chats, desk: Desk
) -> None:
    chat = chat_of("CHE7")
    first = await chat.says("byt lampan på scenen imorgon")

    again = await chat.says("ja")

    assert views_of(first) == views_of(again)
    assert await chat.reads(first) == await chat.reads(again)
    assert (await chat.draft()).is_live
    assert await orders(desk) == []


async def test_an_add_on_of_a_requester_is_shown_as_waiting_and_the_principals_is_not(
    chat_of: Chats, desk: Desk
) -> None:
    for who in ("KON11", "REK1"):
        chat = chat_of(who)
        await chat.says("vi behöver ett passerkort")
        await chat.says("ja")

    assert [each.status for each in await orders(desk)] == ["awaiting_approval", "queued"]


async def test_two_wishes_are_two_drafts_and_each_is_ordered_by_a_word_of_its_own(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")

    first = await chat.says("byt lampan i aulan och putsa fönstren i matsalen")
    second = await chat.says("ja")
    third = await chat.says("ja")

    assert [view for view, _ in views_of(first)] == ["order", "order"]
    assert [view for view, _ in views_of(second)] == ["request", "order"]
    assert [view for view, _ in views_of(third)] == ["request"]
    assert {each.service for each in await orders(desk)} == {"VAK-LAM", "LOK-FON"}


async def test_an_unclear_wish_is_a_choice_that_a_press_or_a_word_makes(chat_of: Chats) -> None:
    by_press, by_words = chat_of("KON11"), chat_of("KON12")
    for chat in (by_press, by_words):
        shown = await chat.says("städa mattan efter spill i aulan på torsdag")
        draft = await chat.draft()
        assert (draft.service, views_of(shown)) == (None, [("choice", f"draft:{draft.id}")])
        assert "LOK-TEX" in draft.choices

    pressed = await by_press.presses("order.change", f"draft:{await by_press.focus()}", service="LOK-TEX")
    not_yet = await by_words.says("ja")
    await by_words.says("mattrengöring")

    assert pressed.card is not None
    assert pressed.card.view == "order"
    assert [view for view, _ in views_of(not_yet)] == ["choice"]
    one, other = await by_press.draft(), await by_words.draft()
    assert (one.service, other.service) == ("LOK-TEX", "LOK-TEX")
    assert (one.wanted_start, one.note) == (other.wanted_start, other.note)
    assert one.wanted_start is not None


async def test_a_wish_without_a_service_waits_for_it_and_keeps_what_it_said(chat_of: Chats) -> None:
    chat = chat_of("KON11")

    asked = await chat.says("jag vill beställa något till aulan på torsdag")
    await chat.says("fönsterputs")

    assert texts_of(asked) == ["which-service"]
    draft = await chat.draft()
    assert draft.service == "LOK-FON"
    assert "ulan" in (draft.place or "")
    assert draft.wanted_start == datetime(2022, 3, 17, 6, tzinfo=UTC)


async def test_a_recurring_wish_is_one_order_for_its_first_time(chat_of: Chats) -> None:
    chat = chat_of("KON11")

    await chat.says("fönsterputs i matsalen varannan tisdag från vecka 34 till jul")

    draft = await chat.draft()
    assert draft.wanted_kind == "recurring"
    assert draft.wanted_start is not None
    assert draft.wanted_end is None or draft.wanted_end.date() == draft.wanted_start.date()


@pytest.mark.parametrize("words", ["12 stolar", "12 stolar istället", "gör det till 12 stolar"])
async def test_another_count_of_the_same_thing_makes_no_second_draft(chat_of: Chats, words: str) -> None:
    chat = chat_of("KON11")
    await chat.says("bestäl flytt av 10 stolar till aulan imorgon fm")
    before = await chat.draft()

    await chat.says(words)

    after = await chat.draft()
    assert (after.id, after.service, after.place, after.count) == (before.id, before.service, before.place, 12)


async def test_a_stated_count_belongs_to_the_order_that_was_just_shown(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says("byta sängkläder på avdelning 2 imorgon")
    before = await chat.draft()

    await chat.says("2 sängar är det")

    after = await chat.draft()
    assert (after.id, after.service, after.place, after.count) == (before.id, before.service, before.place, 2)


async def test_a_draft_is_dropped_also_when_its_service_is_named(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("KON11")
    await chat.says("byt lampan i sal B214 på torsdag")

    reply = await chat.says("strunta i lampan")

    assert texts_of(reply) == ["draft-dropped"]
    assert await orders(desk) == []
