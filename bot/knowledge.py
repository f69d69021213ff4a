"""The catalogue and the words that it is understood by, read once for each revision and day."""

from dataclasses import dataclass
from datetime import datetime

from actions.ports import Work
from catalog.models import Catalogue
from dialogs.understanding import Lexicon
from texts.format import local_day


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """A catalogue as it stands on a day, with its lexicon."""

    catalogue: Catalogue
    lexicon: Lexicon


class Shelf:
    """Keeps the newest knowledge; one for each process."""

    def __init__(self) -> None:
        self._key: tuple[int, object] | None = None
        self._kept: Knowledge | None = None

    @property
    def newest(self) -> Knowledge | None:
        """Return what was read last, or None."""
        return self._kept

    async def read(self, work: Work, *, at: datetime) -> Knowledge:
        """Return what holds at the moment *at*; a new load or a new day is seen at once."""
        key = (await work.catalogues.revision(), local_day(at))
        if self._kept is None or self._key != key:
            catalogue = await work.catalogues.read(day=local_day(at))
            is_reworded = self._kept is None or self._kept.catalogue.revision != catalogue.revision
            lexicon = Lexicon.of(catalogue) if self._kept is None or is_reworded else self._kept.lexicon
            self._key, self._kept = key, Knowledge(catalogue=catalogue, lexicon=lexicon)
        return self._kept
