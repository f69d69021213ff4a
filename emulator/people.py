"""The people whose chats the stand-in shows, read from a CSV file."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_NEEDED = ("code", "name", "aad_object_id")
_LOCALES = {"sv": "sv-SE", "en": "en-GB"}


class PeopleFileError(ValueError):
    """The people file can't be used; the message says where and why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """A member of the tenant; *code* is how the API names them."""

    code: str
    name: str
    aad_object_id: str
    roles: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    language: str = "sv"

    @property
    def member_id(self) -> str:
        """The id that Teams gives this person towards one bot."""
        return f"29:{self.aad_object_id}"

    @property
    def conversation_id(self) -> str:
        """The personal chat's id; the same after a restart, so that references kept by a bot stay good."""
        return f"a:personal-{self.aad_object_id}"

    @property
    def locale(self) -> str:
        """The language of the person's Teams client."""
        return _LOCALES.get(self.language, self.language)

    def as_json(self) -> dict[str, object]:
        """Return what the page and tests need to know."""
        return {
            "code": self.code,
            "name": self.name,
            "aadObjectId": self.aad_object_id,
            "roles": list(self.roles),
            "units": list(self.units),
            "language": self.language,
        }


def load_people(path: Path) -> tuple[Person, ...]:
    """Return the people of the CSV file at *path*, in its order; other columns are ignored.

    Raises:
        PeopleFileError: the file can't be read, lacks a needed column or value, or names someone twice.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: {error}"
        raise PeopleFileError(message) from error
    people = tuple(_person(row, f"{path}:{line}") for line, row in enumerate(rows, start=2))
    _require_unique(people, path)
    return people


def _person(row: Mapping[str, str | None], where: str) -> Person:
    missing = [column for column in _NEEDED if not row.get(column)]
    if missing:
        message = f"{where}: no value for {', '.join(missing)}"
        raise PeopleFileError(message)
    return Person(
        code=row["code"] or "",
        name=row["name"] or "",
        aad_object_id=row["aad_object_id"] or "",
        roles=_several(row.get("roles")),
        units=_several(row.get("units")),
        language=row.get("language") or "sv",
    )


def _several(cell: str | None) -> tuple[str, ...]:
    return tuple(part for part in (cell or "").split("|") if part)


def _require_unique(people: tuple[Person, ...], path: Path) -> None:
    for kind in ("code", "aad_object_id"):
        values = [getattr(person, kind) for person in people]
        twice = sorted({value for value in values if values.count(value) > 1})
        if twice or not values:
            message = f"{path}: {kind} given twice: {', '.join(twice)}" if twice else f"{path}: nobody in it"
            raise PeopleFileError(message)
