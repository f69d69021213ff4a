"""A known place is kept in Swedish and shown in the language of whoever reads."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogs.place_names import kept_inputs, kept_place, shown_place
from domain.notices import Event
from tests.actions.desk import Desk
from tests.chat import Chat
from tests.dialogs.cards.sample import Sample
from tests.dialogs.cards.samples import ORDER, SAMPLES, on_lamp
from tests.dialogs.cards.walk import inputs, words
from tests.factories import NOW, example_pilot

CATALOGUE = example_pilot().catalogue
Chats = Callable[[str], Chat]
ONE = "B-2022-0001"
VIEWS = ["order", "order-dropped", "choice", "request-assigned", "receipt-ours", "unsure", "approval", "queue"]
VIEWS += ["absence-uncovered", "hours", "rating", "assignment-accepted", "requests", "assignments", "series"]


@pytest.mark.parametrize(
    ("written", "kept", "english"),
    [
        ("Sal B214", "Sal B214", "Room B214"),
        ("room b214", "Sal B214", "Room B214"),
        ("Matsalen", "Matsalen", "Canteen"),
        ("bakom scenen", "bakom scenen", "bakom scenen"),
        ("", "", ""),
    ],
)
def test_a_place_has_one_name_that_is_kept_and_one_in_each_language(written: str, kept: str, english: str) -> None:
    assert kept_place(written, unit="PV1", catalogue=CATALOGUE) == kept
    assert shown_place(kept, unit="PV1", catalogue=CATALOGUE, language="en") == english
    assert shown_place(kept, unit="PV1", catalogue=CATALOGUE, language="sv") == kept


def test_a_place_of_another_unit_is_none_of_ones_own() -> None:
    assert shown_place("Sal B214", unit="PV5", catalogue=CATALOGUE, language="en") == "Sal B214"


def test_inputs_without_a_place_stay_as_they_are() -> None:
    assert kept_inputs({"hours": "2"}, unit="PV1", catalogue=CATALOGUE) == {"hours": "2"}


@pytest.mark.parametrize("name", VIEWS)
async def test_a_card_names_places_in_the_language_of_its_reader(name: str) -> None:
    english, swedish = [await SAMPLES[name].shown(language) for language in ("en", "sv")]

    assert not {"Sal B214", "Aulan", "Matsalen", "Biblioteket"} & set(" ".join(words(english.card)).split(" · "))
    assert not any(place in english.text for place in ("Sal B214", "Aulan", "Matsalen", "Biblioteket"))
    assert not any(place in swedish.text for place in ("Room B214", "Canteen"))


async def test_the_field_of_a_place_holds_what_the_card_says() -> None:
    presented = await SAMPLES["order"].shown("en")

    assert next(each["value"] for each in inputs(presented.card) if each["id"] == "place") == "Room B214"


async def test_the_story_of_a_move_names_both_places_in_the_language_of_its_reader() -> None:
    moved = Event(subject=ORDER, what="place-changed", person="KON11", at=NOW, before="Sal B214", after="Matsalen")
    lamp = on_lamp("request", "KON11", SAMPLES["request-queued"].shelf.requests[0].status)
    sample: Sample = replace(lamp, shelf=replace(lamp.shelf, events=(moved,)))

    text = (await sample.shown("en")).text

    assert "Room B214" in text
    assert "Canteen" in text


async def test_the_english_name_in_a_field_is_kept_in_swedish(chat_of: Chats, desk: Desk) -> None:
    await desk.order()

    await chat_of("KON11").presses("request.change", f"request:{ONE}", place="Canteen")

    assert (await desk.request(ONE)).place == "Matsalen"


async def test_a_field_that_stands_untouched_moves_nothing(chat_of: Chats, desk: Desk) -> None:
    await desk.order()
    await chat_of("KON11").presses("request.change", f"request:{ONE}", place="Matsalen")
    before = await desk.request(ONE)

    await chat_of("KON11").presses("request.change", f"request:{ONE}", place="Canteen")

    assert await desk.request(ONE) == before
