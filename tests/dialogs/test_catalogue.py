"""Looking around in the catalogue, by press and by word, and beginning an order from it."""

from collections.abc import Callable

import pytest

from tests.actions.desk import Desk
from tests.chat import Chat, texts_of, views_of
from tests.factories import example_pilot

Chats = Callable[[str], Chat]


@pytest.mark.parametrize(
    ("words", "view", "subject", "query"),
    [
        ("sök städ", "catalogue", None, "städ"),
        ("Sök efter stolar!", "catalogue", None, "stolar"),
        ("visa tjänster om stolar", "catalogue", None, "stolar"),
        ("vilka tjänster för möbler", "catalogue", None, "möbler"),
        ("search chairs", "catalogue", None, "chairs"),
        ("show services about cleaning", "catalogue", None, "cleaning"),
        ("sök golvvård", "service", "catalogue:LOK-GOL", None),
        ("sök fönsetrputs", "service", "catalogue:LOK-FON", None),
        ("sök xyzzy", "catalogue", None, "xyzzy"),
    ],
)
async def test_a_search_in_words_shows_what_was_found_and_the_only_hit_at_once(
    chat_of: Chats, *, words: str, view: str, subject: str | None, query: str | None
) -> None:
    chat = chat_of("KON11")

    reply = await chat.says(words)

    assert views_of(reply) == [(view, subject)]
    assert reply.messages[0].values.get("query") == query
    assert await chat.reads(reply)


async def test_pages_are_turned_by_word_and_by_press_alike(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says("visa avropstjänster")

    by_word = await chat.says("nästa sida")
    by_press = await chat.presses("catalogue.show", "", category="call_off", page=2, query_kept="")
    back = await chat.says("tillbaka")

    assert by_press.card == by_word.messages[0]
    assert by_word.messages[0].values == {"category": "call_off", "query": "", "page": 2}
    assert back.messages[0].values["page"] == 1


async def test_a_next_page_that_nobody_looks_at_is_no_page(chat_of: Chats) -> None:
    assert views_of(await chat_of("KON11").says("nästa sida")) == []


async def test_browsing_by_press_stays_on_one_card(chat_of: Chats) -> None:
    chat = chat_of("KON11")

    presses = [
        await chat.presses("catalogue.show", "", category="add_on"),
        await chat.presses("catalogue.show", "", search=1, query="städ"),
        await chat.presses("catalogue.show", "", service="LOK-FON"),
        await chat.presses("catalogue.show", "catalogue:LOK-FON", service=""),
    ]

    assert [reply.messages for reply in presses] == [(), (), (), ()]
    shown = [(reply.card.view, reply.card.subject) for reply in presses if reply.card]
    assert shown == [("catalogue", None), ("catalogue", None), ("service", "catalogue:LOK-FON"), ("catalogue", None)]


@pytest.mark.parametrize(("service", "category"), [("NOPE", ""), ("", "nope")])
async def test_a_button_for_what_is_not_in_the_catalogue_is_refused(
    chat_of: Chats, service: str, category: str
) -> None:
    reply = await chat_of("KON11").presses("catalogue.show", "", service=service, category=category)

    assert texts_of(reply) == ["error-bad-input"]


@pytest.mark.parametrize("page", ["0", "-3", "999999", "9999", "x", "²"])
async def test_any_page_number_shows_a_page(chat_of: Chats, page: str) -> None:
    chat = chat_of("KON11")

    assert await chat.reads(await chat.presses("catalogue.show", "", category="call_off", page=page))


@pytest.mark.parametrize("way", ["press", "words", "sentence"])
async def test_an_order_begins_from_a_service_by_press_and_by_word_alike(chat_of: Chats, way: str) -> None:
    chat = chat_of("KON11")
    await chat.says("sök golvvård")

    if way == "press":
        reply = await chat.presses("order.start", "catalogue:LOK-GOL", service="LOK-GOL")
        assert reply.card is not None
        assert (reply.card.view, reply.messages) == ("order", ())
    else:
        reply = await chat.says("beställ den" if way == "words" else "beställ golvvård")
        assert [view for view, _ in views_of(reply)] == ["order"]

    draft = await chat.draft()
    assert (draft.service, draft.unit, draft.wanted_kind) == ("LOK-GOL", "PV1", "none")


async def test_who_may_not_order_is_told_so_and_no_draft_is_kept(chat_of: Chats, desk: Desk) -> None:
    chat = chat_of("EK1")

    reply = await chat.presses("order.start", "catalogue:LOK-GOL", service="LOK-GOL")

    assert texts_of(reply) == ["error-not-allowed"]
    assert await desk.owed() == []


@pytest.mark.parametrize("service", ["NOPE", ""])
async def test_an_order_of_nothing_does_not_begin(chat_of: Chats, service: str) -> None:
    assert texts_of(await chat_of("KON11").presses("order.start", "", service=service)) == ["error-bad-input"]


async def test_the_service_is_changed_on_the_order_card_with_its_cost(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says("byt lampan i sal B214 på torsdag")
    subject = f"draft:{await chat.focus()}"

    reply = await chat.presses("order.change", subject, service="LOK-FON", place="Sal B214")

    draft = await chat.draft()
    assert (draft.service, draft.place, draft.object) == ("LOK-FON", "Sal B214", None)
    name = example_pilot().catalogue.services["LOK-FON"].name.sv
    assert name in (await chat.reads(reply))[0]


async def test_a_service_that_is_none_is_refused_and_the_draft_stays(chat_of: Chats) -> None:
    chat = chat_of("KON11")
    await chat.says("byt lampan i sal B214 på torsdag")
    before = await chat.draft()

    reply = await chat.presses("order.change", f"draft:{before.id}", service="golvvård")

    assert texts_of(reply) == ["error-bad-input"]
    assert await chat.draft() == before
