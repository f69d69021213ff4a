"""The cause log (orsakslogg): a problem, what causes it, what is done about it, and what came of that."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from domain.people import PersonId

LONGEST = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Cause:
    """One entry of the log. `effect` is None until somebody has seen what came of the measure.

    `about` is the subject of the commitment or the indicator on whose card it was written, None elsewhere.
    """

    id: str
    problem: str
    cause: str
    measure: str
    person: PersonId
    at: datetime
    effect: str | None = None
    effect_at: datetime | None = None
    about: str | None = None
    version: int = 1

    def with_effect(self, effect: str, *, at: datetime) -> Self:
        """Return it with what came of the measure; said again in the same words, nothing changes."""
        if self.effect == effect:
            return self
        return replace(self, effect=effect, effect_at=at, version=self.version + 1)
