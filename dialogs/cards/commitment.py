"""A reminder of something due: when, how long is left, what is missing, and buttons that help it on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dialogs.cards.elements import GOOD, STANDING, UNDER_WAY, WARNING, Frame, Shown, Tone, Writer
from domain.causes import LONGEST
from domain.commitments import Commitment, CommitmentStatus
from domain.risks import HIGHEST, Risk, read_risk
from texts.format import day, listed

C = CommitmentStatus
SOON = 7
LONGEST_FILL = 2000
MOST_MISSING = 8
OTHER = "other"
"""What is chosen for words that fill in nothing that is known to be missing."""
TONES: dict[CommitmentStatus, Tone] = {
    C.NOT_STARTED: STANDING,
    C.ONGOING: UNDER_WAY,
    C.WAITING: WARNING,
    C.FINISHED: GOOD,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class CommitmentFacts:
    """What a reminder shows. `missing` is (code, words) each, `recipients` are words; `may_edit` gives the buttons.

    `comment` is what was said last about how it goes, and `said_by` who said it when. `risk_was` is how its risk was
    assessed until `risk_since`.
    """

    commitment: Commitment
    missing: tuple[tuple[str, str], ...] = ()
    comment: str = ""
    said_by: str = ""
    recipients: tuple[str, ...] = ()
    filled_count: int = 0
    snoozed_until: date | None = None
    risk_was: str = ""
    risk_since: date | None = None
    holder: str = ""
    holders: Sequence[tuple[str, str]] = ()
    may_edit: bool = True


def commitment_card(facts: CommitmentFacts, frame: Frame) -> Shown:
    """Return the reminder of one commitment."""
    write = Writer(frame)
    commitment, language = facts.commitment, frame.language
    title = commitment.title_en if language == "en" else commitment.title_sv
    write.heading(title, over=write.words(f"commitment-kind-{commitment.kind.replace('_', '-')}"))
    _standing(write, facts)
    was = day(commitment.turn, language, frame.today) if commitment.turn and commitment.is_moved else ""
    moved = write.words("commitment-was-due", day=was) if was else ""
    write.row(write.words("label-due"), day(commitment.due, language, frame.today), more=moved)
    write.row(write.words("label-holder"), facts.holder)
    write.row(write.words("label-recipients"), listed(facts.recipients, language))
    _risk(write, facts)
    _missing(write, facts)
    if facts.may_edit and commitment.status is not C.FINISHED:
        _buttons(write, facts)
    return write.finish(write.words("commitment-summary", title=title, left=_left(write, commitment)))


def _risk(write: Writer, facts: CommitmentFacts) -> None:
    risk = read_risk(facts.commitment.risk)
    if risk is None:
        return
    was = read_risk(facts.risk_was)
    until = day(facts.risk_since, write.language, write.frame.today) if facts.risk_since else ""
    before = write.words("commitment-risk-was", risk=risk_words(write, was), day=until) if was else ""
    write.row(write.words("label-risk"), risk_words(write, risk), more=before)


def risk_words(write: Writer, risk: Risk) -> str:
    """Return what a risk calls for, and how that comes about."""
    numbers = {"likelihood": str(risk.likelihood), "consequence": str(risk.consequence)}
    return write.words("risk-value", level=risk.level.value, value=str(risk.value), **numbers)


def _left(write: Writer, commitment: Commitment) -> str:
    if commitment.status is C.FINISHED:
        return write.words("commitment-finished")
    days = (commitment.due - write.frame.today).days
    if days < 0:
        return write.words("commitment-late", days=-days)
    return write.words("commitment-today") if days == 0 else write.words("commitment-left", days=days)


def _standing(write: Writer, facts: CommitmentFacts) -> None:
    commitment = facts.commitment
    status = write.words(f"commitment-{commitment.status.replace('_', '-')}")
    if commitment.status is C.FINISHED:
        write.status(GOOD, status)
        write.row(write.words("label-comment"), facts.comment, more=facts.said_by)
        return
    is_soon = commitment.due - write.frame.today <= timedelta(days=SOON)
    write.status(WARNING if is_soon else STANDING, _left(write, commitment))
    write.status(TONES[commitment.status], status)
    write.row(write.words("label-comment"), facts.comment, more=facts.said_by)
    if facts.snoozed_until is not None and facts.snoozed_until > write.frame.today:
        until = day(facts.snoozed_until, write.language, write.frame.today)
        write.row(write.words("label-snoozed"), write.words("commitment-snoozed", day=until))


def _missing(write: Writer, facts: CommitmentFacts) -> None:
    if facts.filled_count:
        write.hint(write.words("commitment-filled", count=facts.filled_count))
    if facts.commitment.status is C.FINISHED or not facts.missing:
        return
    write.title(write.words("commitment-missing"))
    write.points([words for _, words in facts.missing[:MOST_MISSING]])
    if len(facts.missing) > MOST_MISSING:
        write.hint(write.words("list-more", count=len(facts.missing) - MOST_MISSING))


def _buttons(write: Writer, facts: CommitmentFacts) -> None:
    write.toggle(write.words("commitment-fill-open"), "fill")
    with write.section("fill", is_hidden=True, style="emphasis"):
        if facts.missing:
            choices = [*facts.missing, (OTHER, write.words("commitment-fill-other"))]
            write.choice_input("unit", write.words("commitment-fill-what"), choices, value=facts.missing[0][0])
        write.text_input("comment", write.words("commitment-comment"), longest=LONGEST_FILL, lines=True)
        write.button_here("commitment.fill", style="positive")
    write.toggle(write.words("commitment-status-open"), "status")
    with write.section("status", is_hidden=True, style="emphasis"):
        _status_choice(write, facts)
    write.toggle(write.words("commitment-snooze-open"), "snooze")
    with write.section("snooze", is_hidden=True, style="emphasis"):
        write.date_input("date", write.words("commitment-until"), _snooze_day(facts, write.frame.today).isoformat())
        write.button_here("commitment.snooze")
    _moving(write, facts)
    _assessing(write, facts.commitment)


def _assessing(write: Writer, commitment: Commitment) -> None:
    """Put the assessment of a risk beside the cause log: a card has room for six buttons."""
    risk = read_risk(commitment.risk)
    if risk is None:
        cause_section(write)
        return
    write.toggle(write.words("commitment-risk-open"), "risk")
    numbers = [(str(each), str(each)) for each in range(1, HIGHEST + 1)]
    with write.section("risk", is_hidden=True, style="emphasis"):
        write.choice_input("likelihood", write.words("risk-likelihood"), numbers, value=str(risk.likelihood))
        write.choice_input("consequence", write.words("risk-consequence"), numbers, value=str(risk.consequence))
        write.text_input("risk-reason", write.words("commitment-why"), longest=LONGEST_FILL)
        way = write.words("way-commitment-assess", code=commitment.code)
        write.button_here("commitment.assess", way=way)
        write.title(write.words("cause-open"))
        _cause_fields(write)


def cause_section(write: Writer) -> None:
    """Put a place to write what causes a problem with this, and what is done about it, into the cause log."""
    write.toggle(write.words("cause-open"), "cause-log")
    with write.section("cause-log", is_hidden=True, style="emphasis"):
        _cause_fields(write)


def _cause_fields(write: Writer) -> None:
    for name in ("problem", "cause", "measure"):
        write.text_input(name, write.words(f"cause-{name}"), longest=LONGEST, lines=True)
    write.button_here("cause.log")


def _moving(write: Writer, facts: CommitmentFacts) -> None:
    write.toggle(write.words("commitment-move-open"), "move")
    with write.section("move", is_hidden=True, style="emphasis"):
        later = max(facts.commitment.due, write.frame.today) + timedelta(days=7)
        write.date_input("last", write.words("commitment-new-day"), later.isoformat())
        write.text_input("reason", write.words("commitment-why"), longest=LONGEST_FILL)
        write.button_here("commitment.move", way=write.words("way-commitment-move", code=facts.commitment.code))
    if facts.holders:
        write.toggle(write.words("commitment-handover-open"), "handover")
        with write.section("handover", is_hidden=True, style="emphasis"):
            write.choice_input("person", write.words("commitment-to-whom"), facts.holders, value=facts.holders[0][0])
            name = facts.holders[0][1].split()[0]
            way = write.words("way-commitment-handover", code=facts.commitment.code, name=name)
            write.button_here("commitment.handover", way=way)


def _status_choice(write: Writer, facts: CommitmentFacts) -> None:
    status = facts.commitment.status
    following = C.ONGOING if status is C.NOT_STARTED else C.FINISHED
    choices = [(each.value, write.words(f"commitment-{each.replace('_', '-')}")) for each in C]
    write.choice_input("status", write.words("label-status"), choices, value=following.value, is_open=True)
    write.text_input("note", write.words("commitment-note"), longest=LONGEST_FILL, lines=True)
    write.button_here("commitment.status")


def _snooze_day(facts: CommitmentFacts, today: date) -> date:
    """Return three days on, but never after the due day while that lies ahead."""
    soon = today + timedelta(days=3)
    return min(soon, facts.commitment.due) if facts.commitment.due > today else soon
