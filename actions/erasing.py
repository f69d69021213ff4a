"""Erasing photos and files: of a message that was taken back, and of what was closed long ago."""

from collections.abc import Collection
from datetime import datetime, timedelta

from actions.files import refresh_cards
from actions.ports import Begin, Work
from domain.errors import NotFound
from domain.files import KEPT_DAYS
from domain.notices import Event
from domain.people import Person

FILES_DAYS = "files-days"
"""The setting that holds how many days files are kept after their request was closed."""
LOOSE_FOR = timedelta(days=1)
BATCH = 200


async def take_back_files(files: Collection[str], *, by: Person, begin: Begin, at: datetime) -> int:
    """Erase those of *files* that *by* sent, and show what they belonged to anew; return how many there were.

    The request's story tells that one is gone, and nothing of it.
    """
    async with begin() as work:
        gone = 0
        for each in files:
            try:
                found = await work.files.get_locked(each)
            except NotFound:
                continue
            if found.person != by.code:
                continue
            await work.files.erase([found.id])
            gone += 1
            if found.subject is not None:
                await _tell_gone(found.subject, by, work=work, at=at)
        return gone


async def _tell_gone(subject: str, by: Person, *, work: Work, at: datetime) -> None:
    kind, _, identifier = subject.partition(":")
    request = identifier if kind == "request" else (await work.drafts.get(identifier)).request
    if request is not None:
        await work.events.put(Event(subject=f"request:{request}", what="file-removed", person=by.code, at=at))
    await refresh_cards(subject, work=work, at=at)


async def erase_outlived_files(*, begin: Begin, at: datetime) -> int:
    """Erase the files whose time is over; return how many. Safe to run again."""
    erased = 0
    while True:
        async with begin() as work:
            days = int(await work.settings.find(FILES_DAYS) or KEPT_DAYS)
            before = at - timedelta(days=days)
            found = await work.files.outlived(before=before, loose_before=at - LOOSE_FOR, limit=BATCH)
            await work.files.erase(found)
        erased += len(found)
        if len(found) < BATCH:
            return erased
