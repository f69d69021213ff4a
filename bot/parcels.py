"""A message that has been taken from the outbox and worded: ready to be sent."""

from dataclasses import dataclass

from bot.wire import Address, JsonObject
from catalog.models import Party
from dialogs.letters import Letter
from domain.notices import Message, Owed
from domain.people import Person

READER = "reader"
"""The value of a message that names its reader where the conversation does not: a code, or ``-sv`` for a stranger."""
PARTY = "party:"


@dataclass(frozen=True, kw_only=True, slots=True)
class Parcel:
    """What is sent, where, and in place of which message.

    `address` is None when the chat with *reader* is still to be opened at `opening`. `party` gets the `letter` instead.
    """

    owed: Owed
    row: int
    reader: Person
    message: Message
    text: str
    card: JsonObject | None = None
    summary: str = ""
    version: int = 0
    again_seconds: int = 0
    address: Address | None = None
    opening: Address | None = None
    replaces: str | None = None
    party: Party | None = None
    letter: Letter | None = None

    @property
    def chat(self) -> str:
        """Return what its sending waits in line for."""
        return self.address.conversation if self.address else f"to:{self.owed.recipient}"
