"""How a turn begins."""

from dataclasses import dataclass

from domain.notices import Conversation
from domain.people import Person


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """What is known when a turn begins: whether it came before, who it is from (active or not), and its chat.

    The chat is read only when what came is new; it is then held until the transaction ends.
    """

    is_new: bool
    person: Person | None
    chat: Conversation | None
