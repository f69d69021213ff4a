"""Port of who is away when."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from domain.absence import Absence
from domain.substitutes import Substitution


class Absences(Protocol):
    """The days on which people are away."""

    async def next_id(self) -> str:
        """Return the next number; people never see it."""
        ...

    async def add(self, absence: Absence) -> None:
        """Store a new absence."""
        ...

    async def get(self, absence: str) -> Absence:
        """Return it; raise NotFound when there is none."""
        ...

    async def get_locked(self, absence: str) -> Absence:
        """Return it as `get` does, held against other changes until this transaction ends."""
        ...

    async def save(self, absence: Absence) -> None:
        """Store it over the version before it; raise OutOfDate when somebody else was first."""
        ...

    async def of_days(self, first: date, last: date) -> Sequence[Absence]:
        """Return what touches the days from *first* to *last* and is not over, oldest first."""
        ...


class Substitutions(Protocol):
    """The days on which somebody approves for a principal."""

    async def next_id(self) -> str:
        """Return the next number; people never see it."""
        ...

    async def add(self, substitution: Substitution) -> None:
        """Store a new one."""
        ...

    async def get(self, substitution: str) -> Substitution:
        """Return it; raise NotFound when there is none."""
        ...

    async def get_locked(self, substitution: str) -> Substitution:
        """Return it as `get` does, held against other changes until this transaction ends."""
        ...

    async def save(self, substitution: Substitution) -> None:
        """Store it over the version before it; raise OutOfDate when somebody else was first."""
        ...

    async def of_days(self, first: date, last: date) -> Sequence[Substitution]:
        """Return what touches the days from *first* to *last* and is not over, oldest first."""
        ...
