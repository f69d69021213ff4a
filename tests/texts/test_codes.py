"""Every code that a card puts in words has its sentence, also those that no sample shows."""

import ast
from pathlib import Path

from catalog.models import Category, Severity
from dialogs.cards.roles import EXAMPLES, GROUPS
from dialogs.refusing import INSTEAD
from domain.assignments import AssignmentStatus
from domain.commitments import CommitmentKind, CommitmentStatus
from domain.errors import DeskError
from domain.people import Role
from domain.requests import RequestStatus
from domain.surveys import AnswerKind
from texts import has


def dashed(code: str) -> str:
    return code.replace("_", "-")


def error_codes(kind: type[DeskError] = DeskError) -> set[str]:
    return {kind.code}.union(*(error_codes(each) for each in kind.__subclasses__()))


EVENT_WRITERS = {"record", "record_series", "_record", "_note", "_keep", "save_assignment", "save_request", "_save"}
NAMED_ELSEWHERE = (
    *(f"commitment-{each}" for each in ("assessed", "finished", "handed-over", "moved", "snoozed", "status")),
    *(f"survey-{each}" for each in ("paused", "resumed")),
    *("loaded", "promise-warned", "question-added", "shortened", "started", "paused", "unanswered"),
)


def event_codes() -> set[str]:
    """Return what the actions write into the log, as its words are named."""
    codes = set(NAMED_ELSEWHERE)
    for file in (Path(__file__).parents[2] / "actions").glob("*.py"):
        calls = [each for each in ast.walk(ast.parse(file.read_text())) if isinstance(each, ast.Call)]
        prefix = "announcement-" if file.stem == "announcements" else ""
        codes |= {prefix + code.replace(".", "-") for call in calls for code in _codes_in(call)}
    return codes


def _codes_in(call: ast.Call) -> set[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    given = list(call.args) if name in EVENT_WRITERS else []
    given += [each.value for each in call.keywords if name == "Event" and each.arg == "what"]
    return {each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)}


AGREEMENT_REASONS = ("none", "not-signed", "not-begun", "over")
SERVICE_REASONS = ("not-open", "unit-type", "not-agreed", "unknown")
LOGGED = ("event", "event-to", "logged")
KEYS = [
    *(f"{start}-{dashed(each)}" for each in RequestStatus for start in ("status", "event-to")),
    *(f"{start}-{dashed(each)}" for each in AssignmentStatus for start in ("assignment", "assignment-short")),
    *(f"commitment-{dashed(each)}" for each in CommitmentStatus),
    *(f"commitment-kind-{dashed(each)}" for each in CommitmentKind),
    *(f"category-{dashed(each)}{end}" for each in Category for end in ("", "-more")),
    *(f"severity-{each}" for each in Severity),
    *(f"survey-say-{dashed(each.name.lower())}" for each in AnswerKind),
    *(f"rating-{mark}" for mark in range(1, 6)),
    *(
        f"suggested-{each}"
        for each in (
            "all-competences",
            "unit-team",
            "other-team",
            "least-load",
            "no-room",
            "little-room",
            "too-long",
            "unknown-hours",
        )
    ),
    *(f"{start}-agreement-{each}" for each in AGREEMENT_REASONS for start in ("refused", "possible")),
    *(f"{start}-service-{each}" for each in SERVICE_REASONS for start in ("refused", "possible")),
    *(f"{start}-{group}" for group, _ in GROUPS for start in ("help", "welcome")),
    *(f"{start}-{group}-{n}" for group, _ in GROUPS for start in ("help", "example") for n in range(1, EXAMPLES + 1)),
    *(f"role-{dashed(each)}" for each in Role),
    *(f"refused-try-{each}" for _, each in INSTEAD),
    *(f"error-{code}" for code in sorted(error_codes())),
]


def test_every_code_has_words() -> None:
    assert [key for key in KEYS if not has(key)] == []


def test_everything_in_the_log_has_words() -> None:
    codes = event_codes()

    assert "announcement-sent" in codes
    assert [code for code in sorted(codes) if not any(has(f"{start}-{code}") for start in LOGGED)] == []
