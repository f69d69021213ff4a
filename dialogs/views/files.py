"""Looking up the photos and files of a draft or request, with links that can be opened for some days."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from dialogs.cards.elements import Sign
from dialogs.cards.files import Attached
from dialogs.views.asked import Asked
from domain.files import SHOWN_FOR, FileStatus, SentFile
from domain.requests import ServiceRequest

PUBLIC_URL = "public-url"
"""The setting that holds the address under which people reach this desk."""
SHOW = "file.show"


def subjects_of(request: ServiceRequest) -> tuple[str, ...]:
    """Return what the files of *request* belong to: itself, or the draft that it was."""
    return (f"request:{request.id}", f"draft:{request.draft}") if request.draft else (f"request:{request.id}",)


async def files_of(asked: Asked, *subjects: str) -> Sequence[Attached]:
    """Return the photos and files of *subjects*, oldest first; those that were refused are left out."""
    found = [each for each in await asked.work.files.of_subjects(subjects) if each.status is not FileStatus.REFUSED]
    if not found:
        return ()
    base = await asked.work.settings.find(PUBLIC_URL) or ""
    return [Attached(is_image=each.is_image, link=_link(asked, each, base)) for each in found]


def _link(asked: Asked, file: SentFile, base: str) -> str:
    if file.status is not FileStatus.KEPT or not base:
        return ""
    return f"{base}{file_address(file.id, asked.at, sign=asked.sign)}"


def file_address(file: str, at: datetime, *, sign: Sign) -> str:
    """Return the path, signed, under which a file is opened for some days from *at*."""
    until = expiry(at)
    return f"/files/{file}?until={until}&token={sign(SHOW, f'file:{file}', until)}"


def expiry(at: datetime) -> int:
    """Return until when a link made at *at* opens, in seconds of the epoch: the end of the day, some days on.

    The same all day long, so that a card that is shown anew has not changed.
    """
    day = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return int((day + SHOWN_FOR + timedelta(days=1)).timestamp())
