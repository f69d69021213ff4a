"""The catalogue and the words that it is understood by, read once for each revision and day."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

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
            self._key, self._kept = key, Knowledge(catalogue=catalogue, lexicon=self._lexicon(catalogue))
        return self._kept

    def _lexicon(self, catalogue: Catalogue) -> Lexicon:
        """Return the one there is where the words are the same: a new day's prices and agreements change none."""
        kept = self._kept
        if kept is not None and _words_of(kept.catalogue) == _words_of(catalogue):
            return kept.lexicon
        return Lexicon.of(catalogue)


def _words_of(catalogue: Catalogue) -> tuple[object, ...]:
    services = [replace(each, price_sek_per_hour=Decimal(0)) for each in catalogue.services.values()]
    return services, list(catalogue.boundary.values())
