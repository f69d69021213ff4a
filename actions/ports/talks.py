"""Port of the talks between people and the coordinators who answer them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.talks import Talk, TalkLine


class Talks(Protocol):
    """The talks, and what was written in them."""

    async def next_id(self) -> str:
        """Return the next number; people never see it."""
        ...

    async def add(self, talk: Talk) -> None:
        """Store a new talk."""
        ...

    async def get(self, talk: str) -> Talk:
        """Return the talk; raise NotFound when there is none."""
        ...

    async def get_locked(self, talk: str) -> Talk:
        """Return it as `get` does, held against other changes until this transaction ends."""
        ...

    async def save(self, talk: Talk) -> None:
        """Store it over the version before it; raise OutOfDate when somebody else was first."""
        ...

    async def live(self) -> Sequence[Talk]:
        """Return the talks that have not ended, oldest first."""
        ...

    async def put_line(self, line: TalkLine) -> None:
        """Keep what somebody wrote."""
        ...

    async def lines(self, talk: str) -> Sequence[TalkLine]:
        """Return what was written in the talk, oldest first."""
        ...

    async def forget_words(self, *, ended_before: datetime) -> int:
        """Erase what was written in talks that ended before then; return how many lines."""
        ...
