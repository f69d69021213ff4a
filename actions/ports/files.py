"""Ports of the photos and files that people send."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from domain.files import SentFile


class Files(Protocol):
    """The files, and what is in them."""

    async def add(self, file: SentFile, /) -> None:
        """Store it; one that is stored already stays as it is."""
        ...

    async def get(self, file: str, /) -> SentFile:
        """Return the file; raise NotFound when there is none."""
        ...

    async def get_locked(self, file: str, /) -> SentFile:
        """Return it as `get` does, held against other changes until this transaction ends."""
        ...

    async def save(self, file: SentFile, /) -> None:
        """Store it over the version before it; raise OutOfDate when somebody else was first."""
        ...

    async def of_subjects(self, subjects: Collection[str]) -> Sequence[SentFile]:
        """Return what belongs to *subjects*, oldest first."""
        ...

    async def due(self, *, now: datetime, limit: int) -> Sequence[SentFile]:
        """Return up to *limit* files that are to be fetched now, held until the transaction ends."""
        ...

    async def put_content(self, file: str, content: bytes) -> None:
        """Keep what is in the file."""
        ...

    async def content(self, file: str) -> bytes | None:
        """Return what is in the file, or None when it was not kept."""
        ...

    async def outlived(self, *, before: datetime, loose_before: datetime, limit: int) -> Sequence[str]:
        """Return ids of files to erase.

        Those of requests that were closed before *before* (or, cancelled or rejected, had nothing happen since), those
        of drafts that were never placed and as old, and those that belong to nothing since *loose_before*.
        """
        ...

    async def erase(self, files_to_go: Collection[str]) -> None:
        """Erase the files and what is in them; ids that nobody has are passed over."""
        ...
