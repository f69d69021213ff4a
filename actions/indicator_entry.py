"""Outcomes that people enter, and correct: what was there before stays, with who entered it and why."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from actions.indicators import is_to_come, units_in, worked_out
from actions.ports import Begin, Work
from actions.telling import clean
from catalog.models import Catalogue, Indicator
from domain.errors import BadInput, DeskError, NotFound
from domain.indicators import UNIT, Observation, bounds_of
from domain.notices import Event
from domain.people import Person

ENTER = "indicator.enter"
ANSWERED = "survey"
"""The source of indicators whose outcomes are answered: nobody enters those."""


LARGEST = Decimal(10**9)
"""No outcome comes near it; whoever enters more has slipped."""


class OutcomeAnswered(DeskError):
    """The outcome comes from the answers of a survey, and can't be entered."""

    code = "outcome-answered"


class CommentNeeded(DeskError):
    """An outcome is to be corrected, and nobody has said why."""

    code = "comment-needed"


def may_enter(person: Person, scope: str, indicator: Indicator, catalogue: Catalogue) -> bool:
    """Tell whether *person* may enter an outcome of *indicator* in *scope*."""
    return indicator.source != ANSWERED and catalogue.permissions.allows(person, ENTER, unit=_unit(scope))


def _unit(scope: str) -> str | None:
    return scope.removeprefix(UNIT) if scope.startswith(UNIT) else None


def get_indicator(code: str, catalogue: Catalogue) -> Indicator:
    """Return the indicator; raise NotFound when there is none."""
    if code not in catalogue.indicators:
        raise NotFound(id=code)
    return catalogue.indicators[code]


async def outcomes_by_scope(
    indicator: Indicator, month: date, scopes: Sequence[str], *, work: Work, catalogue: Catalogue, at: datetime
) -> Mapping[str, Observation]:
    """Return the outcome of each of *scopes* in *month*; a scope without one is not there."""
    kept = {
        each.scope: each
        for each in await work.indicators.current(scopes, month, month)
        if each.indicator == indicator.code
    }
    worked = await worked_out(month, scopes, [indicator], work=work, catalogue=catalogue, at=at)
    return {each.scope: each for each in worked} | kept


async def enter_outcome(
    code: str,
    scope: str,
    month: date,
    *,
    value: str,
    comment: str | None,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
) -> Observation:
    """Keep *value*, a number with a comma or a point, as the outcome; what it replaces stays beside it.

    Raises:
        NotAllowed: the person may not enter outcomes there.
        NotFound: there is no such indicator or scope.
        OutcomeAnswered: the outcome comes from a survey.
        BadInput: it is no number that the indicator can have, or the month has not begun.
        CommentNeeded: there is an outcome already, and nobody has said why it is another.
    """
    catalogue.permissions.demand(by, ENTER, unit=_unit(scope))
    async with begin() as work:
        indicator = get_indicator(code, catalogue)
        if not units_in(scope, catalogue):
            raise NotFound(id=scope)
        if indicator.source == ANSWERED:
            raise OutcomeAnswered(code=code)
        if is_to_come(month, at):
            raise BadInput(field="month", lowest="", highest="")
        number = read_value(indicator, value)
        before = (await outcomes_by_scope(indicator, month, [scope], work=work, catalogue=catalogue, at=at)).get(scope)
        words = clean(comment)
        if before is not None and before.value == number:
            return before
        if before is not None and words is None:
            raise CommentNeeded(code=code)
        new = Observation(indicator=code, month=month, scope=scope, value=number, at=at, person=by.code, comment=words)
        await _replace(work, before, new)
        return new


async def _replace(work: Work, before: Observation | None, new: Observation) -> None:
    if before is not None and before.id is None:
        # What was worked out until now is kept too, or else nobody would know what was corrected.
        await work.indicators.settle([before])
    await work.indicators.put(new)
    was = None if before is None or before.value is None else f"{before.value:f}"
    changed = {
        "value": [was, f"{new.value:f}"],
        "month": [None, f"{new.month:%Y-%m}"],
        "scope": [None, new.scope],
    }
    subject, person = f"indicator:{new.indicator}", new.person
    await work.events.put(Event(subject=subject, what="outcome-entered", person=person, at=new.at, changed=changed))
    await work.outbox.refresh(subject, at=new.at)


def read_value(indicator: Indicator, text: str) -> Decimal:
    """Return the number that *text* says.

    Raises:
        BadInput: it says none, or one that the indicator can't have.
    """
    low, high = bounds_of(indicator.unit)
    field = "value" if low is None else "least" if high is None else "between"
    refused = BadInput(field=field, lowest="" if low is None else str(low), highest="" if high is None else str(high))
    try:
        number = Decimal(text.strip().replace("\u00a0", "").replace(" ", "").replace("\u2212", "-").replace(",", "."))
    except InvalidOperation:
        raise refused from None
    if not number.is_finite() or abs(number) >= LARGEST:
        raise refused
    if (low is not None and number < low) or (high is not None and number > high):
        raise refused
    return number
