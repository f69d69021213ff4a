"""A talk (samtal) between somebody who wants a human being and the coordinator who answers."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self

from domain.errors import NotFound, TalkOver, TalkTaken
from domain.people import PersonId
from domain.worktime import CALENDAR, local_date

SILENT_FOR = timedelta(days=7)
"""A talk in which nobody has written for so long is over."""
REMINDED_AFTER = (1, 3)
"""After how many working days without an answer the coordinators are reminded, each time once."""
WORDS_KEPT_FOR = timedelta(days=30)
"""How long the words of a talk are kept after its end."""


class TalkStatus(StrEnum):
    """How far a talk has come: asked for, answered by somebody, over."""

    WAITING = "waiting"
    TAKEN = "taken"
    ENDED = "ended"


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkLine:
    """What one of the two wrote. `nth` counts from 1 within the talk."""

    talk: str
    nth: int
    person: PersonId
    words: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Talk:
    """One talk. `asked` are the coordinators who were told of it; the first of them who answers is `coordinator`.

    `about` is the subject that it began with, None for none that people know by a number.
    """

    id: str
    person: PersonId
    asked: tuple[PersonId, ...]
    created_at: datetime
    status: TalkStatus = TalkStatus.WAITING
    about: str | None = None
    coordinator: PersonId | None = None
    ended_at: datetime | None = None
    ended_by: PersonId | None = None
    version: int = 1

    @property
    def subject(self) -> str:
        """Return the subject under which cards and events speak of it."""
        return f"talk:{self.id}"

    @property
    def is_live(self) -> bool:
        """Tell whether it goes on."""
        return self.status is not TalkStatus.ENDED

    def knows(self, person: PersonId) -> bool:
        """Tell whether *person* may learn that there is such a talk: who wanted it, and who was asked."""
        return person == self.person or person in self.asked

    def is_of(self, person: PersonId) -> bool:
        """Tell whether *person* may read it: both who talk, and while nobody has answered all who were asked."""
        if person == self.person or self.coordinator is None:
            return self.knows(person)
        return person == self.coordinator

    def others(self, writer: PersonId) -> Collection[PersonId]:
        """Return who is told what *writer* writes: the other one, or all who were asked while nobody has answered."""
        if writer != self.person:
            return (self.person,)
        return self.asked if self.coordinator is None else (self.coordinator,)

    def reminder_due(self, last: TalkLine, *, today: date) -> int | None:
        """Return after how many working days its coordinators are reminded *today* of the *last* line, or None.

        What the coordinator wrote last waits for nobody.
        """
        if not self.is_live or last.person != self.person:
            return None
        said = local_date(last.at)
        due = [days for days in REMINDED_AFTER if CALENDAR.nth_working_day_after(said, days) <= today]
        return max(due, default=None)

    def write(self, writer: PersonId) -> Self:
        """Return the talk as it is when *writer* has written in it: a coordinator's first words take it.

        Raises:
            NotFound: it is none of theirs.
            TalkTaken: another coordinator answers already.
            TalkOver: it has ended.
        """
        self._demand(writer)
        if not self.is_live:
            raise TalkOver
        if writer == self.person or self.coordinator is not None:
            return self
        return replace(self, status=TalkStatus.TAKEN, coordinator=writer, version=self.version + 1)

    def end(self, by: PersonId | None, *, at: datetime) -> Self:
        """Return it ended; ended already, unchanged. *by* is None when it ends because nobody writes any more.

        Raises:
            NotFound: it is none of theirs.
            TalkTaken: another coordinator answers already.
        """
        if by is not None:
            self._demand(by)
        if not self.is_live:
            return self
        has_taken = by is not None and by != self.person
        return replace(
            self,
            status=TalkStatus.ENDED,
            coordinator=by if has_taken else self.coordinator,
            ended_at=at,
            ended_by=by,
            version=self.version + 1,
        )

    def _demand(self, person: PersonId) -> None:
        if not self.knows(person):
            raise NotFound(id=self.id)
        if not self.is_of(person):
            raise TalkTaken(person=self.coordinator)
