"""The photos and files that people sent, and what is in them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, exists, func, insert, literal, or_, select
from typing_extensions import override

from domain.files import FileStatus, SentFile
from storage.columns import is_one_of
from storage.repository import VersionedRepository
from storage.statements import Statement, Upsert
from storage.tables import drafts, events, file_contents, files, requests

_ADD = Upsert(files, lambda row: row.on_conflict_do_nothing(index_elements=["id"]))
_CONTENT = Statement(select(file_contents.c.content).where(file_contents.c.file == bindparam("key")))
_OF_SUBJECTS = Statement(
    select(files)
    .where(files.c.subject.in_(bindparam("subjects", expanding=True)))
    .order_by(files.c.created_at, files.c.id)
)
_DUE = Statement(
    select(files)
    .where(is_one_of(files.c.status, FileStatus.PENDING), files.c.due <= bindparam("now"))
    .order_by(files.c.due, files.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)

# Read from the files on, which are few: the ids are what stands after the colon of their subject.
_DRAFT = func.substr(files.c.subject, len("draft:") + 1)
_REQUEST = func.coalesce(drafts.c.request, func.substr(files.c.subject, len("request:") + 1))
_HAPPENED_SINCE = exists().where(
    events.c.subject == literal("request:") + requests.c.id, events.c.at >= bindparam("before")
)
# What was cancelled or rejected is never closed: there the last that happened to it counts.
_IS_LONG_OVER = or_(requests.c.closed_at < bindparam("before"), and_(requests.c.closed_at.is_(None), ~_HAPPENED_SINCE))
_OF_LONG_OVER = Statement(
    select(files.c.id)
    .outerjoin(drafts, drafts.c.id == _DRAFT)
    .join(requests, requests.c.id == _REQUEST)
    .where(~requests.c.is_open, _IS_LONG_OVER)
    .order_by(files.c.created_at, files.c.id)
    .limit(bindparam("most"))
)
_OF_NOTHING = Statement(
    select(files.c.id)
    .outerjoin(drafts, drafts.c.id == _DRAFT)
    .where(
        or_(
            and_(files.c.subject.is_(None), files.c.created_at < bindparam("loose_before")),
            and_(drafts.c.id.is_not(None), drafts.c.request.is_(None), files.c.created_at < bindparam("before")),
        )
    )
    .order_by(files.c.created_at, files.c.id)
    .limit(bindparam("most"))
)


class _Nothing:
    """Marks, among what a transaction knows, the subjects that no file belongs to."""


class Files(VersionedRepository[SentFile]):
    """Keeps the files in the database itself.

    So a backup, a restore and a replica have them too, and a row and its content are kept or undone together. It
    is little: at the pilot's pace (7 units, some 40 orders a week, every fourth with a photo of 3 MB) 1.5 GB a year.
    """

    _table = files
    _kind = SentFile

    @override
    async def add(self, value: SentFile, /) -> None:
        """Store it; one that is stored already stays as it is."""
        self._expect_some(value)
        await self._do(_ADD, self._row(value))

    async def of_subjects(self, subjects: Collection[str]) -> Sequence[SentFile]:
        """Return what belongs to *subjects*, oldest first."""
        asked = sorted({each for each in subjects if (_Nothing, each) not in self._session.known})
        return [self._value(row) for row in await self._all(_OF_SUBJECTS, {"subjects": asked})] if asked else []

    @override
    async def save(self, value: SentFile, /) -> None:
        """Store it over the version before it, as every repository does."""
        self._expect_some(value)
        await super().save(value)

    def expect_none(self, subject: str) -> None:
        """Know that nothing belongs to *subject*, which this transaction made, until a file is given to it."""
        self._session.known[_Nothing, subject] = True

    def expect_any(self, subject: str) -> None:
        """Know no longer that nothing belongs to *subject*."""
        self._session.known.pop((_Nothing, subject), None)

    def _expect_some(self, file: SentFile) -> None:
        self.expect_any(file.subject or "")

    async def due(self, *, now: datetime, limit: int) -> Sequence[SentFile]:
        """Return up to *limit* files that are to be fetched now, held until the transaction ends."""
        return [self._value(row) for row in await self._all(_DUE, {"now": now, "most": limit})]

    async def put_content(self, file: str, content: bytes) -> None:
        """Keep what is in the file."""
        await self._do(insert(file_contents), {"file": file, "content": content})

    async def content(self, file: str) -> bytes | None:
        """Return what is in the file, or None when it was not kept."""
        found: Any = await self._scalar(_CONTENT, {"key": file})
        return None if found is None else bytes(found)

    async def outlived(self, *, before: datetime, loose_before: datetime, limit: int) -> Sequence[str]:
        """Return ids of files to erase: of requests over since *before*, and of what never became one."""
        over = await self._scalars(_OF_LONG_OVER, {"before": before, "most": limit})
        values = {"before": before, "loose_before": loose_before, "most": limit}
        return [*over, *await self._scalars(_OF_NOTHING, values)][:limit]

    async def erase(self, files_to_go: Collection[str]) -> None:
        """Erase the files and what is in them; ids that nobody has are passed over."""
        ids = sorted(set(files_to_go))
        if ids:
            await self._do(delete(file_contents).where(file_contents.c.file.in_(ids)))
            await self._do(delete(files).where(files.c.id.in_(ids)))
            for each in ids:
                self._forget(each)
