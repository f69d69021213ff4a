"""How it goes as a whole, for who leads, owns or accounts for the project: the month's indicators, and what is due."""

from actions.indicators import scopes_read_by
from actions.ports import Begin
from dialogs.listening import only_of
from dialogs.turn import Reply, Turn, show
from dialogs.understanding.month_words import month_said
from dialogs.understanding.overview_words import asks_how_it_goes
from domain.people import Role
from texts.format import local_day

OF_ITS_OWN = frozenset({"request", "draft", "assignment", "series", "talk"})
"""What a conversation can be about that "hur går det?" then asks of."""


@only_of(Role.PROJECT_LEADER, Role.PROJECT_OWNER, Role.ECONOMIST)
async def overview_by_words(turn: Turn, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - all dialogs are called alike
    """Show the indicators and the year wheel of the month that is said, or this one; None for any other sentence.

    Where a request or an order is talked of, or the writer orders too, the question is of that.
    """
    is_of_one = turn.number is not None or (turn.focus or "").partition(":")[0] in OF_ITS_OWN
    if is_of_one or _orders(turn) or not asks_how_it_goes(turn.text):
        return None
    month = f"{month_said(turn.text, today=local_day(turn.at)):%Y-%m}"
    scope = scopes_read_by(turn.person, turn.catalogue)[0]
    return Reply(messages=(show("indicators", month=month, scope=scope), show("wheel", month=month)))


def _orders(turn: Turn) -> bool:
    return turn.person.has_role(Role.REQUESTER) or turn.person.has_role(Role.PRINCIPAL)
