"""What parties have said, and what was counted, in lists in memory."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.parties import IssueCount, PartyAnswer


@dataclass(kw_only=True)
class Parties:
    held: tuple[PartyAnswer, ...]
    counts: tuple[IssueCount, ...]

    async def counted(self, units: Collection[str], *, start: datetime, end: datetime) -> Sequence[IssueCount]:
        del start, end
        return [each for each in self.counts if each.unit in units]

    async def returned(self, units: Collection[str], *, start: datetime, end: datetime) -> Mapping[str, int]:
        del units, start, end
        return {"property": 1}

    async def answers(self, request: str) -> Sequence[PartyAnswer]:
        return [each for each in self.held if each.request == request]
