"""Every card in every state, in both languages, at the width of a phone and of a desk, in light and in dark."""

import os
from collections.abc import AsyncGenerator, Mapping

import pytest
import pytest_asyncio

from tests.dialogs.cards.sentences import plain_sentences, worded
from tests.dialogs.cards.states import GALLERY
from tests.e2e.gallery import JsonObject, Look, Wall, message_of, wall

pytestmark = pytest.mark.asyncio(loop_scope="module")
NARROW = [Look(width=360, frames=5, language="sv"), Look(width=360, frames=5, language="en", theme="dark")]
WIDE = [Look(width=740, frames=3, language="sv", theme="dark"), Look(width=740, frames=3, language="en")]
LOOKS = [*NARROW, *(WIDE if os.environ.get("VAKTIS_PICTURES") else WIDE[:1])]
"""What fits in Swedish where it is wide fits in English too; all four for an eye."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hall() -> AsyncGenerator[Wall]:
    async with wall() as built:
        yield built


async def cards_in(language: str) -> Mapping[str, JsonObject]:
    shown = {name: await sample.shown(language) for name, sample in GALLERY.items()}
    return {name: message_of(name, card=each.card) for name, each in shown.items() if each.card}


@pytest.mark.parametrize("look", LOOKS, ids=[each.name for each in LOOKS])
async def test_every_card_can_be_read_and_pressed(hall: Wall, look: Look) -> None:
    await hall.build(look)

    found = await hall.hang(await cards_in(look.language), sheets=f"cards-{look.name}")

    assert found == [], "\n".join(found)


@pytest.mark.parametrize("look", NARROW, ids=[each.name for each in NARROW])
async def test_every_sentence_can_be_read(hall: Wall, look: Look) -> None:
    sentences = await plain_sentences()
    words = {key: worded(key, source, look.language) for key, source in sentences.items()}
    messages = {key: message_of(key, text=each) for key, each in words.items()}
    await hall.build(look)

    found = await hall.hang(messages, sheets=f"words-{look.name}", on_sheet=12)

    assert found == [], "\n".join(found)


SIZES = {"phone": (390, 844), "tablet": (820, 1100), "desk": (1560, 980)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["sv", "en"])
async def test_the_page_can_be_read_and_pressed(hall: Wall, size: str, language: str) -> None:
    shown = {name: (await GALLERY[name].shown(language)).card for name in ("welcome-principal", "order", "wheel")}
    people = "REK1,SAM1" if size == "desk" else "REK1"
    found = []

    await hall.empty()
    await hall.open(f"?people={people}&lang={language}&theme=light", size=SIZES[size])
    found += await hall.seen_on_page(f"page-{language}-{size}-empty")
    await hall.send("REK1", *(card for card in shown.values() if card))
    found += await hall.seen_on_page(f"page-{language}-{size}")
    await hall.open(f"?people={people}&lang={language}&theme=dark", size=SIZES[size])
    found += await hall.seen_on_page(f"page-{language}-{size}-dark")

    assert sorted(set(found)) == [], "\n".join(found)
