"""The version that a card is sent with, by which it is known later whether it has become another."""

from asyncio import create_task
from collections.abc import AsyncGenerator, Awaitable, Callable

import pytest

from actions.requests import cancel_request
from dialogs.cards.elements import Shown
from dialogs.present import VIEWS, present
from dialogs.views.asked import Asked
from domain.notices import Message
from storage.unit_of_work import Storage
from tests.actions.desk import Desk
from tests.dialogs.cards.sample import sign
from tests.factories import NOW, example_pilot, the_person

View = Callable[[Asked], Awaitable[Shown]]


@pytest.fixture
async def desk(postgresql_url: str) -> AsyncGenerator[Desk]:
    """A desk where two change things at once, and a transaction sees what others have stored since it began."""
    storage = Storage.open(postgresql_url, is_durable=False)
    yield Desk(begin=storage.begin, catalogue=example_pilot().catalogue)
    await storage.close()


async def test_a_card_is_never_said_to_be_newer_than_what_it_shows(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    request = await desk.order()
    show_queue: View = VIEWS["queue"]

    async def show_and_be_overtaken(asked: Asked) -> Shown:
        shown = await show_queue(asked)
        by = the_person("KON11")
        await create_task(cancel_request(request.id, by=by, catalogue=desk.catalogue, begin=desk.begin, at=NOW))
        return shown

    monkeypatch.setitem(VIEWS, "queue", show_and_be_overtaken)
    async with desk.begin() as work:
        presented = await present(
            Message(view="queue", subject=f"request:{request.id}"),
            work=work,
            reader=the_person("SAM1"),
            catalogue=desk.catalogue,
            at=NOW,
            sign=sign,
        )

    assert "Ska fördelas" in presented.text
    assert presented.version == request.version < (await desk.request(request.id)).version
