"""Announcements: written for each audience, approved if wanted, sent to all at once, read, asked about, taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from actions.ports import Begin, Work
from actions.telling import clean, tell
from catalog.models import Catalogue
from domain.announcements import (
    FURTHEST,
    LONGEST_TEXT,
    Announcement,
    AnnouncementStatus,
    Piece,
    Reach,
    Reader,
    next_quarter,
    reach_of,
    readers_of,
)
from domain.errors import BadInput, NotAllowed, NotFound
from domain.notices import Event, Message, Owed, Value
from domain.people import Person, Role
from domain.worktime import CALENDAR, local_date

SEND = "announcement.send"
READ = "announcement.read"
SENT = "announcement.sent"
REMINDED = "announcement.reminder"
APPROVERS = (Role.PROJECT_OWNER, Role.PROJECT_LEADER, Role.COORDINATOR)
SOON = timedelta(minutes=1)


def occasion_of(announcement: str) -> str:
    """Return what the `dedup` of every message that sends it begins with."""
    return f"{SENT}:{announcement}:"


def may_send(person: Person, announcement: Announcement, catalogue: Catalogue) -> bool:
    """Tell whether *person* may send it to all that it is for; outside Teams only who may send to everybody."""
    allows = catalogue.permissions.allows
    if allows(person, SEND):
        return True
    is_inside = all(each.audience in set(Role) for each in announcement.pieces)
    return is_inside and bool(announcement.units) and all(allows(person, SEND, unit=u) for u in announcement.units)


def audiences_for(person: Person, outside: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the codes of whom *person* may write to: the roles, and who is *outside* Teams."""
    roles = tuple(each.value for each in Role)
    return (*roles, *outside) if catalogue.permissions.allows(person, SEND) else roles


async def draft_announcement(
    pieces: Sequence[Piece],
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
    units: Sequence[str] = (),
) -> Announcement:
    """Keep a new announcement of *by*, personal identity numbers masked, for the people of *units*.

    Without any it is for all, or for the units of *by* if they may no more.

    Raises:
        NotAllowed: they may send to nobody.
        BadInput: a text is empty, or an audience is none.
    """
    async with begin() as work:
        draft = Announcement(id="", sender=by.code, created_at=at, units=_aimed(units, by, catalogue))
        for each in pieces:
            draft = draft.write(await _checked(work, each))
        _demand(by, draft, catalogue)
        new = replace(draft, id=await work.announcements.next_id(local_date(at).year), version=1)
        await work.announcements.add(new)
        await _record(work, new, "drafted", by=by, at=at)
        return new


def _aimed(units: Sequence[str], by: Person, catalogue: Catalogue) -> tuple[str, ...]:
    if not set(units) <= set(catalogue.units):
        raise BadInput(field="unit", lowest="", highest="")
    return tuple(units) or (() if catalogue.permissions.allows(by, SEND) else by.units)


async def write_piece(
    announcement: str,
    piece: Piece,
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
    units: Sequence[str] | None = None,
) -> Announcement:
    """Keep *piece* as what its audience reads; without words, what was said of how it affects them alone is changed.

    With *units* the whole announcement is for their people from now on, with none of them for all.

    Raises:
        NotFound: there is no such announcement of theirs.
        NotAllowed: they may not send it to that audience.
        WrongState: it is under way already.
        BadInput: the text is empty, or the audience is none.
    """
    async with begin() as work:
        before = await _own(work, announcement, by)
        kept = before.piece_for(piece.audience)
        words, affects = piece.words or (kept.words if kept else ""), piece.affects or (kept.affects if kept else "")
        after = before.write(await _checked(work, replace(piece, words=words, affects=affects)))
        after = after if units is None else after.aim(_aimed(units, by, catalogue))
        after = after if after is before else replace(after, version=before.version + 1)
        _demand(by, after, catalogue)
        return await _keep(work, before, after, "written", by=by, at=at)


async def _checked(work: Work, piece: Piece) -> Piece:
    words, affects = clean(piece.words), clean(piece.affects)
    if words is None:
        raise BadInput(field="comment", lowest=1, highest=LONGEST_TEXT)
    if piece.audience not in {*Role, *await work.announcements.outside()}:
        raise BadInput(field="audience", lowest="", highest="")
    return Piece(audience=piece.audience, words=words, affects=affects or "")


