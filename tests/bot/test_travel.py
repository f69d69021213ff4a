from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import DeskClock
from bot.opening import opened
from bot.settings import Settings, read_settings
from bot.wiring import Desk, assembled
from tests.bot.activities import installed
from tests.bot.connector_server import ConnectorServer

START = datetime(2022, 3, 15, 9, 0, tzinfo=UTC)


async def test_the_clock_starts_once_and_goes_on_from_there(settings: Settings) -> None:
    later = settings.model_copy(update={"clock": datetime(2023, 1, 1, tzinfo=UTC)})

    async with opened(settings) as (_, first), opened(later) as (_, second):
        shown = (first.now(), second.now())

    assert all(timedelta() <= moment - START < timedelta(minutes=1) for moment in shown)


async def test_production_has_the_real_clock(sqlite_url: str) -> None:
    settings = read_settings({"VAKTIS_DATABASE_URL": sqlite_url, "VAKTIS_APP_ID": "app", "VAKTIS_APP_PASSWORD": "x"})

    async with opened(settings) as (storage, clock):
        assert clock.offset == timedelta()
        with pytest.raises(RuntimeError):
            async with storage.begin() as work:
                await clock.step(work, to=START)


async def test_the_clock_never_goes_back(desk: Desk) -> None:
    before = desk.clock.now()

    async with desk.begin() as work:
        await desk.clock.step(work, to=before - timedelta(days=1))

    assert desk.clock.now() >= before


async def test_travelling_runs_what_falls_due_and_sends_it_before_it_returns(
    desk: Desk, connector: ConnectorServer
) -> None:
    await desk.server.adapter.process(installed(by="PL1", service_url=connector.url))

    now = await desk.traveller.travel(START + timedelta(days=2))

    assert now >= START + timedelta(days=2)
    async with desk.begin() as work:
        notices = await work.outbox.list_notices()
        slots = await work.slots.all()
    assert {owed.status.value for owed in notices} <= {"sent", "undeliverable"}
    assert sum(owed.status.value == "sent" for owed in notices) > 0
    assert {job for job, *_ in slots} >= {"commitments", "surveys"}


async def test_two_desks_on_one_database_send_everything_once(settings: Settings, connector: ConnectorServer) -> None:
    async with assembled(settings) as serving, assembled(settings) as travelling:
        serving.delivery.start()
        travelling.delivery.start()
        await serving.server.adapter.process(installed(by="PL1", service_url=connector.url))

        await travelling.traveller.travel(START + timedelta(days=2))

        await travelling.delivery.stop()
        await serving.delivery.stop()
        async with serving.begin() as work:
            sent = [owed for owed in await work.outbox.list_notices() if owed.status.value == "sent"]
    assert len(connector.sent()) == len(sent) + 1


async def test_a_clock_that_was_never_started_is_the_machines(sqlite_url: str) -> None:
    settings = read_settings({"VAKTIS_DATABASE_URL": sqlite_url})

    async with opened(settings) as (_, clock):
        assert isinstance(clock, DeskClock)
        assert clock.offset == timedelta()
