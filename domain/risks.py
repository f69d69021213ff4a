"""Risks: how likely, how bad, and what that makes together."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.commitments import Commitment

HIGHEST = 5
"""Likelihood and consequence are each from 1 to this."""
MEDIUM_FROM, HIGH_FROM = 4, 9
"""The products from which a risk is medium, and high."""
_WRITTEN = re.compile(r"([1-5])x([1-5])")


class RiskLevel(StrEnum):
    """What a risk calls for: accepting it, watching it, doing something."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Risk:
    """Likelihood (sannolikhet) times consequence (konsekvens), each from 1 to 5."""

    likelihood: int
    consequence: int

    @property
    def written(self) -> str:
        """Return it as ``2x4``, likelihood first."""
        return f"{self.likelihood}x{self.consequence}"

    @property
    def value(self) -> int:
        """Return the product."""
        return self.likelihood * self.consequence

    @property
    def level(self) -> RiskLevel:
        """Return what the product calls for."""
        return level_of(self.value)


def level_of(value: int) -> RiskLevel:
    """Return what a product of likelihood and consequence calls for."""
    if value >= HIGH_FROM:
        return RiskLevel.HIGH
    return RiskLevel.MEDIUM if value >= MEDIUM_FROM else RiskLevel.LOW


def read_risk(written: str | None) -> Risk | None:
    """Return the risk that is written as ``2x4``, likelihood first; None for none.

    Raises:
        ValueError: it is something else.
    """
    if not written:
        return None
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise ValueError(written)
    return Risk(likelihood=int(found[1]), consequence=int(found[2]))


def matrix(wheel: Iterable[Commitment]) -> Mapping[Risk, tuple[str, ...]]:
    """Return the codes of the commitments in each field of the matrix, the highest product first."""
    found: dict[Risk, list[str]] = {}
    for each in wheel:
        risk = read_risk(each.risk)
        if risk is not None:
            found.setdefault(risk, []).append(each.code)
    return {risk: tuple(found[risk]) for risk in sorted(found, key=lambda each: (-each.value, -each.consequence))}
