"""The outcomes of the indicators, in a list in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.indicators import DoneOrder, Observation


@dataclass(kw_only=True)
class Indicators:
    held: tuple[Observation, ...]

    async def current(self, scopes: Sequence[str], first: date, last: date) -> Sequence[Observation]:
        found = [each for each in self.held if each.is_current and each.scope in scopes]
        return [each for each in found if first <= each.month <= last]

    async def story(self, indicator: str, scope: str, month: date) -> Sequence[Observation]:
        return [each for each in self.held if (each.indicator, each.scope, each.month) == (indicator, scope, month)]

    async def done(self, start: datetime, end: datetime) -> Sequence[tuple[str, str, DoneOrder | None]]:
        del start, end
        return []

    async def reopened(self, start: datetime, end: datetime) -> Mapping[str, str]:
        del start, end
        return {}
