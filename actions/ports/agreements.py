"""Port of what is agreed with the units."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from domain.agreements import Agreement


class Agreements(Protocol):
    """The agreements; every change is seen with the next look at the catalogue, on every replica."""

    async def hold(self, unit: str) -> None:
        """Let nobody else change the agreements of *unit* until this transaction ends."""
        ...

    async def get(self, code: str) -> Agreement:
        """Return the agreement; raise NotFound when there is none."""
        ...

    async def all(self) -> Sequence[Agreement]:
        """Return every agreement, in the order in which they came."""
        ...

    async def of_unit(self, unit: str) -> Sequence[Agreement]:
        """Return the agreements of *unit* by their first days."""
        ...

    async def expired(self, day: date) -> Sequence[Agreement]:
        """Return the signed ones whose last day is before *day*."""
        ...

    async def add(self, agreement: Agreement) -> None:
        """Store a new agreement."""
        ...

    async def save(self, agreement: Agreement) -> None:
        """Store it over the version before it; raise OutOfDate when somebody else was first."""
        ...
