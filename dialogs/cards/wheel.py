"""Several commitments in one card: a morning's reminders, or what lies ahead in the year wheel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dialogs.cards.commitment import TONES
from dialogs.cards.elements import GOOD, STANDING, WARNING, Frame, Shown, Tone, Writer
from domain.commitments import Commitment, CommitmentStatus
from domain.months import month_after, month_before
from texts.format import day, opening
from texts.format import month as month_name

MOST_LISTED = 6
MOST_OF_MONTH = 12
SOON_DAYS = 7
SNOOZED_DAYS = 7


@dataclass(frozen=True, kw_only=True, slots=True)
class WheelLine:
    """One commitment of the card; `missing` counts what a report lacks, `may_edit` gives its buttons."""

    commitment: Commitment
    missing: int = 0
    may_edit: bool = True


def wheel_card(lines: Sequence[WheelLine], frame: Frame, *, is_reminder: bool) -> Shown:
    """Return *lines*, soonest first, each with its own buttons; a reminder says so."""
    write = Writer(frame)
    write.heading(write.words("wheel-reminder" if is_reminder else "wheel-heading"))
    summary = write.words("wheel-reminded" if is_reminder else "wheel-count", count=len(lines))
    write.status(WARNING if any(_is_late(each, frame.today) for each in lines) else STANDING, summary)
    for line in lines[:MOST_LISTED]:
        _listed(write, line)
    if len(lines) > MOST_LISTED:
        write.hint(write.words("list-more", count=len(lines) - MOST_LISTED))
    if not is_reminder:
        write.button("wheel.show", label=write.words("risk-heading"), way=write.words("way-wheel-risks"), risks=True)
    return write.finish(_with_first(write, summary, lines) if is_reminder and lines else summary)


def _with_first(write: Writer, summary: str, lines: Sequence[WheelLine]) -> str:
    """Return the summary with what is due first: it is all that is read before the card is opened."""
    first = lines[0].commitment
    left = (first.due - write.frame.today).days
    return write.words("wheel-first", summary=summary, title=_title(write, first), left=_left(write, left))


def _title(write: Writer, commitment: Commitment) -> str:
    return commitment.title_en if write.language == "en" else commitment.title_sv


def late_wheel_card(lines: Sequence[WheelLine], frame: Frame) -> Shown:
    """Return what is late, the longest late first, with a way on to the whole year wheel."""
    write = Writer(frame)
    write.heading(write.words("wheel-late-heading"))
    summary = write.words("wheel-late", count=len(lines))
    write.status(WARNING if lines else GOOD, summary)
    for line in lines[:MOST_LISTED]:
        _listed(write, line)
    if len(lines) > MOST_LISTED:
        write.hint(write.words("list-more", count=len(lines) - MOST_LISTED))
    write.button("wheel.show")
    return write.finish(summary)


def month_card(days: Sequence[tuple[date, WheelLine]], month: date, frame: Frame) -> Shown:
    """Return what is due in the month of the day *month*, in order, with ways to the months before and after."""
    write = Writer(frame)
    name = month_name(f"{month:%Y-%m}", frame.language)
    write.heading(write.words("wheel-month-heading", month=name))
    left = sum(line.commitment.status is not CommitmentStatus.FINISHED for _, line in days)
    summary = write.words("wheel-month-count", count=len(days), left=left)
    write.status(GOOD if days and not left else STANDING, summary)
    for on, line in days[:MOST_OF_MONTH]:
        _listed(write, replace(line, commitment=replace(line.commitment, due=on), may_edit=False))
    if len(days) > MOST_OF_MONTH:
        write.hint(write.words("list-more", count=len(days) - MOST_OF_MONTH))
    for other in (month_before(month), month_after(month)):
        said = month_name(f"{other:%Y-%m}", frame.language)
        way = write.words("way-wheel-month", month=said)
        write.button("wheel.show", label=opening(said), way=way, month=f"{other:%Y-%m}")
    write.button("wheel.show")
    return write.finish(f"{write.words('wheel-month-heading', month=name)}: {summary}")


def _is_late(line: WheelLine, today: date) -> bool:
    return line.commitment.due < today


def _listed(write: Writer, line: WheelLine) -> None:
    commitment, today = line.commitment, write.frame.today
    left = (commitment.due - today).days
    status = write.words(f"commitment-{commitment.status.replace('_', '-')}")
    code = commitment.code
    own = Writer(replace(write.frame, subject=f"commitment:{code}"))
    with write.section(press=own.press("commitment.show", write.words("wheel-open", code=code))):
        write.line(f"{code} {_title(write, commitment)}", weight="bolder", spacing="none")
        words = [opening(day(commitment.due, write.language, today)), *_when(write, commitment, left)]
        urgency = _tone(commitment, left)
        write.line(" · ".join(words), spacing="none", size="small", color=urgency.color)
        tone = TONES[commitment.status]
        write.line(f"{tone.sign}  {status}", spacing="none", size="small", color=tone.color)
        if line.missing:
            write.hint(write.words("wheel-missing", count=line.missing))
    write.also(code)
    if line.may_edit and commitment.status is not CommitmentStatus.FINISHED:
        _buttons(write, own, line)


def _tone(commitment: Commitment, left: int) -> Tone:
    if commitment.status is CommitmentStatus.FINISHED:
        return GOOD
    return WARNING if left <= SOON_DAYS else STANDING


def _when(write: Writer, commitment: Commitment, left: int) -> list[str]:
    """Return how long is left; nothing of what is finished."""
    return [] if commitment.status is CommitmentStatus.FINISHED else [_left(write, left)]


def _left(write: Writer, left: int) -> str:
    if left < 0:
        return write.words("commitment-late", days=-left)
    return write.words("commitment-today") if left == 0 else write.words("commitment-left", days=left)


def _buttons(write: Writer, own: Writer, line: WheelLine) -> None:
    """Put the buttons of one line: *own* is a card of their own, so that they carry its subject."""
    code = line.commitment.code
    if line.missing:
        own.button("commitment.show", label=own.words("wheel-fill", code=code), way="-")
        write.also(write.words("wheel-way-fill", code=code))
    until = (write.frame.today + timedelta(days=SNOOZED_DAYS)).isoformat()
    finish, snooze = own.words("wheel-finish", code=code), own.words("wheel-snooze", code=code)
    own.button("commitment.status", label=finish, way="-", status=CommitmentStatus.FINISHED.value)
    own.button("commitment.snooze", label=snooze, way="-", date=until)
    write.buttons_here(own.actions)
    write.also(write.words("wheel-way-snooze", code=code))
    write.also(write.words("wheel-way-finish", code=code))
