"""Who and where: the people and chats that messages packed together need, each looked up once."""

from collections.abc import Sequence

from actions.ports import Work
from catalog.models import Catalogue
from domain.notices import Conversation, Owed
from domain.people import Person


class Directory:
    """What is known within one transaction: the catalogue, once it was asked for, and people and chats."""

    def __init__(
        self,
        work: Work,
        *,
        catalogue: Catalogue | None = None,
        people: Sequence[Person] = (),
        chats: Sequence[Conversation] = (),
    ) -> None:
        self.catalogue = catalogue
        self._work = work
        self._people = {each.code: each for each in people}
        self._chats: dict[str, Conversation | None] = {each.id: each for each in chats}
        self._personal: dict[str, Conversation | None] = {}

    async def read_for(self, rows: Sequence[Owed]) -> None:
        """Look up whom *rows* are owed, and their chats, in one question each."""
        codes = {row.recipient for row in rows if row.recipient is not None}
        if len(codes) > 1:
            self._people |= await self._work.people.get_many(codes)
            chats = await self._work.conversations.personal_of(codes)
            self._personal |= {code: chats.get(code) for code in codes}

    async def person(self, code: str) -> Person:
        """Return the person; raise NotFound when there is none."""
        if code not in self._people:
            self._people[code] = await self._work.people.get(code)
        return self._people[code]

    async def chat(self, conversation: str) -> Conversation | None:
        """Return the conversation, or None."""
        if conversation not in self._chats:
            self._chats[conversation] = await self._work.conversations.find(conversation)
        return self._chats[conversation]

    async def personal_chat(self, person: str) -> Conversation | None:
        """Return the active personal chat of *person*, the newest first."""
        if person not in self._personal:
            self._personal[person] = await self._work.conversations.find_personal(person)
        return self._personal[person]
