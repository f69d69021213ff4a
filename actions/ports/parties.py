"""Port of the parties outside the desk: the links by which they answer, and what they have answered."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.parties import IssueCount, PartyAnswer, PartyLink


class Parties(Protocol):
    """What parties may answer, and have answered."""

    async def put_link(self, link: PartyLink) -> None:
        """Keep the hash of a new link."""
        ...

    async def link(self, hash_of_token: str) -> PartyLink:
        """Return the link; raise NotFound when there is none."""
        ...

    async def put_answer(self, answer: PartyAnswer) -> None:
        """Keep what a party said; the caller holds its request."""
        ...

    async def answers(self, request: str) -> Sequence[PartyAnswer]:
        """Return what parties have said of the request, oldest first."""
        ...

    async def counted(self, units: Collection[str], *, start: datetime, end: datetime) -> Sequence[IssueCount]:
        """Return how many issues of *units* were reported from *start* until *end*, those alike together."""
        ...

    async def returned(self, units: Collection[str], *, start: datetime, end: datetime) -> Mapping[str, int]:
        """Return, by party, how many of those issues it has said are not its own."""
        ...
