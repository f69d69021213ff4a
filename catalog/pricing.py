"""What an order costs: what the agreement holds for it, and what is charged beyond."""

from dataclasses import dataclass
from decimal import Decimal

from catalog.models import AgreementLine, Category, Service
from domain.money import cost_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """The cost of an order, in SEK to the öre. Included and charged add up to the whole, in hours and in SEK.

    `price` is SEK an hour. `left_hours` is what the agreement holds of the category in the month after this order.
    """

    hours: Decimal
    price: Decimal
    total: Decimal
    included_hours: Decimal
    included_sek: Decimal
    charged_hours: Decimal
    charged: Decimal
    left_hours: Decimal


def price_order(service: Service, line: AgreementLine | None, *, hours: Decimal, used_hours: Decimal) -> Cost:
    """Return what *hours* of *service* cost under *line*, of which *used_hours* are drawn in the month already.

    Call-off and add-on draw first on the hours of the line. A mandatory service is part of the agreement as it is
    scheduled, so an order for one is an extra visit, draws nothing and is charged whole. So is what has no line.

    Raises:
        ValueError: *hours* is not above 0, or *used_hours* is below 0.
    """
    if hours <= 0 or used_hours < 0:
        raise ValueError(hours, used_hours)
    held = _held(service, line)
    free = max(held - used_hours, Decimal(0))
    included_hours = min(hours, free)
    price = service.price_sek_per_hour
    total = cost_of(hours, price)
    included_sek = cost_of(included_hours, price)
    return Cost(
        hours=hours,
        price=price,
        total=total,
        included_hours=included_hours,
        included_sek=included_sek,
        charged_hours=hours - included_hours,
        charged=total - included_sek,
        left_hours=free - included_hours,
    )


def needs_approval(category: Category, charged: Decimal, limit: Decimal | None) -> bool:
    """Tell whether the principal must approve: always for an add-on, else when *charged* is above the unit's *limit*.

    Without a limit whatever is charged needs approval.
    """
    return category is Category.ADD_ON or charged > (limit if limit is not None else Decimal(0))


def _held(service: Service, line: AgreementLine | None) -> Decimal:
    if line is None or service.category is Category.MANDATORY:
        return Decimal(0)
    return line.hours_per_month
