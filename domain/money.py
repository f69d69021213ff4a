"""Money: SEK to the öre, never a float. Hours times a price is rounded here and nowhere else."""

from decimal import ROUND_HALF_UP, Decimal

ORE = Decimal("0.01")
NOTHING = Decimal(0)


def to_ore(amount: Decimal) -> Decimal:
    """Return *amount* in SEK to the öre, half an öre up."""
    return amount.quantize(ORE, rounding=ROUND_HALF_UP)


def cost_of(hours: Decimal, price: Decimal) -> Decimal:
    """Return what *hours* cost at *price* SEK an hour, to the öre."""
    return to_ore(hours * price)
