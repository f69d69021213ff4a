"""What a view is asked with: the message, the reader, and where to look things up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from actions.ports import Work
from catalog.models import Catalogue
from dialogs.cards.elements import Frame, Sign
from dialogs.place_names import shown_place
from domain.notices import Message
from domain.people import Person, Role
from texts.format import local_day


class Hidden(Exception):
    """The reader may not see the subject; what they get tells nothing of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One wish for a card."""

    message: Message
    work: Work
    reader: Person
    catalogue: Catalogue
    at: datetime
    sign: Sign

    @property
    def language(self) -> str:
        """Return the reader's language."""
        return self.reader.language

    @property
    def id(self) -> str:
        """Return the subject's id: what stands after its colon."""
        return (self.message.subject or "").partition(":")[2]

    def value(self, name: str) -> str:
        """Return a value of the message as text, empty when there is none."""
        value = self.message.values.get(name)
        return "" if value is None else str(value)

    def codes(self, name: str) -> list[str]:
        """Return a value of the message that lists codes between bars."""
        return [code for code in self.value(name).split("|") if code]

    def frame(self, version: int = 1, *, subject: str | None = None) -> Frame:
        """Return the frame of a card about the message's subject, or another."""
        return Frame(
            language=self.language,
            today=local_day(self.at),
            sign=self.sign,
            subject=subject if subject is not None else self.message.subject or "",
            version=version,
        )

    def allows(self, action: str, *, unit: str | None = None, is_own: bool = False) -> bool:
        """Tell whether the reader may do *action* there."""
        return self.catalogue.permissions.allows(self.reader, action, unit=unit, is_own=is_own)

    def place(self, kept: str | None, *, unit: str) -> str:
        """Return a place of *unit* as the reader calls it, empty for none."""
        return shown_place(kept or "", unit=unit, catalogue=self.catalogue, language=self.language)

    async def names(self, people: Iterable[str]) -> dict[str, str]:
        """Return the names of people by code; those who are gone are left out."""
        wanted = {code for code in people if code}
        return dict(await self.work.people.names(wanted)) if wanted else {}

    async def named_with(self, role: Role, *, unit: str) -> tuple[str, ...]:
        """Return the names of those who hold the role at the unit."""
        return tuple(each.name for each in await self.work.people.with_role(role, unit=unit))
