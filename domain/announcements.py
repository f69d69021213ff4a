"""Announcements (information): one text for each audience, to all at the same moment, and who has read it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Self

from domain.errors import BadInput, NotAllowed, NotApproved, WrongState
from domain.people import Person, PersonId, Role, UnitCode
from domain.worktime import WorkCalendar, at_local, local_date

OUTSIDE = "recipient:"
"""What whom a text goes to begins with where they are outside Teams: a code of the recipients follows."""
LONGEST_TEXT = 2000
QUARTER = timedelta(minutes=15)
"""What is scheduled goes out at the first quarter of an hour that is not before the moment wanted."""
REMINDED_AFTER_DAYS = 3
"""Working days from the sending until those who have not read are reminded, once."""
REMINDED_AT = time(9)
FURTHEST = timedelta(days=366)


class AnnouncementStatus(StrEnum):
    """How far it has come. `ASKED` waits for somebody to approve it."""

    DRAFT = "draft"
    ASKED = "asked"
    SCHEDULED = "scheduled"
    SENT = "sent"
    RECALLED = "recalled"


S = AnnouncementStatus
OPEN = frozenset({S.DRAFT, S.ASKED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """What one audience reads: a role's code, or a recipient's outside Teams. `affects` says how it affects them."""

    audience: str
    words: str
    affects: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Announcement:
    """One announcement. `units` are whose people it is for; none means all. `send_at` is when, None for at once."""

    id: str
    sender: PersonId
    created_at: datetime
    pieces: tuple[Piece, ...] = ()
    units: tuple[UnitCode, ...] = ()
    status: AnnouncementStatus = S.DRAFT
    approver: PersonId | None = None
    approved_at: datetime | None = None
    send_at: datetime | None = None
    sent_at: datetime | None = None
    reminded_at: datetime | None = None
    recalled_at: datetime | None = None
    version: int = 1

    @property
    def subject(self) -> str:
        """Return the subject under which cards and events speak of it."""
        return f"announcement:{self.id}"

    @property
    def read_as(self) -> str:
        """Return the subject of the cards of those whom it was sent to, which don't follow how many have read it."""
        return f"information:{self.id}"

    @property
    def is_rejected(self) -> bool:
        """Tell whether who was asked to approve it has said no, and it has not been changed since."""
        return self.status is S.DRAFT and self.approver is not None and self.approved_at is None

    def piece_for(self, audience: str) -> Piece | None:
        """Return what *audience* reads, or None."""
        return next((each for each in self.pieces if each.audience == audience), None)

    def write(self, piece: Piece) -> Self:
        """Return it with *piece* in place of what that audience had; what was approved is to be approved again.

        What nobody has approved goes out when it was to, also where it is scheduled.

        Raises:
            WrongState: it has been sent, or was recalled.
        """
        if self.piece_for(piece.audience) == piece:
            return self
        self._demand(OPEN | {S.SCHEDULED})
        others = tuple(each for each in self.pieces if each.audience != piece.audience)
        kept = [piece if each.audience == piece.audience else each for each in self.pieces]
        pieces = tuple(kept) if len(others) < len(self.pieces) else (*self.pieces, piece)
        if self.status is S.SCHEDULED and self.approver is None:
            return self._next(pieces=pieces)
        return self._next(pieces=pieces, status=S.DRAFT, approved_at=None, approver=None, send_at=None)

    def aim(self, units: Sequence[UnitCode]) -> Self:
        """Return it for the people of *units* only, of all where there are none; to be approved again.

        Raises:
            WrongState: it is under way already.
        """
        wanted = tuple(dict.fromkeys(units))
        if set(wanted) == set(self.units):
            return self
        self._demand(OPEN)
        return self._next(units=wanted, status=S.DRAFT, approved_at=None, approver=None)

    def ask(self, approver: PersonId) -> Self:
        """Return it waiting for *approver*; asking the same one again changes nothing.

        Raises:
            WrongState: it is under way already.
            BadInput: nothing is written, or who wrote it would approve it.
        """
        if self.status is S.ASKED and self.approver == approver:
            return self
        self._demand(OPEN)
        self._demand_words()
        if approver == self.sender:
            raise BadInput(field="person", lowest="", highest="")
        return self._next(status=S.ASKED, approver=approver, approved_at=None)

    def approve(self, by: PersonId, *, at: datetime) -> Self:
        """Return it approved, so that its sender can send it; approving again changes nothing.

        Raises:
            NotAllowed: somebody else was asked.
            WrongState: nobody waits for an answer.
        """
        if self.approver != by:
            raise NotAllowed(action="announcement.send")
        if self.approved_at is not None:
            return self
        self._demand({S.ASKED})
        return self._next(status=S.DRAFT, approved_at=at)

    def reject(self, by: PersonId) -> Self:
        """Return it as a draft again that *by* has said no to; saying no again changes nothing.

        Raises:
            NotAllowed: somebody else was asked.
            WrongState: nobody waits for an answer.
        """
        if self.approver != by:
            raise NotAllowed(action="announcement.send")
        if self.is_rejected:
            return self
        self._demand({S.ASKED})
        return self._next(status=S.DRAFT)

    def schedule(self, when: datetime) -> Self:
        """Return it to be sent at the first quarter of an hour that is not before *when*.

        Raises:
            NotApproved: it waits for approval.
            WrongState: it is under way already.
            BadInput: nothing is written.
        """
        due = next_quarter(when)
        if self.status is S.SCHEDULED and self.send_at == due:
            return self
        self._demand_approval()
        self._demand({S.DRAFT, S.SCHEDULED})
        self._demand_words()
        return self._next(status=S.SCHEDULED, send_at=due)

    def send(self, *, at: datetime) -> Self:
        """Return it sent; sent already, nothing changes.

        Raises:
            NotApproved: it waits for approval.
            WrongState: it was recalled.
            BadInput: nothing is written.
        """
        if self.status is S.SENT:
            return self
        self._demand_approval()
        self._demand({S.DRAFT, S.SCHEDULED})
        self._demand_words()
        return self._next(status=S.SENT, sent_at=at)

    def remind(self, *, at: datetime) -> Self:
        """Return it with those who have not read reminded at *at*.

        Raises:
            WrongState: it has not been sent, or was recalled.
        """
        self._demand({S.SENT})
        return self._next(reminded_at=at)

    def recall(self, *, at: datetime) -> Self:
        """Return it recalled: not sent any more, or taken back; recalled already, nothing changes."""
        return self if self.status is S.RECALLED else self._next(status=S.RECALLED, recalled_at=at)

    def reminder_due(self, calendar: WorkCalendar) -> datetime | None:
        """Return when those who have not read are reminded by themselves; None when that is over, or far off."""
        if self.status is not S.SENT or self.sent_at is None or self.reminded_at is not None:
            return None
        day = calendar.nth_working_day_after(local_date(self.sent_at), REMINDED_AFTER_DAYS)
        return at_local(day, REMINDED_AT)

    def _next(self, **changed: object) -> Self:
        return replace(self, version=self.version + 1, **changed)  # type: ignore[arg-type]

    def _demand(self, wanted: Iterable[AnnouncementStatus]) -> None:
        if self.status not in set(wanted):
            raise WrongState(id=self.id, status=self.status.value, wanted=next(iter(sorted(wanted))).value)

    def _demand_approval(self) -> None:
        if self.status is S.ASKED:
            raise NotApproved(id=self.id, person=self.approver)

    def _demand_words(self) -> None:
        if not self.pieces:
            raise BadInput(field="comment", lowest=1, highest=LONGEST_TEXT)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """Whom it was sent to, as which audience, and when they said that they have read it. Outside Teams nobody does."""

    announcement: str
    recipient: str
    audience: str
    read_at: datetime | None = None

    @property
    def is_outside(self) -> bool:
        """Tell whether it went out as mail."""
        return self.recipient.startswith(OUTSIDE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reach:
    """How far it has come with one audience; `unread` are the people who have not said that they have read it."""

    audience: str
    sent: int
    reached: int
    read: int
    unread: tuple[PersonId, ...] = field(default=())


def readers_of(announcement: Announcement, people: Iterable[Person]) -> tuple[Reader, ...]:
    """Return whom it goes to, each once: of several audiences that one is in, the text that was written first counts.

    What is written for all who order counts last: a principal orders too, and reads what is written for principals.
    The sender is not told what they wrote themselves.
    """
    inside = {each.value for each in Role}
    found: dict[str, Reader] = {}
    everybody = list(people)
    for piece in sorted(announcement.pieces, key=lambda each: each.audience == Role.REQUESTER):
        for recipient in _of_audience(piece.audience, announcement, everybody, inside):
            reader = Reader(announcement=announcement.id, recipient=recipient, audience=piece.audience)
            found.setdefault(recipient, reader)
    return tuple(found.values())


def _of_audience(
    audience: str, announcement: Announcement, people: Iterable[Person], inside: set[str]
) -> Sequence[str]:
    if audience not in inside:
        return [f"{OUTSIDE}{audience}"]
    units = set(announcement.units)
    return [
        each.code
        for each in people
        if each.has_role(Role(audience)) and (not units or units & set(each.units)) and each.code != announcement.sender
    ]


def reach_of(announcement: Announcement, readers: Sequence[Reader], reached: frozenset[str]) -> tuple[Reach, ...]:
    """Return a row for each audience, in the order in which they were written; *reached* are who got the message."""
    by_audience: Mapping[str, list[Reader]] = {
        piece.audience: [each for each in readers if each.audience == piece.audience] for piece in announcement.pieces
    }
    return tuple(
        Reach(
            audience=audience,
            sent=len(theirs),
            reached=sum(each.recipient in reached or each.read_at is not None for each in theirs),
            read=sum(each.read_at is not None for each in theirs),
            unread=tuple(each.recipient for each in theirs if each.read_at is None and not each.is_outside),
        )
        for audience, theirs in by_audience.items()
    )


def next_quarter(moment: datetime) -> datetime:
    """Return the first quarter of an hour that is not before *moment*."""
    seconds = QUARTER.total_seconds()
    over = moment.timestamp() % seconds
    return moment if not over else moment + timedelta(seconds=seconds - over)
