"""The photos and files of a draft or request, as a row with links."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.cards.elements import Writer
from texts.format import listed

MOST_LINKED = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Attached:
    """A photo or file; `link` opens it for some days, and is empty as long as it is being fetched."""

    is_image: bool
    link: str = ""


def files_row(write: Writer, files: Sequence[Attached]) -> None:
    """Put how many there are, and a link to each that can be opened; nothing when there are none."""
    if not files:
        return
    images = sum(each.is_image for each in files)
    counts = [write.words(f"files-{name}", count=count) for name, count in _counts(images, len(files) - images)]
    pending = sum(not each.link for each in files)
    more = write.words("files-pending", count=pending) if pending else ""
    write.row(write.words("label-files"), listed(counts, write.language), more=more)
    links = [each for each in files if each.link][:MOST_LINKED]
    write.links([(_title(write, nth, each), each.link) for nth, each in enumerate(links, start=1)])


def _counts(images: int, others: int) -> Sequence[tuple[str, int]]:
    return [(name, count) for name, count in (("images", images), ("others", others)) if count]


def _title(write: Writer, nth: int, file: Attached) -> str:
    return write.words("files-image" if file.is_image else "files-other", number=str(nth))
