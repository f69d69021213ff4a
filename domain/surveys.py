"""The monthly micro-survey: whom to ask what, when, and how an answer is kept apart from the person."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.people import Role


class AnswerKind(StrEnum):
    """What a question takes as its answer."""

    SCALE_1_10 = "scale_1_10"
    SCALE_1_5 = "scale_1_5"
    FREQUENCY = "never|seldom|sometimes|often|always"
    NUMBER_HOURS = "number_hours"
    TRAFFIC_LIGHT = "green|yellow|red"
    TEXT = "text"


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A question of the rota, for everybody with the role `audience` in each of `months` (1-12)."""

    code: str
    indicator: str | None
    audience: Role
    months: frozenset[int]
    priority: int
    text_sv: str
    text_en: str
    answer: AnswerKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Wave:
    """One month's survey. `secret` is None once it has been closed and destroyed."""

    month: str
    opened_at: datetime
    closes_on: date
    secret: bytes | None
    is_paused: bool = False
