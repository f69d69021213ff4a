"""A message as columns of the row that owes it or shows it."""

from typing import Any

from domain.notices import Message
from storage.rows import Row, row_of, value_of


def columns_of(message: Message) -> dict[str, Any]:
    """Return the columns `text`, `view`, `subject` and `values`."""
    return row_of(message)


def message_of(row: Row) -> Message:
    """Return the message that a row holds."""
    return value_of(Message, row)
