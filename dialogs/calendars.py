"""The year wheel in one's own calendar: its secret address, and another one."""

from actions.calendars import card_subject, open_calendar, renew_calendar
from actions.ports import Begin
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.calendar_words import asks_calendar, asks_new_address


async def calendar_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show the address of the person's feed, or give another; None for any other sentence. In a chat of their own only.

    Raises:
        NotAllowed: the person may see no commitment.
    """
    is_renewing = asks_new_address(turn.text)
    if not is_renewing and not asks_calendar(turn.text):
        return None
    if not turn.is_personal:
        return Reply(messages=(say("calendar-in-private"),))
    if is_renewing:
        await renew_calendar(turn.person, begin=begin, catalogue=turn.catalogue, at=turn.at)
    else:
        await open_calendar(turn.person, begin=begin, catalogue=turn.catalogue, at=turn.at)
    return Reply(messages=(show("calendar", card_subject(turn.person)),))


async def press_renew(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001  # called as all presses are
    """Give the feed of who pressed another address; the card shows it.

    Raises:
        NotAllowed: the person may see no commitment.
    """
    await renew_calendar(turn.person, begin=begin, catalogue=turn.catalogue, at=turn.at)
    return Reply(card=show("calendar", card_subject(turn.person)), toast=say("calendar-renewed"))
