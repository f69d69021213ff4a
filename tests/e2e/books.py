"""What stands in the desk's own tables, read beside the processes that use it; and time that passes while none does."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.clock import real_now
from bot.wire import Address
from domain.notices import Conversation
from storage.unit_of_work import Storage
from tests.bench.people import BOT, TENANT
from tests.e2e.programs import PILOT

PEOPLE = PILOT / "people.csv"
_ROWS = "SELECT kind, lane FROM outbox WHERE status = :status"
_NUMBERS = "SELECT id FROM outbox WHERE status = :status"
_STATUSES = "SELECT status FROM outbox"
_LOST = "SELECT id, kind, lane, subject FROM outbox WHERE status = 'undeliverable'"
_PLACES = (
    "SELECT 'draft:' || id, place FROM drafts"
    " UNION ALL SELECT 'request:' || id, place FROM requests"
    " UNION ALL SELECT 'assignment:' || assignments.id, place FROM assignments"
    " JOIN requests ON requests.id = assignments.request"
)
_JOINED = "SELECT person FROM events WHERE subject = :subject AND what = 'joined' ORDER BY id"
_ANSWERS = "SELECT answer FROM answers"
_CLOCK = "SELECT value FROM settings WHERE name = 'clock-offset-seconds'"
_MOVE = "UPDATE settings SET value = :value WHERE name = 'clock-offset-seconds'"


async def _read(address: str, query: str, **values: str) -> list[tuple[str, ...]]:
    engine = create_async_engine(address)
    try:
        async with engine.connect() as connection:
            return [tuple(row) for row in await connection.execute(text(query), values)]
    finally:
        await engine.dispose()


async def under_way(address: str, *statuses: str) -> set[int]:
    """Return the numbers of the rows of the outbox that have one of *statuses*."""
    return {int(row) for status in statuses for (row,) in await _read(address, _NUMBERS, status=status)}


async def statuses(address: str) -> Counter[str]:
    """Return how many rows of the outbox have each status."""
    return Counter(status for (status,) in await _read(address, _STATUSES))


@dataclass(frozen=True, kw_only=True)
class Lost:
    """A row of the outbox that could not be delivered: what it is, to whom, and about which place (None: no place)."""

    row: int
    kind: str
    person: str
    place: str | None


async def lost(address: str, people: Path = PEOPLE) -> list[Lost]:
    """Return what the desk has given up to deliver."""
    rows = await _read(address, _LOST)
    if not rows:
        return []
    codes = _people_by_conversation(people)
    places = {key: place for key, place in await _read(address, _PLACES)}  # noqa: C416  # rows are of any length
    return [
        Lost(row=int(row), kind=kind, person=codes.get(lane, lane), place=places.get(subject))
        for row, kind, lane, subject in rows
    ]


async def answers(address: str) -> list[str]:
    """Return all answers to surveys."""
    return [answer for (answer,) in await _read(address, _ANSWERS)]


async def messages_in_flight(address: str) -> Counter[str]:
    """Return how many new messages are being sent to each person (by code) at this moment; refreshes are none."""
    people = _people_by_conversation()
    rows = await _read(address, _ROWS, status="sending")
    return Counter(people.get(lane, lane) for kind, lane in rows if kind != "refresh")


async def put_chats(address: str, chats: Mapping[str, str], service_url: str) -> None:
    """Let the desk know the personal chats of people, by code: they have been in touch before."""
    storage = Storage.open(address)
    async with storage.begin() as work:
        for person, conversation in chats.items():
            where = Address(service_url=service_url, conversation=conversation, bot=BOT, tenant=TENANT)
            chat = Conversation(
                id=conversation, person=person, is_personal=True, is_active=True, address=where.to_values()
            )
            await work.conversations.remember(chat)
    await storage.close()


def _people_by_conversation(people: Path = PEOPLE) -> dict[str, str]:
    """Return each person's code by the id that the emulator gives their chat."""
    lines = people.read_text(encoding="utf-8").splitlines()[1:]
    fields = [line.split(",") for line in lines]
    return {f"a:personal-{aad}": code for code, _name, _email, aad, *_ in fields}


async def let_time_pass(address: str, seconds: float) -> None:
    """Put the desk's clock on by *seconds* while no process runs, as if it had stood still that long."""
    engine = create_async_engine(address)
    try:
        async with engine.begin() as connection:
            (offset,) = (await connection.execute(text(_CLOCK))).one()
            await connection.execute(text(_MOVE), {"value": f"{float(offset) + seconds:.6f}"})
    finally:
        await engine.dispose()


async def followers(address: str, request: str) -> list[str]:
    """Return who has joined a report, in order."""
    rows = await _read(address, _JOINED, subject=f"request:{request}")
    return [person for (person,) in rows]


async def set_clock(address: str, start: datetime) -> None:
    """Let the desk's clock show *start* now, however long ago the database was made."""
    engine = create_async_engine(address)
    try:
        async with engine.begin() as connection:
            offset = (start - real_now()).total_seconds()
            await connection.execute(text(_MOVE), {"value": f"{offset:.6f}"})
    finally:
        await engine.dispose()
