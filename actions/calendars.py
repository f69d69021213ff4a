"""A person's calendar feed: its address made, renewed, and what it holds."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from actions.commitments import list_commitments, subject_of
from actions.ports import Begin, Work
from catalog.models import Catalogue
from domain.calendars import CalendarFeed, secret_of
from domain.commitments import Commitment
from domain.errors import NotFound
from domain.notices import Event
from domain.people import Person
from domain.tokens import hash_of

KEY = "calendar-key"
"""The setting that holds what the secrets of all addresses are made with."""
READ = "commitment.read"
MADE = "calendar.renewed"


def card_subject(person: Person) -> str:
    """Return what the cards show that hold the address of the person's feed."""
    return f"calendar:{person.code}"


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarPage:
    """What a feed shows: the commitments that its *person* may see, by due day. `sequence` grows with each change."""

    person: Person
    commitments: Sequence[Commitment]
    sequence: int


async def open_calendar(person: Person, *, begin: Begin, catalogue: Catalogue, at: datetime) -> None:
    """Make the person's feed where there is none.

    Raises:
        NotAllowed: the person may see no commitment.
    """
    _demand(person, catalogue)
    async with begin() as work:
        if await work.calendars.of_person(person.code) is None:
            await _make(work, person, generation=1, at=at)


async def renew_calendar(person: Person, *, begin: Begin, catalogue: Catalogue, at: datetime) -> None:
    """Give the person's feed another address; the old one leads nowhere from then on.

    Raises:
        NotAllowed: the person may see no commitment.
    """
    _demand(person, catalogue)
    async with begin() as work:
        before = await work.calendars.of_person(person.code)
        await _make(work, person, generation=before.generation + 1 if before else 1, at=at)


async def calendar_version(person: str, *, work: Work) -> int:
    """Return how often the person's feed has had an address."""
    feed = await work.calendars.of_person(person)
    return feed.generation if feed is not None else 0


async def address_of(person: Person, *, work: Work) -> str:
    """Return the secret in the address of the person's feed, as it is; empty when there is none."""
    feed = await work.calendars.of_person(person.code)
    key = await work.settings.find(KEY) or ""
    return secret_of(key, person.code, feed.generation) if feed is not None else ""


async def read_calendar(secret: str, *, begin: Begin, catalogue: Catalogue) -> CalendarPage:
    """Return what stands behind the address with *secret*.

    Raises:
        NotFound: no address has it, or its person is here no more.
    """
    async with begin() as work:
        feed = await work.calendars.by_hash(hash_of(secret))
        person = await work.people.get(feed.person) if feed is not None else None
        if person is None or not person.is_active:
            raise NotFound(id="")
        allows = catalogue.permissions.allows
        wheel = [each for each in await list_commitments(work) if allows(person, READ, is_own=each.is_of(person))]
        changes = await work.events.count([subject_of(each.code) for each in wheel]) if wheel else 0
        return CalendarPage(person=person, commitments=wheel, sequence=catalogue.revision + changes)


def _demand(person: Person, catalogue: Catalogue) -> None:
    catalogue.permissions.demand(person, READ, is_own=True)


async def _make(work: Work, person: Person, *, generation: int, at: datetime) -> CalendarFeed:
    secret = secret_of(await _key(work), person.code, generation)
    feed = CalendarFeed(person=person.code, generation=generation, hash=hash_of(secret), made_at=at)
    await work.calendars.put(feed)
    await work.events.put(Event(subject=f"person:{person.code}", what=MADE, person=person.code, at=at))
    await work.outbox.refresh(card_subject(person), at=at)
    return feed


async def _key(work: Work) -> str:
    return await work.settings.find(KEY) or await work.settings.put_if_absent(KEY, secrets.token_hex(32))
