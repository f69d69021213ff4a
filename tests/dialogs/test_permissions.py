"""`permissions.csv` cell by cell: what it allows works, by direct call and in chat; what it does not, says so.

Each action is tried by somebody of each role alone, at their own unit and another, on what is theirs and what is not.
"""

import asyncio
import re
import shutil
from collections.abc import AsyncGenerator, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from domain.commitments import CommitmentKind, CommitmentStatus
from domain.errors import DeskError
from domain.people import Role
from domain.surveys import Wave
from storage import pilot_tables as pilot
from storage import staff_tables as staff
from storage import survey_tables, tables
from storage.statements import Statement
from storage.unit_of_work import Storage, Transaction
from tests.actions.by_hand import TABLE, may
from tests.dialogs.cells import MISSING, MONTH, OTHER, OWN, TO_DO, TRIED, Cell, Tried, commitment_of
from tests.factories import NOW, TODAY, a_person, example_pilot, the_person
from tests.stores import sqlite_at

CLOSES = date(2022, 3, 29)
F3 = next(each for each in example_pilot().questions if each.code == "F3")
SOURCES = ("actions", "bot", "dialogs", "jobs", "web")
NAMED = {action: re.compile(rf'"{re.escape(action)}"') for action in TABLE}
PEOPLE = {
    role: a_person(
        code=f"ROLE{nth}",
        email=f"role{nth}@vaktis.example",
        aad_object_id=f"10000000-0000-4000-8000-00000000010{nth}",
        roles=frozenset({role}),
        units=(OWN,),
        hours_per_week=the_person("SER1").hours_per_week,
        holdings=the_person("SER1").holdings,
    )
    for nth, role in enumerate(Role)
}
COMMITMENTS = tuple(
    replace(
        example_pilot().commitments[0],
        code=commitment_of(role),
        kind=CommitmentKind.ASSIGNMENT,
        title_sv=TO_DO,
        recurrence=None,
        responsible_role=role,
        status=CommitmentStatus.NOT_STARTED,
    )
    for role in Role
)
PILOT = replace(
    example_pilot(),
    people=(*example_pilot().people, *PEOPLE.values()),
    commitments=(*example_pilot().commitments, *COMMITMENTS),
)
COUNTED = (
    tables.events,
    tables.outbox,
    tables.drafts,
    tables.requests,
    tables.assignments,
    tables.time_entries,
    survey_tables.answers,
    tables.settings,
    tables.commitment_notes,
    staff.absences,
    pilot.people,
)
SUMMED = (
    tables.drafts.c.version,
    tables.requests.c.version,
    tables.assignments.c.version,
    pilot.agreements.c.version,
)
WRITTEN = (tables.time_entries.c.hours, pilot.commitments.c.chosen_status, tables.settings.c.value)


STANDING = Statement(
    select(
        *(select(func.count()).select_from(table).scalar_subquery() for table in COUNTED),
        *(select(func.sum(column)).scalar_subquery() for column in SUMMED),
        *(select(func.group_concat(column)).scalar_subquery() for column in WRITTEN),
    )
)


class Undone(Exception):
    """Takes back what was tried."""


@pytest.fixture(scope="module")
def template(loaded_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with somebody of each role, whose question of the month is open."""
    file = Path(shutil.copy(loaded_template, tmp_path_factory.mktemp("cells") / "template.db"))

    async def fill() -> None:
        storage = Storage.open(sqlite_at(file), is_durable=False)
        async with storage.begin() as work:
            await work.catalogues.load(PILOT, prices_from=TODAY)
            await work.surveys.claim_wave(Wave(month=MONTH, opened_at=NOW, closes_on=CLOSES, secret=b"s" * 32))
            await work.surveys.ask(MONTH, {each.code: F3 for each in PEOPLE.values()})
        await storage.close()

    asyncio.run(fill())
    return file


@pytest.fixture
async def work(template: Path, tmp_path: Path) -> AsyncGenerator[Transaction]:
    """One transaction for all cells of an action; each is undone by itself."""
    storage = Storage.open(sqlite_at(Path(shutil.copy(template, tmp_path / "cells.db"))), is_durable=False)
    async with storage.begin() as opened:
        yield opened
    await storage.close()


def cells_of(action: str, work: Transaction) -> Iterable[Cell]:
    """Yield each person at their own unit and another, before what is theirs and what is not."""
    tried = TRIED[action]
    for role, person in PEOPLE.items():
        for unit in (OWN,) if tried.no_unit else (OWN, OTHER):
            for is_own in _kinds(tried, role):
                yield Cell(work=work, person=person, role=role, unit=unit, is_own=is_own, catalogue=PILOT.catalogue)


def _kinds(tried: Tried, role: Role) -> tuple[bool, ...]:
    if tried.is_only_own:
        return (True,)
    return (False,) if tried.of_nobody or tried.own_of not in {None, role} else (True, False)


def is_allowed(action: str, cell: Cell) -> bool:
    also = TRIED[action].also
    rights = (action, also) if also else (action,)
    return any(may(cell.person, each, unit=cell.unit, is_own=cell.is_own) for each in rights)


async def standing(work: Transaction) -> object:
    """Return a mark of all that could be changed."""
    return (await work._session.raw(STANDING, None))[0]


async def outcome(tried: Tried, cell: Cell, *, in_chat: bool) -> str:
    """Try it and take it back; return what came of it: "done", "no", or what is wrong."""
    told, is_changed = "", False
    try:
        async with cell.begin():
            cell = replace(cell, id=await tried.prepare(cell))
            before = await standing(cell.work)
            told = await (_in_chat(tried, cell) if in_chat else _directly(tried, cell))
            is_changed = await standing(cell.work) != before
            raise Undone  # noqa: TRY301  # it takes back what stands above it
    except Undone:
        pass
    if tried.is_read and is_changed:
        return "it changes something"
    is_done = tried.sign in told if tried.is_read else is_changed
    return "done" if is_done else "no" if told else "silence"


async def _directly(tried: Tried, cell: Cell) -> str:
    try:
        async with cell.begin():
            done = await tried.direct(cell)
    except DeskError as refusal:
        return refusal.code
    return done if isinstance(done, str) else tried.sign


async def _in_chat(tried: Tried, cell: Cell) -> str:
    return await cell.reads(await tried.chat(cell))


@pytest.mark.parametrize("action", TRIED)
async def test_each_cell_of_an_action_is_as_the_table_says(action: str, work: Transaction) -> None:
    faults = []
    for cell in cells_of(action, work):
        wanted = "done" if is_allowed(action, cell) else "no"
        for in_chat in (False, True):
            found = await outcome(TRIED[action], cell, in_chat=in_chat)
            if found != wanted:
                where = f"{cell.unit} {'own' if cell.is_own else 'not own'} {'in chat' if in_chat else 'directly'}"
                faults.append(f"{cell.role} at {where}: {found}, not {wanted}")

    assert not faults, "\n".join(faults)


def test_every_action_of_the_table_is_tried_or_known_to_be_missing() -> None:
    assert set(TRIED).isdisjoint(MISSING)
    assert {*TRIED, *MISSING} == set(TABLE)


def test_what_is_missing_is_asked_for_nowhere() -> None:
    """Once somebody builds it, its cells are to be tried as well."""
    root = Path(__file__).parent.parent.parent
    texts = [path.read_text(encoding="utf-8") for folder in SOURCES for path in (root / folder).rglob("*.py")]

    assert [action for action in sorted(MISSING) if any(NAMED[action].search(text) for text in texts)] == []
