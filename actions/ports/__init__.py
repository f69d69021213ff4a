"""What the actions need from storage, as protocols: `storage/` satisfies them by shape (see ADR 0002)."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from actions.ports.absences import Absences, Substitutions
from actions.ports.agreements import Agreements
from actions.ports.announcements import Announcements
from actions.ports.calendars import Calendars
from actions.ports.causes import Causes
from actions.ports.desk import Assignments, Catalogues, Drafts, Events, People, Requests, Series, TimeEntries
from actions.ports.files import Files
from actions.ports.following import Commitments, Settings, Slots, Surveys
from actions.ports.indicators import Indicators
from actions.ports.messages import Cards, Conversations, Inbox, Openings, Outbox
from actions.ports.parties import Parties
from actions.ports.standing import Standing
from actions.ports.talks import Talks
from domain.audit import Origin


class Work(Protocol):
    """One transaction, with everything that can be read and changed in it."""

    @property
    def openings(self) -> Openings:
        """The beginnings of turns."""
        ...

    @property
    def inbox(self) -> Inbox:
        """What has been received."""
        ...

    @property
    def conversations(self) -> Conversations:
        """The chats."""
        ...

    @property
    def cards(self) -> Cards:
        """The cards in people's chats."""
        ...

    @property
    def outbox(self) -> Outbox:
        """What is owed."""
        ...

    @property
    def requests(self) -> Requests:
        """The requests."""
        ...

    @property
    def drafts(self) -> Drafts:
        """The orders that are not placed."""
        ...

    @property
    def series(self) -> Series:
        """The order series."""
        ...

    @property
    def assignments(self) -> Assignments:
        """The assignments."""
        ...

    @property
    def time_entries(self) -> TimeEntries:
        """The hours worked."""
        ...

    @property
    def events(self) -> Events:
        """What happened."""
        ...

    @property
    def files(self) -> Files:
        """The photos and files that people sent."""
        ...

    @property
    def talks(self) -> Talks:
        """The talks with a human being."""
        ...

    @property
    def announcements(self) -> Announcements:
        """The announcements."""
        ...

    @property
    def causes(self) -> Causes:
        """The cause log."""
        ...

    @property
    def calendars(self) -> Calendars:
        """People's calendar feeds."""
        ...

    @property
    def parties(self) -> Parties:
        """The links by which parties answer, and their answers."""
        ...

    @property
    def absences(self) -> Absences:
        """Who is away when."""
        ...

    @property
    def substitutions(self) -> Substitutions:
        """Who approves for whom."""
        ...

    @property
    def standing(self) -> Standing:
        """The standing work."""
        ...

    @property
    def people(self) -> People:
        """The people."""
        ...

    @property
    def catalogues(self) -> Catalogues:
        """The catalogue."""
        ...

    @property
    def agreements(self) -> Agreements:
        """What is agreed with the units."""
        ...

    @property
    def surveys(self) -> Surveys:
        """The surveys."""
        ...

    @property
    def indicators(self) -> Indicators:
        """The outcomes of the indicators."""
        ...

    @property
    def commitments(self) -> Commitments:
        """The year wheel."""
        ...

    @property
    def slots(self) -> Slots:
        """The slots of scheduled jobs."""
        ...

    @property
    def settings(self) -> Settings:
        """Shared settings."""
        ...

    def come_from(self, origin: Origin) -> None:
        """Let every event that this transaction writes tell that it came from *origin*; a command, where none is."""
        ...

    def within(self) -> "Begin":
        """Return a `begin` that joins this transaction: a savepoint, undone when its block raises."""
        ...


Begin = Callable[[], AbstractAsyncContextManager[Work]]
"""Opens a transaction: committed when the block ends, undone when it raises."""

Clock = Callable[[], datetime]
"""Tells the moment, aware and in UTC."""
