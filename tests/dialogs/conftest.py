"""Chats with the desk, on a database of the test alone."""

from collections.abc import Callable

import pytest

from actions.ports import Begin
from tests.actions.desk import Desk
from tests.chat import Chat
from tests.factories import example_pilot

Chats = Callable[[str], Chat]


@pytest.fixture
def desk(begin: Begin) -> Desk:
    return Desk(begin=begin, catalogue=example_pilot().catalogue)


@pytest.fixture
def chat_of(begin: Begin) -> Chats:
    """Opens the chat of a person, always the same one."""
    chats: dict[str, Chat] = {}

    def open_chat(person: str) -> Chat:
        return chats.setdefault(person, Chat(begin, example_pilot().catalogue, person))

    return open_chat
