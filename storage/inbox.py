"""The messages and presses that have been received."""

from datetime import datetime

from storage.repository import Repository
from storage.statements import Upsert
from storage.tables import inbox


class Inbox(Repository):
    """Remembers which activities have been received, and nothing of what they say."""

    async def claim(self, conversation: str, activity: str, *, at: datetime) -> bool:
        """Remember the activity; False when it was received before.

        A row that another transaction has written but not committed holds this one back until that one ends.
        """
        row = {"conversation": conversation, "activity": activity, "received_at": at}
        return await self._scalar(_CLAIM, row) is not None


_CLAIM = Upsert(inbox, lambda row: row.on_conflict_do_nothing().returning(inbox.c.activity))
