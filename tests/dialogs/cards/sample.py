"""One view as one reader sees it, with what stands on the desk meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from dialogs.present import Presented, present
from domain.notices import Message, Value
from tests.dialogs.cards.shelf import Shelf
from tests.factories import NOW, example_pilot, the_person


def sign(verb: str, subject: str, version: int) -> str:
    """Return a token that says what it is for."""
    return f"token-{verb}-{subject}-{version}"


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A view, who reads it, and what stands on the desk meanwhile."""

    view: str
    reader: str
    subject: str | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    shelf: Shelf = field(default_factory=Shelf)
    at: datetime = NOW

    async def shown(self, language: str = "sv") -> Presented:
        """Return it as the reader gets it."""
        return await present(
            Message(view=self.view, subject=self.subject, values=self.values),
            work=self.shelf.as_work(),
            reader=replace(the_person(self.reader), language=language),
            catalogue=example_pilot().catalogue,
            at=self.at,
            sign=sign,
        )
