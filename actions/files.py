"""Photos and files that people send: received in the turn, fetched after it, kept with what they are about."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from actions.ports import Begin, Work
from actions.requests import demand_read
from catalog.models import Catalogue
from domain.errors import NotFound
from domain.files import LARGEST_BYTES, FileStatus, Refusal, SentFile, kind_of
from domain.notices import Event, Message, Owed
from domain.people import Person
from domain.photos import without_location

LEASE = timedelta(seconds=60)
"""How long one may take to fetch a file before another tries."""
LONGEST_PAUSE = timedelta(minutes=10)


async def attach_files(
    files: Collection[str], subject: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> Sequence[SentFile]:
    """Let *files* of *by* belong to *subject*, a draft or a request, and show its cards anew; return those that do now.

    A file that belongs to something already, or was sent by somebody else, stays where it is.

    Raises:
        NotFound: there is no such draft of theirs, or no such request that they may see.
    """
    async with begin() as work:
        await _demand_subject(subject, by, work=work, catalogue=catalogue)
        attached = []
        for each in files:
            try:
                before = await work.files.get_locked(each)
            except NotFound:
                # Its message was deleted meanwhile.
                continue
            after = before.attach(subject)
            if before.person == by.code and after is not before:
                await work.files.save(after)
                attached.append(after)
        if attached and subject.startswith("request:"):
            await work.events.put(Event(subject=subject, what="file-added", person=by.code, at=at))
        if attached:
            await refresh_cards(subject, work=work, at=at)
        return attached


async def _demand_subject(subject: str, by: Person, *, work: Work, catalogue: Catalogue) -> None:
    kind, _, identifier = subject.partition(":")
    if kind == "draft":
        if (await work.drafts.get(identifier)).person != by.code:
            raise NotFound(id=identifier)
        return
    request = await work.requests.get(identifier)
    await demand_read(request, by, work=work, catalogue=catalogue)


async def refresh_cards(subject: str, *, work: Work, at: datetime) -> None:
    """Owe every card that shows files of *subject* a refresh: of the draft, its request, and its assignments."""
    kind, _, identifier = subject.partition(":")
    await work.outbox.refresh(subject, at=at)
    request = (await work.drafts.get(identifier)).request if kind == "draft" else identifier
    if request is None:
        return
    await work.outbox.refresh(f"request:{request}", at=at)
    for each in await work.assignments.of_request(request):
        await work.outbox.refresh(f"assignment:{each.id}", at=at)


async def claim_files(*, begin: Begin, at: datetime, limit: int) -> Sequence[SentFile]:
    """Take up to *limit* files that are to be fetched; nobody else takes them before the lease is over."""
    async with begin() as work:
        taken = [each.lease(at + LEASE) for each in await work.files.due(now=at, limit=limit)]
        for each in taken:
            await work.files.save(each)
        return taken


async def keep_file(file: str, content: bytes, *, begin: Begin, at: datetime) -> SentFile:
    """Keep what was fetched if it is of a kind and size that is kept, else refuse it and tell who sent it.

    Settled already, nothing happens: who fetched it twice keeps it once.
    """
    async with begin() as work:
        before = await work.files.get_locked(file)
        if before.status is not FileStatus.PENDING:
            return before
        kind = kind_of(content)
        if len(content) > LARGEST_BYTES or kind is None:
            return await _refuse(before, Refusal.KIND if kind is None else Refusal.TOO_LARGE, work=work, at=at)
        clean = without_location(content)
        after = before.keep(kind, len(clean))
        await work.files.save(after)
        await work.files.put_content(file, clean)
        if after.subject is not None:
            await refresh_cards(after.subject, work=work, at=at)
        return after


async def refuse_file(file: str, reason: Refusal, *, begin: Begin, at: datetime) -> SentFile:
    """Refuse the file for good, and tell who sent it; settled already, nothing happens."""
    async with begin() as work:
        before = await work.files.get_locked(file)
        if before.status is not FileStatus.PENDING:
            return before
        return await _refuse(before, reason, work=work, at=at)


async def put_off_file(file: str, *, begin: Begin, at: datetime) -> SentFile:
    """Let the file be fetched again after a pause that grows; after the last attempt it is refused."""
    async with begin() as work:
        before = await work.files.get_locked(file)
        pause = min(timedelta(seconds=2**before.attempts), LONGEST_PAUSE)
        after = before.try_again(at + pause) if before.status is FileStatus.PENDING else before
        if after.status is FileStatus.REFUSED and after is not before:
            return await _refuse(before, Refusal.UNREACHABLE, work=work, at=at)
        if after is not before:
            await work.files.save(after)
        return after


async def _refuse(before: SentFile, reason: Refusal, *, work: Work, at: datetime) -> SentFile:
    after = before.refuse(reason)
    await work.files.save(after)
    message = Message(text=f"file-refused-{reason.value}")
    dedup = f"file.refused:{after.id}"
    await work.outbox.put(Owed(kind="file.refused", dedup=dedup, due=at, recipient=after.person, message=message))
    if after.subject is not None:
        await refresh_cards(after.subject, work=work, at=at)
    return after


async def read_file(file: str, *, begin: Begin) -> tuple[SentFile, bytes]:
    """Return a kept file with what is in it.

    Raises:
        NotFound: there is none, or it was not kept.
    """
    async with begin() as work:
        found = await work.files.get(file)
        content = await work.files.content(file)
        if content is None:
            raise NotFound(id=file)
        return found, content
