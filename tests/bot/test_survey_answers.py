"""An answer over the wire leaves no trace in logs, metrics, inbox, outbox, events, or anybody else's chat."""

import asyncio
import logging
import re
from datetime import datetime

import pytest
from sqlalchemy import text

from actions.surveys import open_wave
from bot.wiring import Desk
from storage.unit_of_work import Storage
from tests.bot.activities import chat_of, execute, installed, message
from tests.bot.cards import button, card_of
from tests.bot.connector_server import ConnectorServer
from tests.factories import TODAY

WORD = "grönsakslandet"
SAID = re.compile(rf"\b(?:red|röd|always|alltid|green|{WORD})\b")
"""What was answered, as it is said and as it is kept."""
PEOPLE = ("SER1", "SER2", "KON11", "SAM1", "PL1")
OPENED = datetime.fromisoformat("2022-03-15T10:00+01:00")


async def settled(desk: Desk) -> None:
    async with asyncio.timeout(20):
        await desk.delivery.settle_down()


async def rows_of(storage: Storage, *but: str) -> dict[str, list[str]]:
    """Return every row of the database as text, by table."""
    async with storage._database.engine().connect() as connection:
        names = await connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        found = {}
        for (name,) in names.all():
            rows = await connection.execute(text(f'SELECT * FROM "{name}"'))  # noqa: S608  # its own tables
            found[name] = [str(tuple(row)) for row in rows]
        return {name: rows for name, rows in found.items() if name not in but}


async def test_what_is_answered_is_in_no_log_no_metric_no_queue_and_no_chat_but_the_own(
    desk: Desk, connector: ConnectorServer, storage: Storage, caplog: pytest.LogCaptureFixture
) -> None:
    process = desk.server.adapter.process
    for person in PEOPLE:
        await process(installed(by=person, service_url=connector.url))
    await settled(desk)
    await open_wave(TODAY, begin=storage.begin, at=OPENED)
    await settled(desk)
    before = await rows_of(storage, "answers")
    caplog.set_level(logging.DEBUG)
    caplog.clear()

    for person, answer in (("SER1", "red"), ("SER2", "green")):
        card = connector.sent(chat_of(person))[-1]
        data = button(card, "survey.answer") | {"answer": answer}
        await process(execute("survey.answer", data, by=person, service_url=connector.url, card=str(card["id"])))
    for said in ("alltid", f"ett ord om frågan: {WORD}"):
        await process(message(said, by="KON11", service_url=connector.url))
    await settled(desk)

    logs = [f"{record.getMessage()} {record.__dict__}" for record in caplog.records]
    new = {name: set(rows) - set(before[name]) for name, rows in (await rows_of(storage, "answers")).items()}
    others = [str(each) for who in ("SAM1", "PL1") for each in connector.sent(chat_of(who))]
    told = [*logs, desk.server.metrics.written().decode(), *others, *(row for rows in new.values() for row in rows)]
    assert len(logs) > 3
    assert new["inbox"]
    assert [each for each in told if SAID.search(each.casefold())] == []
    assert "Vill du prata" in str(connector.updates(chat_of("SER1"))[-1])
    assert "Vill du prata" not in str(connector.updates(chat_of("SER2"))[-1])
    assert "Tack" in str(card_of(connector.updates(chat_of("SER2"))[-1])["fallbackText"])