async def ask_for_approval(announcement: str, person: str, *, by: Person, begin: Begin, at: datetime) -> Announcement:
    """Ask *person* to approve it before it is sent.

    Raises:
        NotFound: there is no such announcement of theirs, or no such person.
        WrongState: it is under way already.
        BadInput: nothing is written, or the person can't approve it.
    """
    async with begin() as work:
        before = await _own(work, announcement, by)
        approver = await work.people.get(person)
        if not approver.is_active or not set(APPROVERS) & approver.roles:
            raise BadInput(field="person", lowest="", highest="")
        after = before.ask(approver.code)
        if after is not before:
            message = Message(view="announcement", subject=after.subject)
            occasion = f"{after.id}:{after.version}"
            await tell(work, "announcement.approval", [approver.code], message, occasion=occasion, at=at)
        return await _keep(work, before, after, "asked", by=by, at=at)


async def approve_announcement(announcement: str, *, by: Person, begin: Begin, at: datetime) -> Announcement:
    """Approve it, and tell its sender.

    Raises:
        NotFound: there is none.
        NotAllowed: somebody else was asked.
        WrongState: nobody waits for an answer.
    """
    async with begin() as work:
        before = await work.announcements.get_locked(announcement)
        after = before.approve(by.code, at=at)
        if after is not before:
            message = Message(view="announcement", subject=after.subject)
            occasion = f"{after.id}:{after.version}"
            await tell(work, "announcement.approved", [after.sender], message, occasion=occasion, at=at)
        return await _keep(work, before, after, "approved", by=by, at=at)


async def reject_announcement(
    announcement: str, reason: str | None, *, by: Person, begin: Begin, at: datetime
) -> Announcement:
    """Say no to it, and tell its sender why: it is a draft again.

    Raises:
        NotFound: there is none.
        NotAllowed: somebody else was asked.
        WrongState: nobody waits for an answer.
    """
    async with begin() as work:
        before = await work.announcements.get_locked(announcement)
        after, words = before.reject(by.code), clean(reason)
        if after is not before:
            told: dict[str, Value] = {"by_person": by.code, "id": after.id}
            message = Message(text="announcement-refused", values=told)
            if words is not None:
                message = Message(text="announcement-refused-why", values={**told, "words": words})
            occasion = f"{after.id}:{after.version}"
            await tell(work, "announcement.rejected", [after.sender], message, occasion=occasion, at=at)
        return await _keep(work, before, after, "rejected", by=by, at=at)


