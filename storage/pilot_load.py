"""A pilot as rows, and the storing of them: what is new, what has changed, and what is gone."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, delete, insert, select, update

from catalog.models import Pilot
from domain.people import Person
from storage import pilot_tables as tables
from storage.rows import Row, row_of
from storage.session import Session
from storage.statements import Statement

NewRow = dict[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class _File:
    """The rows that a table is to hold; one that `is_whole` loses what is not among them, but for what is `spared`.

    `undone` holds, by column, what the product had made of the row and what goes where the column is another now.
    """

    table: Table
    rows: Sequence[NewRow]
    is_whole: bool = False
    spared: Callable[[Row], bool] = lambda _: False
    undone: Mapping[str, NewRow] = field(default_factory=dict)


async def load_pilot(session: Session, pilot: Pilot, *, prices_from: date) -> int:
    """Store *pilot*; return how many rows are new, changed or gone. A row that only moved in its file counts for none.

    Everything is written in the order in which the tables name each other.
    """
    changed = 0
    kept = await _changed_in_the_product(session, tables.agreements)
    asked = await _changed_in_the_product(session, tables.questions)
    for file in (*_catalogue(pilot, kept), *_people(pilot.people), *_rest(pilot, asked)):
        changed += await _store(session, file)
    return changed + await _store_prices(session, pilot, prices_from)


async def _changed_in_the_product(session: Session, table: Table) -> set[str]:
    """Return the codes of those that somebody has changed since they were loaded, or made."""
    changed = select(table.c.code).where(table.c.version > 1)
    return {row["code"] for row in await session.rows(changed, None)}


def _agreements(pilot: Pilot, kept: Collection[str]) -> Iterable[_File]:
    """Yield the agreements but those that are *kept* as they stand; the files say nothing of the lines of others."""
    loaded = [each for each in _rows(pilot.catalogue.agreements, "lines") if each["code"] not in kept]
    yield _File(table=tables.agreements, rows=loaded)
    lines = [{"agreement": each.code, **row_of(line)} for each in pilot.catalogue.agreements for line in each.lines]
    named = {each["code"] for each in loaded}
    yield _File(
        table=tables.agreement_lines,
        rows=[each for each in _placed(lines) if each["agreement"] in named],
        is_whole=True,
        spared=lambda row: row["agreement"] not in named,
    )


def _catalogue(pilot: Pilot, kept: Collection[str]) -> Iterable[_File]:
    catalogue = pilot.catalogue
    yield _File(table=tables.units, rows=_rows(catalogue.units.values()))
    yield _File(table=tables.places, rows=_rows(catalogue.places))
    yield _File(table=tables.services, rows=_rows(catalogue.services.values(), "price_sek_per_hour"))
    yield _File(table=tables.parties, rows=_rows(catalogue.parties.values()))
    yield _File(table=tables.boundary, rows=_rows(catalogue.boundary.values()))
    yield from _agreements(pilot, kept)
    yield _File(table=tables.competences, rows=_rows(catalogue.competences.values()))
    cells = [
        {"action": action, "role": role, "scope": scope}
        for action, scopes in catalogue.permissions.table.items()
        for role, scope in scopes.items()
    ]
    yield _File(table=tables.permissions, rows=_placed(cells), is_whole=True)


def _people(people: Sequence[Person]) -> Iterable[_File]:
    yield _File(table=tables.people, rows=_rows(people, "roles", "units", "holdings"))
    roles = [{"person": person.code, "role": role} for person in people for role in sorted(person.roles)]
    yield _File(table=tables.person_roles, rows=roles, is_whole=True)
    units = [row for person in people for row in _placed([{"person": person.code, "unit": u} for u in person.units])]
    yield _File(table=tables.person_units, rows=units, is_whole=True)
    held = [
        row
        for person in people
        for row in _placed([{"person": person.code, **row_of(holding)} for holding in person.holdings])
    ]
    yield _File(table=tables.holdings, rows=held, is_whole=True)


def _rest(pilot: Pilot, asked: Collection[str]) -> Iterable[_File]:
    """Yield the rest of the pilot, but for the questions that are *asked* as somebody has changed them."""
    yield _File(table=tables.schedules, rows=_rows(pilot.schedules), is_whole=True)
    yield _File(table=tables.indicators, rows=_rows(pilot.catalogue.indicators.values()))
    yield _File(table=tables.questions, rows=[each for each in _rows(pilot.questions) if each["code"] not in asked])
    wheel = _rows(pilot.commitments, "turn", "first_due", "ends_on", "holder")
    yield _File(table=tables.commitments, rows=wheel, undone={"due": {"turn": None, "moved_to": None}})
    yield _File(table=tables.recipients, rows=_rows(pilot.recipients))
    budget = [row | {"unit": row["unit"] or ""} for row in _rows(pilot.budget)]
    yield _File(table=tables.budget, rows=budget, is_whole=True)


def _rows(values: Iterable[Any], *but: str) -> list[NewRow]:
    return _placed([row_of(value, *but) for value in values])


def _placed(rows: Iterable[NewRow]) -> list[NewRow]:
    return [row | {"position": position} for position, row in enumerate(rows)]


async def _store(session: Session, file: _File) -> int:
    table = file.table
    stored = {_key(table, row): row for row in await session.rows(_select(table), None)}
    wanted = {_key(table, row): row for row in file.rows}
    new = [row for key, row in wanted.items() if key not in stored]
    if new:
        await session.many(_insert(table), new)
    changes = [(row, _changes(stored[key], row)) for key, row in wanted.items() if key in stored]
    for row, changed in changes:
        if changed:
            undone = {name: value for column in changed for name, value in file.undone.get(column, {}).items()}
            await session.count(update(table).where(_is(table, row)).values(changed | undone), None)
    gone = [row for key, row in stored.items() if file.is_whole and key not in wanted and not file.spared(row)]
    for each in gone:
        await session.count(delete(table).where(_is(table, each)), None)
    return len(new) + sum(bool(changed.keys() - {"position"}) for _, changed in changes) + len(gone)


@cache
def _select(table: Table) -> Statement:
    return Statement(select(table))


@cache
def _insert(table: Table) -> Statement:
    return Statement(insert(table))


def _key(table: Table, row: Row) -> tuple[Any, ...]:
    return tuple(row[column.name] for column in table.primary_key)


def _is(table: Table, row: Row) -> ColumnElement[bool]:
    return and_(*(column == row[column.name] for column in table.primary_key))


def _changes(stored: Row, wanted: NewRow) -> NewRow:
    return {name: value for name, value in wanted.items() if stored[name] != value}


_PRICES = Statement(select(tables.service_prices).order_by(tables.service_prices.c.valid_from))


async def _store_prices(session: Session, pilot: Pilot, prices_from: date) -> int:
    rows = await session.rows(_PRICES, None)
    in_force = {row["service"]: row["price_sek_per_hour"] for row in rows if row["valid_from"] <= prices_from}
    changed = 0
    for service in pilot.catalogue.services.values():
        price = service.price_sek_per_hour
        if in_force.get(service.code) != price:
            since = prices_from if service.code in in_force else date.min
            await _put_price(session, {"service": service.code, "valid_from": since}, price)
            changed += 1
    return changed


async def _put_price(session: Session, key: Mapping[str, Any], price: Decimal) -> None:
    prices = tables.service_prices
    replaced = update(prices).where(_is(prices, key)).values(price_sek_per_hour=price)
    if not await session.count(replaced, None):
        await session.count(_insert(prices), {**key, "price_sek_per_hour": price})
