"""The year wheel: what is due when, and on which mornings somebody is reminded of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.people import Role


class CommitmentKind(StrEnum):
    """What sort of thing is due."""

    REPORT = "report"
    EVALUATION = "evaluation"
    PROPOSAL = "proposal"
    FINAL_REPORT = "final_report"
    MILESTONE = "milestone"
    CONTROL = "control"
    ASSIGNMENT = "assignment"
    MEASURE = "measure"


class CommitmentStatus(StrEnum):
    """How far it has come."""

    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    WAITING = "waiting"
    FINISHED = "finished"


@dataclass(frozen=True, kw_only=True, slots=True)
class Commitment:
    """A commitment (åtagande) of the year wheel. `recurrence` is an RFC 5545 rule, or None for a single one."""

    code: str
    kind: CommitmentKind
    title_sv: str
    title_en: str
    period_start: date | None
    period_end: date | None
    due: date
    recurrence: str | None
    responsible_role: Role
    recipients: tuple[str, ...]
    risk: str | None
    status: CommitmentStatus
