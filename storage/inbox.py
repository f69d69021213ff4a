"""The messages and presses that have been received."""

from datetime import datetime

from storage.repository import Repository
from storage.tables import inbox


class Inbox(Repository):
    """Remembers which activities have been received, and nothing of what they say."""

    async def claim(self, conversation: str, activity: str, *, at: datetime) -> bool:
        """Remember the activity; False when it was received before.

        A row that another transaction has written but not committed holds this one back until that one ends.
        """
        row = self._insert(inbox).values(conversation=conversation, activity=activity, received_at=at)
        claimed = await self._scalar(row.on_conflict_do_nothing().returning(inbox.c.activity))
        return claimed is not None
