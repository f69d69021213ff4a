"""What a unit and the service administration agree on: drafted, offered, signed, amended from a day, ended with notice.

An amendment is an agreement of its own that takes over from another on its first day. So whatever was ordered before
that day keeps what it was ordered under.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Self

from domain.errors import AgreementOverlaps, BadDay, BadTerms, WrongState
from domain.worktime import local_date

NOTICE = timedelta(days=30)
"""How long before its last day the end of an agreement is told."""
LONGEST = timedelta(days=3653)
MOST_HOURS = Decimal(10_000)
MOST_SEK = Decimal(100_000_000)
ONE_DAY = timedelta(days=1)


class Category(StrEnum):
    """How a service is bought: part of the agreement, called off, or added."""

    MANDATORY = "mandatory"
    CALL_OFF = "call_off"
    ADD_ON = "add_on"


class AgreementStatus(StrEnum):
    """Where an agreement stands; only `SIGNED` lets a unit order."""

    DRAFT = "draft"
    OFFERED = "offered"
    SIGNED = "signed"
    ENDED = "ended"


OPEN = frozenset({AgreementStatus.DRAFT, AgreementStatus.OFFERED})
"""Not signed yet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementLine:
    """What an agreement holds of one category: hours and SEK a month, and the limit above which a cost is approved."""

    category: Category
    hours_per_month: Decimal
    amount_sek_per_month: Decimal
    approval_limit_sek: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """What a unit has agreed with the service administration, from *start* to and with *end*.

    Attributes:
        replaces: the code of the agreement that this one amends, from *start* on.
        since: the first day of the agreement that was amended first; None when none was.
        services: codes of those that the unit has chosen; empty for all that units of its type can have.
        indicators: codes of those that the unit has chosen; empty for those that its type follows.
        ended_on: its last day, known when that had passed.
    """

    code: str
    unit: str
    status: AgreementStatus
    start: date
    end: date
    lines: tuple[AgreementLine, ...]
    replaces: str | None = None
    since: date | None = None
    services: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    signed_by: str | None = None
    signed_at: datetime | None = None
    ended_on: date | None = None
    version: int = 1

    @property
    def first_day(self) -> date:
        """Return the day from which what comes back every other week is counted: an amendment does not move it."""
        return self.since or self.start

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be signed."""
        return self.status in OPEN

    @property
    def was_signed(self) -> bool:
        """Tell whether it is in force on its days, or was on those that have passed."""
        return self.status is AgreementStatus.SIGNED or self.ended_on is not None

    def is_in_force(self, day: date) -> bool:
        """Tell whether the unit can order for *day* under this agreement, or could when that was."""
        return self.was_signed and self.start <= day <= self.end

    def line(self, category: Category) -> AgreementLine | None:
        """Return what the agreement holds of *category*, or None."""
        return next((line for line in self.lines if line.category is category), None)

    def holds(self, service: str) -> bool:
        """Tell whether the unit has agreed on *service*."""
        return not self.services or service in self.services

    def revise(
        self,
        *,
        start: date | None = None,
        end: date | None = None,
        lines: Collection[AgreementLine] | None = None,
        services: Collection[str] | None = None,
        indicators: Collection[str] | None = None,
    ) -> Self:
        """Return it with other terms, as a draft again when it was offered; the same terms change nothing.

        Raises:
            WrongState: it is signed or over.
            BadDay: the days do not follow each other.
            BadTerms: a number lies outside what can be agreed.
        """
        if not self.is_open:
            raise WrongState(id=self.code, status=self.status.value)
        after = replace(
            self,
            start=start or self.start,
            end=end or self.end,
            lines=self.lines if lines is None else tuple(sorted(lines, key=_place_of)),
            services=self.services if services is None else tuple(services),
            indicators=self.indicators if indicators is None else tuple(indicators),
        )
        if after == self:
            return self
        _demand_terms(after)
        return replace(after, status=AgreementStatus.DRAFT, version=self.version + 1)

    def offer(self, *, today: date) -> Self:
        """Return it offered to the unit; offered already, unchanged.

        Raises:
            WrongState: it is signed or over.
            BadDay: it would be over before it is signed.
        """
        if self.status is AgreementStatus.OFFERED:
            return self
        if self.status is not AgreementStatus.DRAFT:
            raise WrongState(id=self.code, status=self.status.value)
        if self.end < today:
            raise _bad_day(today, self.start + LONGEST)
        return self._become(AgreementStatus.OFFERED)

    def sign(self, person: str, *, at: datetime) -> Self:
        """Return it signed by *person*, in force from its first day, or from today where that has passed.

        Signed already, it stays as it is.

        Raises:
            WrongState: it is not offered, or its last day has passed.
        """
        if self.status is AgreementStatus.SIGNED:
            return self
        today = local_date(at)
        if self.status is not AgreementStatus.OFFERED or self.end < today:
            raise WrongState(id=self.code, status=self.status.value)
        signed = self._become(AgreementStatus.SIGNED)
        return replace(signed, start=max(self.start, today), signed_by=person, signed_at=at)

    def decline(self) -> Self:
        """Return it as a draft again, for other terms.

        Raises:
            WrongState: it is not offered.
        """
        if self.status is not AgreementStatus.OFFERED:
            raise WrongState(id=self.code, status=self.status.value)
        return self._become(AgreementStatus.DRAFT)

    def amend(self, code: str, *, start: date, today: date) -> Self:
        """Return a draft *code* with the same terms, which is to take over from this one on *start*.

        Raises:
            WrongState: this one is not signed.
            BadDay: *start* lies behind, or outside the days after the first on which this one is in force.
        """
        if self.status is not AgreementStatus.SIGNED:
            raise WrongState(id=self.code, status=self.status.value)
        first = max(self.start + ONE_DAY, today)
        if not first <= start <= self.end:
            raise _bad_day(first, self.end)
        return replace(
            self,
            code=code,
            status=AgreementStatus.DRAFT,
            start=start,
            replaces=self.code,
            since=self.first_day,
            signed_by=None,
            signed_at=None,
            version=1,
        )

    def give_way(self, start: date) -> Self:
        """Return it with the day before *start* as its last, where another takes over; over before, unchanged."""
        return self if self.end < start else replace(self, end=start - ONE_DAY, version=self.version + 1)

    def give_notice(self, last: date, *, today: date) -> Self:
        """Return it with *last* as its last day; one that was to begin later, or is not signed yet, ends at once.

        The same day again changes nothing.

        Raises:
            WrongState: it is over.
            BadDay: *last* is sooner than the notice allows, or later than its last day as it is.
        """
        if self.status is AgreementStatus.ENDED:
            raise WrongState(id=self.code, status=self.status.value)
        if self.is_open or self.start > last:
            return self._become(AgreementStatus.ENDED)
        if self.end == last:
            return self
        first = today + NOTICE
        if not first <= last <= self.end:
            raise _bad_day(min(first, self.end), self.end)
        return replace(self, end=last, version=self.version + 1)

    def expire(self, today: date) -> Self:
        """Return it ended when its last day is before *today*; else, or when it was never in force, unchanged."""
        if self.status is not AgreementStatus.SIGNED or self.end >= today:
            return self
        return replace(self._become(AgreementStatus.ENDED), ended_on=self.end)

    def _become(self, status: AgreementStatus) -> Self:
        return replace(self, status=status, version=self.version + 1)


def demand_apart(signed: Agreement, others: Collection[Agreement]) -> None:
    """Do nothing when no other agreement of the unit is in force on a day of *signed*.

    Raises:
        AgreementOverlaps: one is; ``agreement`` names it.
    """
    for each in others:
        is_held = each.code != signed.code and each.status is AgreementStatus.SIGNED
        if is_held and each.start <= signed.end and signed.start <= each.end:
            raise AgreementOverlaps(agreement=each.code)


def terms_of(agreement: Agreement) -> Mapping[str, str]:
    """Return what can be agreed on, by name: of a category the hours, the amount and the limit of its line."""
    lines = {
        each.category.value: f"{each.hours_per_month:f}|{each.amount_sek_per_month:f}|{each.approval_limit_sek:f}"
        for each in agreement.lines
    }
    return {
        "start": agreement.start.isoformat(),
        "end": agreement.end.isoformat(),
        **lines,
        "services": " ".join(agreement.services),
        "indicators": " ".join(agreement.indicators),
    }


def changes_of(before: Agreement | None, after: Agreement) -> Mapping[str, Sequence[str | None]]:
    """Return what the audit keeps of a change: each part that became another, as it was and as it is."""
    was, now = _parts(before) if before else {}, _parts(after)
    return {name: [was.get(name), value] for name, value in now.items() if was.get(name) != value}


def _parts(agreement: Agreement) -> Mapping[str, str | None]:
    return {
        **terms_of(agreement),
        "unit": agreement.unit,
        "status": agreement.status.value,
        "replaces": agreement.replaces,
        "signed_by": agreement.signed_by,
        "signed_at": agreement.signed_at.isoformat() if agreement.signed_at else None,
        "ended_on": agreement.ended_on.isoformat() if agreement.ended_on else None,
    }


def _place_of(line: AgreementLine) -> int:
    return list(Category).index(line.category)


def _demand_terms(agreement: Agreement) -> None:
    lowest, highest = agreement.start, agreement.start + LONGEST
    if not lowest <= agreement.end <= highest:
        raise _bad_day(lowest, highest)
    for line in agreement.lines:
        if not 0 <= line.hours_per_month <= MOST_HOURS:
            raise BadTerms(field="hours", lowest=0, highest=int(MOST_HOURS))
        if not (0 <= line.amount_sek_per_month <= MOST_SEK and 0 <= line.approval_limit_sek <= MOST_SEK):
            raise BadTerms(field="amount", lowest=0, highest=int(MOST_SEK))


def _bad_day(lowest: date, highest: date) -> BadDay:
    return BadDay(field="date", lowest_on=lowest.isoformat(), highest_on=highest.isoformat())
