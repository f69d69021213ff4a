"""Whom a dialog listens to: the router asks it of nobody else."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from actions.ports import Begin
from dialogs.turn import Reply, Turn
from domain.people import Role

Dialog = Callable[..., Awaitable[Reply | None]]
"""Answers words as ``dialog(turn, begin=…)``, or returns None where they are about something else."""


@dataclass(frozen=True, slots=True)
class Listening:
    """A dialog for people of *roles* only: from anybody else the words are about something else."""

    dialog: Dialog
    roles: frozenset[Role]

    async def __call__(self, turn: Turn, *, begin: Begin) -> Reply | None:
        """Return what the dialog answers, or None where the writer has none of the roles."""
        return await self.dialog(turn, begin=begin) if hears(self, turn.person.roles) else None


def only_of(*roles: Role) -> Callable[[Dialog], Listening]:
    """Let the dialog below listen to people of *roles* only."""
    return lambda dialog: Listening(dialog, frozenset(roles))


def hears(dialog: Dialog, roles: frozenset[Role]) -> bool:
    """Tell whether *dialog* can answer somebody of these *roles*."""
    return not isinstance(dialog, Listening) or not dialog.roles.isdisjoint(roles)
