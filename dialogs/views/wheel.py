"""The view of several commitments: those that a message names, or all that the reader may see."""

from collections.abc import Sequence
from datetime import date

from actions.commitments import list_commitments, what_is_missing
from dialogs.cards.elements import Shown
from dialogs.cards.risks import risks_card
from dialogs.cards.wheel import MOST_OF_MONTH, WheelLine, late_wheel_card, month_card, wheel_card
from dialogs.views.asked import Asked, Hidden
from domain.commitments import Commitment, CommitmentStatus, due_between
from domain.months import days_of_month
from domain.worktime import CALENDAR


async def show_wheel(asked: Asked) -> Shown:
    """Return the commitments that the message names, else all that are not finished, or only the late ones of them."""
    named = asked.codes("commitments")
    if not asked.allows("commitment.read", is_own=True):
        raise Hidden
    wheel = [each for each in await list_commitments(asked.work) if _may_read(asked, each)]
    chosen = [each for each in wheel if (each.code in named if named else _is_open(each))]
    if asked.value("risks"):
        return risks_card(wheel, asked.frame())
    if asked.value("month"):
        return await _show_month(asked, wheel, date.fromisoformat(f"{asked.value('month')}-01"))
    if asked.value("late"):
        late = [each for each in chosen if each.due < asked.frame().today]
        return late_wheel_card(await _lines(asked, late), asked.frame())
    return wheel_card(await _lines(asked, chosen), asked.frame(), is_reminder=bool(named))


async def _show_month(asked: Asked, wheel: Sequence[Commitment], month: date) -> Shown:
    due = due_between(month, days_of_month(month)[-1], wheel, CALENDAR)
    lines = await _lines(asked, [commitment for _, commitment in due])
    return month_card([(day, line) for (day, _), line in zip(due, lines, strict=True)], month, asked.frame())


async def _lines(asked: Asked, chosen: Sequence[Commitment]) -> Sequence[WheelLine]:
    """Return a line for each; what is missing is only counted of those that the card has room for."""
    return [
        WheelLine(
            commitment=each,
            missing=len(await what_is_missing(each, asked.work)) if nth < MOST_OF_MONTH else 0,
            may_edit=asked.allows("commitment.edit", is_own=each.is_of(asked.reader)),
        )
        for nth, each in enumerate(chosen)
    ]


def _is_open(commitment: Commitment) -> bool:
    return commitment.status is not CommitmentStatus.FINISHED


def _may_read(asked: Asked, commitment: Commitment) -> bool:
    return asked.allows("commitment.read", is_own=commitment.is_of(asked.reader))
