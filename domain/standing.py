"""Standing work (stående arbete): one day of a schedule, which stands there once, whoever does it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from domain.people import UnitCode
from domain.worktime import working_hours

AHEAD = timedelta(days=7)
"""How long before its day standing work becomes somebody's assignment."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingDay:
    """What a schedule holds on one day. `hours` is how long it takes; `price` is SEK an hour, frozen when it was made.

    What it was made of may change meanwhile; the day stays as it was made.
    """

    schedule: str
    day: date
    unit: UnitCode
    service: str
    start: datetime
    hours: Decimal
    price: Decimal

    @property
    def end(self) -> datetime:
        """Return when it is thought to be done."""
        return self.start + working_hours(self.hours)
