"""Every card in every state, in both languages, at the width of a phone and of a desk, in light and in dark."""

from collections.abc import AsyncGenerator, Mapping

import pytest
import pytest_asyncio

from tests.dialogs.cards.states import GALLERY
from tests.e2e.gallery import JsonObject, Look, Wall, message_of, wall

pytestmark = pytest.mark.asyncio(loop_scope="module")
LOOKS = [
    Look(width=360, frames=5, language="sv"),
    Look(width=360, frames=5, language="en", theme="dark"),
    Look(width=740, frames=3, language="sv", theme="dark"),
    Look(width=740, frames=3, language="en"),
]


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
