"""The desk's clock: the machine's own, and in development that much ahead or behind as the database says."""

from datetime import UTC, datetime, timedelta

from actions.ports import Begin, Work

OFFSET = "clock-offset-seconds"


def real_now() -> datetime:
    """Return the machine's own time, for what happens outside the desk: tokens, pauses that servers ask for."""
    return datetime.now(UTC)


class DeskClock:
    """Tells the time. In production the offset is always nothing, and it can't be moved."""

    def __init__(self, *, is_development: bool) -> None:
        self._is_development = is_development
        self._offset = timedelta()

    def now(self) -> datetime:
        """Return the moment in UTC, as far as the offset was last read."""
        return real_now() + self._offset

    @property
    def is_development(self) -> bool:
        """Tell whether the clock can be moved."""
        return self._is_development

    @property
    def offset(self) -> timedelta:
        """Return how far ahead of the machine's clock this one is, as last read."""
        return self._offset

    async def start(self, begin: Begin, *, at: datetime | None) -> None:
        """Begin at *at* when this database's clock was never started before; read where it is otherwise."""
        if not self._is_development:
            return
        async with begin() as work:
            if at is not None:
                await work.settings.put_if_absent(OFFSET, _written(at - real_now()))
            await self.read(work)

    async def refresh(self, begin: Begin) -> None:
        """Read the offset again; another process may have moved the clock."""
        if self._is_development:
            async with begin() as work:
                await self.read(work)

    async def read(self, work: Work) -> datetime:
        """Read the offset in the transaction *work* and return the moment it is now."""
        if self._is_development:
            stored = await work.settings.find(OFFSET)
            self._offset = timedelta(seconds=float(stored)) if stored else timedelta()
        return self.now()

    async def step(self, work: Work, *, to: datetime) -> None:
        """Move the clock of every process on this database to *to*, in the transaction *work*; never back.

        Raises:
            RuntimeError: this is production.
        """
        if not self._is_development:
            raise RuntimeError("the clock of production is the real one")
        if to > await self.read(work):
            offset = to - real_now()
            await work.settings.put(OFFSET, _written(offset))
            self._offset = offset


def _written(offset: timedelta) -> str:
    return f"{offset.total_seconds():.6f}"