async def send_announcement(
    announcement: str, when: datetime | None, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> Announcement:
    """Send it to everybody at once, or let it be sent at the first quarter of an hour not before *when*.

    Raises:
        NotFound: there is no such announcement of theirs.
        NotAllowed: they may not send it to all of them.
        WrongState: it waits for approval, or was recalled.
        BadInput: nothing is written, or the moment is past or more than a year away.
    """
    async with begin() as work:
        before = await _own(work, announcement, by)
        _demand(by, before, catalogue)
        if when is not None and before.status is not AnnouncementStatus.SENT:
            if not at - SOON < when < at + FURTHEST:
                raise BadInput(field="date", lowest="", highest="")
            return await _keep(work, before, before.schedule(when), "scheduled", by=by, at=at)
        return await _send(work, before, by=by, at=at)


async def _send(work: Work, before: Announcement, *, by: Person | None, at: datetime) -> Announcement:
    """Owe it to everybody in one transaction, due at the same moment."""
    after = before.send(at=at)
    if after is before:
        return after
    readers = readers_of(after, await work.people.active())
    await work.announcements.put_readers(readers)
    await work.outbox.put_all([_owed(after, each, at=at) for each in readers])
    return await _keep(work, before, after, "sent", by=by, at=at)


def _owed(announcement: Announcement, reader: Reader, *, at: datetime) -> Owed:
    return Owed(
        kind=SENT,
        dedup=f"{occasion_of(announcement.id)}{reader.recipient}",
        due=at,
        recipient=reader.recipient,
        message=Message(view="information", subject=announcement.read_as),
    )


async def recall_announcement(
    announcement: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> Announcement:
    """Take it back: what is not sent is not sent, cards say that it is recalled, and who got it is told.

    A card that changes in place makes no sound: whoever read it yesterday would go by it still.

    Raises:
        NotFound: there is no such announcement of theirs.
    """
    async with begin() as work:
        before = await _own(work, announcement, by)
        _demand(by, before, catalogue)
        after = before.recall(at=at)
        if after is not before and before.status is AnnouncementStatus.SENT:
            await _take_back(work, after, at=at)
        await work.outbox.refresh(after.read_as, at=at)
        return await _keep(work, before, after, "recalled", by=by, at=at)


async def _take_back(work: Work, recalled: Announcement, *, at: datetime) -> None:
    """Send it to nobody more, and tell those who have it, or may have it, that it is recalled."""
    await work.outbox.withdraw(f"{REMINDED}:{recalled.id}:", at=at)
    reached = await work.outbox.withdraw(occasion_of(recalled.id), at=at)
    readers = await work.announcements.readers(recalled.id)
    told = [each.recipient for each in readers if each.read_at or each.recipient in reached]
    message = Message(view="information", subject=recalled.read_as, values={"recalled": True})
    await tell(work, "announcement.recalled", told, message, occasion=recalled.id, at=at)


async def mark_read(announcement: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime) -> Announcement:
    """Note that *by* has read it; read twice, the first time counts.

    Raises:
        NotFound: it was not sent to them.
        NotAllowed: they may read none.
    """
    catalogue.permissions.demand(by, READ, is_own=True)
    async with begin() as work:
        found = await work.announcements.get(announcement)
        if await work.announcements.find_reader(announcement, by.code) is None:
            raise NotFound(id=announcement)
        if await work.announcements.mark_read(announcement, by.code, at=at):
            await work.outbox.refresh(found.subject, at=at)
        return found


async def remind_unread(
    announcement: str, *, by: Person | None, begin: Begin, at: datetime
) -> tuple[Announcement, int]:
    """Remind the people who have not read it, at most once a day; return how many are. Without *by* it does itself.

    Raises:
        NotFound: there is no such announcement of theirs.
        WrongState: it has not been sent, or was recalled.
    """
    async with begin() as work:
        before = await (_own(work, announcement, by) if by else work.announcements.get_locked(announcement))
        after = before.remind(at=at)
        readers = await work.announcements.readers(announcement)
        unread = [each.recipient for each in readers if each.read_at is None and not each.is_outside]
        message = Message(view="information", subject=after.read_as, values={"reminder": True})
        occasion = f"{after.id}:{local_date(at).isoformat()}"
        await tell(work, REMINDED, unread, message, occasion=occasion, at=at)
        return await _keep(work, before, after, "reminded", by=by, at=at), len(unread)


async def run_announcements(*, begin: Begin, at: datetime) -> None:
    """Send what is scheduled for now or before, and remind of what has waited long enough to be read, once."""
    async with begin() as work:
        for each in await work.announcements.under_way():
            held = await work.announcements.get_locked(each.id)
            if held.status is AnnouncementStatus.SCHEDULED and held.send_at is not None and held.send_at <= at:
                await _send(work, held, by=None, at=at)
            reminder = held.reminder_due(CALENDAR)
            if reminder is not None and reminder <= at:
                await remind_unread(held.id, by=None, begin=work.within(), at=at)


async def next_announcement(*, begin: Begin, after: datetime) -> datetime | None:
    """Return when something is next to be sent or reminded of, or None."""
    async with begin() as work:
        held = await work.announcements.under_way()
    due = [each.send_at if each.sent_at is None else each.reminder_due(CALENDAR) for each in held]
    return min((next_quarter(each) for each in due if each is not None and each > after), default=None)


async def announcement_reach(announcement: Announcement, work: Work) -> Sequence[Reach]:
    """Return the table of how far it has come with each audience."""
    readers = await work.announcements.readers(announcement.id)
    return reach_of(announcement, readers, await work.announcements.reached(occasion_of(announcement.id)))


async def _own(work: Work, announcement: str, by: Person) -> Announcement:
    found = await work.announcements.get_locked(announcement)
    if found.sender != by.code:
        raise NotFound(id=announcement)
    return found


def _demand(by: Person, announcement: Announcement, catalogue: Catalogue) -> None:
    if not may_send(by, announcement, catalogue):
        raise NotAllowed(action=SEND)


async def _keep(
    work: Work, before: Announcement, after: Announcement, what: str, *, by: Person | None, at: datetime
) -> Announcement:
    if after is not before:
        await work.announcements.save(after)
        await _record(work, after, what, by=by, at=at, before=before)
    return after


async def _record(
    work: Work,
    after: Announcement,
    what: str,
    *,
    by: Person | None,
    at: datetime,
    before: Announcement | None = None,
) -> None:
    event = Event(
        subject=after.subject,
        what=f"announcement.{what}",
        person=by.code if by else None,
        at=at,
        before=before.status.value if before else None,
        after=after.status.value,
    )
    await work.events.put(event)
    await work.outbox.refresh(after.subject, at=at)
