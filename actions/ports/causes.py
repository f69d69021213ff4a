"""Port of the cause log."""

from collections.abc import Sequence
from typing import Protocol

from domain.causes import Cause


class Causes(Protocol):
    """The problems, their causes, and what was done about them."""

    async def next_id(self, year: int) -> str:
        """Return the next number of the year."""
        ...

    async def add(self, cause: Cause, /) -> None:
        """Store a new entry."""
        ...

    async def get_locked(self, cause: str, /) -> Cause:
        """Return the entry, held until this transaction ends; raise NotFound when there is none."""
        ...

    async def save(self, cause: Cause, /) -> None:
        """Store it over the version before it; raise OutOfDate when somebody else was first."""
        ...

    async def newest(self, most: int) -> Sequence[Cause]:
        """Return the newest entries, newest first."""
        ...
