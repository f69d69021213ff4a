"""What a unit has agreed, what it has drawn of that, and what it is charged beyond: pure sums of exact numbers.

Hours are hours of work, money is SEK. A category is one of the catalogue's: ``mandatory``, ``call_off``, ``add_on``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from domain.money import NOTHING

MANDATORY = "mandatory"
"""What is part of the agreement as it is scheduled: an order for it is an extra visit, and draws no hours."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Draw:
    """Work as it draws on a month: an order, or standing work. `is_done` tells whether it has been done."""

    category: str
    is_done: bool
    hours: Decimal
    charged: Decimal = NOTHING
    is_order: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthHours:
    """The agreed hours of a category in one month: `used` has been done, `booked` is still to be done."""

    category: str
    agreed: Decimal
    used: Decimal = NOTHING
    booked: Decimal = NOTHING

    @property
    def drawn(self) -> Decimal:
        """Return what has been done and what is booked."""
        return self.used + self.booked

    @property
    def left(self) -> Decimal:
        """Return what can still be ordered without being charged, never below 0."""
        return max(self.agreed - self.drawn, NOTHING)

    @property
    def beyond(self) -> Decimal:
        """Return by how much the agreement is overdrawn, 0 where it is not."""
        return max(self.drawn - self.agreed, NOTHING)


def hours_of_month(agreed: Mapping[str, Decimal], draws: Iterable[Draw]) -> tuple[MonthHours, ...]:
    """Return, for each category of *agreed* in its order, how its hours stand after *draws*.

    What is drawn of a category that the agreement does not hold is beyond it, and left out here.
    """
    used, booked = dict.fromkeys(agreed, NOTHING), dict.fromkeys(agreed, NOTHING)
    for each in draws:
        if each.category in agreed and not (each.is_order and each.category == MANDATORY):
            hours = used if each.is_done else booked
            hours[each.category] += each.hours
    return tuple(
        MonthHours(category=category, agreed=held, used=used[category], booked=booked[category])
        for category, held in agreed.items()
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Spending:
    """What a unit is charged beyond its agreement in a year, beside its budget for that; None where it has none."""

    charged: Decimal
    budget: Decimal | None = None

    @property
    def left(self) -> Decimal | None:
        """Return what is left of the budget, below 0 where it is overdrawn; None without one."""
        return None if self.budget is None else self.budget - self.charged


def spending(draws: Iterable[Draw], budget: Decimal | None) -> Spending:
    """Return what *draws* are charged in all, beside *budget*."""
    return Spending(charged=sum((each.charged for each in draws), NOTHING), budget=budget)
