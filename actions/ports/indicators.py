"""The port of the indicators' outcomes, and of the facts that they are worked out of."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from domain.indicators import DoneOrder, Observation


class Indicators(Protocol):
    """Keeps the outcomes, each with those it has replaced."""

    async def put(self, new: Observation) -> None:
        """Keep it as the one that counts, and the one before it beside it."""
        ...

    async def settle(self, new: Sequence[Observation]) -> None:
        """Keep those of which there is no outcome yet; what somebody entered by hand stays."""
        ...

    async def current(self, scopes: Sequence[str], first: date, last: date) -> Sequence[Observation]:
        """Return the outcomes that count in *scopes*, of the months from *first* to *last*, in no order."""
        ...

    async def story(self, indicator: str, scope: str, month: date) -> Sequence[Observation]:
        """Return every outcome that was ever kept of it, the oldest first."""
        ...

    async def all(self) -> Sequence[Observation]:
        """Return every outcome that was ever kept, in the order of keeping."""
        ...

    async def done(self, start: datetime, end: datetime) -> Sequence[tuple[str, str, DoneOrder | None]]:
        """Return (id, unit, facts) of what was done from *start* until *end*; the facts are None of an issue."""
        ...

    async def reopened(self, start: datetime, end: datetime) -> Mapping[str, str]:
        """Return the unit of each request that was reopened from *start* until *end*, by its id."""
        ...
