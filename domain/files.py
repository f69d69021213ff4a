"""A photo or file (bilaga) that somebody sent along: what may be kept, told by its content and never by its name."""

import io
import zipfile
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from domain.people import PersonId

LARGEST_BYTES = 10 * 1024 * 1024
MOST_ATTEMPTS = 8
SHOWN_FOR = timedelta(days=7)
"""How long a link to a file can be opened."""
KEPT_LOOSE = timedelta(hours=1)
"""How long a picture without words waits for the sentence that says what it is about."""
KEPT_DAYS = 365
"""How many days the files of a request are kept after it was closed, unless the setting says otherwise."""
IMAGES = frozenset({"image/jpeg", "image/png", "image/heic", "image/webp", "image/gif"})
SHOWN_INLINE = IMAGES - {"image/heic"}
"""What a browser shows by itself; anything else is downloaded."""
PDF, TXT = "application/pdf", "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUFFIXES = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/heic": "heic",
    "image/webp": "webp",
    "image/gif": "gif",
    PDF: "pdf",
    DOCX: "docx",
    XLSX: "xlsx",
    TXT: "txt",
}
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})
_BEGINNINGS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", PDF),
)
_WRITTEN = frozenset(b"\t\n\r\f")
_FIRST_PRINTABLE = 0x20


class FileStatus(StrEnum):
    """How far a file has come: to be fetched, kept, or not taken."""

    PENDING = "pending"
    KEPT = "kept"
    REFUSED = "refused"


class Refusal(StrEnum):
    """Why a file was not taken."""

    TOO_LARGE = "too-large"
    KIND = "kind"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, kw_only=True, slots=True)
class SentFile:
    """One file that a person sent.

    `subject` is what it belongs to (``draft:ID`` or ``request:ID``), None as long as nobody has said; `source` is where
    it is fetched from, forgotten when that is settled; `size` in bytes.
    """

    id: str
    person: PersonId
    created_at: datetime
    due: datetime
    name: str = ""
    source: str | None = None
    subject: str | None = None
    status: FileStatus = FileStatus.PENDING
    attempts: int = 0
    kind: str | None = None
    size: int | None = None
    reason: str | None = None
    version: int = 1

    @property
    def is_image(self) -> bool:
        """Tell whether it is a picture; of one that is not fetched yet its name tells."""
        if self.kind is not None:
            return self.kind in IMAGES
        return self.name.casefold().rpartition(".")[2] in {"", "jpg", "jpeg", "png", "heic", "webp", "gif"}

    def attach(self, subject: str) -> Self:
        """Return it belonging to *subject*; what belongs somewhere already stays there."""
        return self if self.subject is not None else replace(self, subject=subject, version=self.version + 1)

    def keep(self, kind: str, size: int) -> Self:
        """Return it kept as what its content is; settled already, unchanged."""
        if self.status is not FileStatus.PENDING:
            return self
        return replace(
            self, status=FileStatus.KEPT, kind=kind, size=size, source=None, reason=None, version=self.version + 1
        )

    def refuse(self, reason: Refusal) -> Self:
        """Return it not taken; settled already, unchanged."""
        if self.status is not FileStatus.PENDING:
            return self
        return replace(self, status=FileStatus.REFUSED, source=None, reason=reason.value, version=self.version + 1)

    def lease(self, until: datetime) -> Self:
        """Return it as being fetched by somebody: nobody else tries before *until*."""
        return replace(self, attempts=self.attempts + 1, due=until, version=self.version + 1)

    def try_again(self, due: datetime) -> Self:
        """Return it to be fetched again from *due*, or refused when it has been tried often enough."""
        if self.attempts >= MOST_ATTEMPTS:
            return self.refuse(Refusal.UNREACHABLE)
        return replace(self, due=due, version=self.version + 1)


def kind_of(content: bytes) -> str | None:
    """Return the media type of *content* when it is one that is kept, else None. Its name counts for nothing."""
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return "image/heic"
    if content.startswith(b"PK"):
        return _office_kind(content)
    return TXT if _is_text(content) else None


def _office_kind(content: bytes) -> str | None:
    """Return which Office document the archive is; one that carries macros is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return None
    if "[Content_Types].xml" not in names or any(name.endswith("vbaProject.bin") for name in names):
        return None
    return DOCX if "word/document.xml" in names else XLSX if "xl/workbook.xml" in names else None


def _is_text(content: bytes) -> bool:
    """Tell whether it is plain text in UTF-8: something written, and nothing that only programs read."""
    if not content.strip() or any(each < _FIRST_PRINTABLE and each not in _WRITTEN for each in content):
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
