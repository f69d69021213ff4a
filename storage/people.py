"""The people."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import Select, String, bindparam, cast, func, literal, select, update

from domain.errors import NotFound
from domain.people import Holding, Person, Role
from storage.pilot_tables import holdings, people, person_roles, person_units
from storage.repository import Repository
from storage.rows import Row, value_of
from storage.statements import Statement, Values, filled

# Codes hold no white space, so a list of them fits in one text and a person in one row.
_BETWEEN, _WITHIN = "\n", "\t"


_SET_LANGUAGE = Statement(update(people).where(people.c.code == bindparam("of")))


class People(Repository):
    """Finds people by code, by their Microsoft Entra id and by role."""

    async def get(self, person: str) -> Person:
        """Return the person; raise NotFound when there is none."""
        found = [person_of(row) for row in await self._all(_BY_CODE, {"is": person})]
        if not found:
            raise NotFound(id=person)
        return found[0]

    async def get_many(self, codes: Collection[str], /) -> Mapping[str, Person]:
        """Return those that there are, by code."""
        return {each.code: each for each in await self._find(_BY_CODES, {"codes": filled(sorted(codes))})}

    async def find_by_aad(self, aad_object_id: str) -> Person | None:
        """Return whose Microsoft Entra object id it is, or None."""
        row = await self._first(_BY_AAD, {"is": aad_object_id.lower()})
        return None if row is None else person_of(row)

    async def names(self, codes: Collection[str], /) -> Mapping[str, str]:
        """Return the names of those who have one, by code."""
        rows = await self._all(_NAMES, {"codes": sorted(codes)})
        return {row["code"]: row["name"] for row in rows}

    async def with_role(self, role: Role, *, unit: str | None = None) -> Sequence[Person]:
        """Return the active people with the role, of the unit or of all, by code."""
        if unit is None:
            return await self._find(_WITH_ROLE_ANYWHERE, {"role": role})
        return await self._find(_WITH_ROLE_AT, {"role": role, "unit": unit})

    async def active(self) -> Sequence[Person]:
        """Return the active people, by code."""
        return await self._find(_ACTIVE)

    async def set_language(self, person: str, language: str) -> None:
        """Keep the language that the person chose; it outlives a load of the files."""
        await self._do(_SET_LANGUAGE, {"of": person, "chosen_language": language})

    async def _find(self, statement: Statement, values: Values | None = None) -> Sequence[Person]:
        return [person_of(row) for row in await self._all(statement, values)]


def _people() -> Select[tuple[object, ...]]:
    """Return the query of people by code, with roles, units and competences in one row each."""
    roles = select(func.aggregate_strings(person_roles.c.role, _BETWEEN)).where(person_roles.c.person == people.c.code)
    unit = cast(person_units.c.position, String) + literal(_WITHIN) + person_units.c.unit
    units = select(func.aggregate_strings(unit, _BETWEEN)).where(person_units.c.person == people.c.code)
    until = func.coalesce(cast(holdings.c.valid_to, String), "")
    holding = cast(holdings.c.position, String) + _WITHIN + holdings.c.competence + _WITHIN + until
    held = select(func.aggregate_strings(holding, _BETWEEN)).where(holdings.c.person == people.c.code)
    lists = {"roles": roles, "units": units, "holdings": held}
    columns = [each.scalar_subquery().label(name) for name, each in lists.items()]
    return select(people, *columns).order_by(people.c.code)


ALL_PEOPLE = _people()
_BY_CODE = Statement(_people().where(people.c.code == bindparam("is")))
_BY_CODES = Statement(_people().where(people.c.code.in_(bindparam("codes", expanding=True))))
_BY_AAD = Statement(_people().where(people.c.aad_object_id == bindparam("is")))
_ACTIVE = Statement(_people().where(people.c.is_active))
_WITH_ROLE = _people().where(
    people.c.is_active,
    people.c.code.in_(select(person_roles.c.person).where(person_roles.c.role == bindparam("role"))),
)
_WITH_ROLE_AT = Statement(
    _WITH_ROLE.where(
        people.c.code.in_(select(person_units.c.person).where(person_units.c.unit == bindparam("unit"))),
    )
)
_WITH_ROLE_ANYWHERE = Statement(_WITH_ROLE)
_NAMES = Statement(select(people.c.code, people.c.name).where(people.c.code.in_(bindparam("codes", expanding=True))))


def person_of(row: Row) -> Person:
    """Return the person that a row of `ALL_PEOPLE` holds."""
    return value_of(
        Person,
        row,
        language=row["chosen_language"] or row["language"],
        roles=frozenset(Role(role) for (role,) in _parts(row["roles"])),
        units=tuple(unit for _, unit in _in_order(row["units"])),
        holdings=tuple(
            Holding(competence=code, valid_to=date.fromisoformat(until) if until else None)
            for _, code, until in _in_order(row["holdings"])
        ),
    )


def _in_order(joined: str | None) -> list[list[str]]:
    return sorted(_parts(joined), key=lambda parts: int(parts[0]))


def _parts(joined: str | None) -> list[list[str]]:
    return [each.split(_WITHIN) for each in joined.split(_BETWEEN)] if joined else []
