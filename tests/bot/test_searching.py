"""Searching the catalogue over HTTP, as Teams asks: in an input of a card, and beside any chat."""

from collections.abc import AsyncGenerator
from typing import Any

import aiohttp
import pytest

from bot.commands.serve import serving
from bot.settings import Settings
from bot.wire import CARD, JsonObject
from tests.bot.activities import envelope
from tests.bot.connector_server import ConnectorServer
from tests.dialogs.cards.walk import of_type

STRANGER = "99999999-0000-4000-8000-000000000001"


class Searcher:
    """Somebody who searches."""

    def __init__(self, session: aiohttp.ClientSession, connector: ConnectorServer) -> None:
        self._session = session
        self._connector = connector

    async def asks(self, name: str, value: object, *, by: str = "REK1") -> Any:  # noqa: ANN401  # JSON
        activity = envelope("invoke", by=by, service_url=self._connector.url) | {"name": name, "value": value}
        async with self._session.post("/api/messages", json=activity) as response:
            assert response.status == 200
            return await response.json()

    async def types(self, text: object, *, by: str = "REK1", **options: int) -> list[str]:
        """Return the codes of the choices for what is typed in the input."""
        value = {"queryText": text, "dataset": "services", "queryOptions": options}
        answer = await self.asks("application/search", value, by=by)
        assert answer["type"] == "application/vnd.microsoft.search.searchResponse"
        return [each["value"] for each in answer["value"]["results"]]

    async def composes(self, text: str, *, by: str = "REK1") -> Any:  # noqa: ANN401  # JSON
        """Return the answer to a search beside a chat."""
        value = {"commandId": "catalogue", "parameters": [{"name": "query", "value": text}]}
        return (await self.asks("composeExtension/query", value, by=by))["composeExtension"]


@pytest.fixture
async def searcher(settings: Settings, connector: ConnectorServer) -> AsyncGenerator[Searcher]:
    async with serving(settings) as (_, port), aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        yield Searcher(session, connector)


async def test_what_is_typed_in_an_input_gives_the_services_that_the_unit_can_order(searcher: Searcher) -> None:
    assert (await searcher.types("städ"))[0] == "LOK-REG"
    assert "BAD-SER" not in await searcher.types("bäddservice")
    assert (await searcher.types("bäddservice", by="PL1"))[0] == "BAD-SER"
    assert len(await searcher.types("")) == 15
    assert await searcher.types("", top=2, skip=1) == (await searcher.types(""))[1:3]


@pytest.mark.parametrize("text", [None, 7, "\U0001f9f9", "x" * 5000, "*[]("])
async def test_whatever_is_typed_is_answered(searcher: Searcher, text: object) -> None:
    assert isinstance(await searcher.types(text), list)


@pytest.mark.parametrize("value", [{}, {"dataset": "people", "queryText": "a"}, {"queryText": "a"}, "x", None, []])
async def test_another_data_set_has_no_choices(searcher: Searcher, value: object) -> None:
    assert (await searcher.asks("application/search", value))["value"]["results"] == []


async def test_a_search_beside_a_chat_gives_cards_that_anybody_can_read(searcher: Searcher) -> None:
    found = await searcher.composes("stolar")

    assert found["type"] == "result"
    first = found["attachments"][0]
    assert first["contentType"] == CARD
    assert first["preview"]["content"]["title"]
    assert of_type(first["content"], "Action.Execute") == []
    chosen = await searcher.asks("composeExtension/selectItem", first["preview"]["content"]["tap"]["value"])
    assert chosen["composeExtension"]["attachments"] == [first]


async def test_who_may_not_order_reads_all_the_same(searcher: Searcher) -> None:
    assert (await searcher.composes("golvvård", by="EK1"))["type"] == "result"


@pytest.mark.parametrize(("text", "by"), [("xyzzy", "REK1"), ("golvvård", STRANGER), ("", STRANGER)])
async def test_nothing_found_and_nobody_known_get_friendly_words(searcher: Searcher, text: str, by: str) -> None:
    found = await searcher.composes(text, by=by)

    assert found["type"] == "message"
    assert found["text"]
    assert await searcher.types(text, by=by) == []


@pytest.mark.parametrize("value", [{}, {"service": "NOPE"}, {"service": 7}, {"service": ["LOK-GOL"]}])
async def test_a_choice_that_is_none_is_told_so(searcher: Searcher, value: JsonObject) -> None:
    assert (await searcher.asks("composeExtension/selectItem", value))["composeExtension"]["type"] == "message"


async def test_a_search_leaves_nothing_behind(searcher: Searcher, connector: ConnectorServer) -> None:
    again = [await searcher.asks("application/search", {"dataset": "services", "queryText": "städ"}) for _ in range(2)]

    assert again[0] == again[1]
    assert connector.calls == []
