"""What a measured row is."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A figure of the design: what it must be, and what it is to become; a time or a size is better when it is less."""

    must: float
    aim: float
    is_less_better: bool = False

    def is_met(self, value: float) -> bool:
        """Tell whether *value* is what it must be."""
        return value <= self.must if self.is_less_better else value >= self.must


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """What was measured, and from what."""

    id: str
    value: float
    detail: Mapping[str, object] = field(default_factory=dict)
