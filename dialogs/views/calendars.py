"""The view of the address under which somebody reads the year wheel in their own calendar."""

from actions.calendars import address_of, calendar_version, card_subject
from dialogs.cards.calendar import calendar_card
from dialogs.cards.elements import Shown
from dialogs.views.asked import Asked, Hidden
from dialogs.views.files import PUBLIC_URL


async def show_calendar(asked: Asked) -> Shown:
    """Return the reader's own address; nobody sees another's."""
    if asked.message.subject != card_subject(asked.reader):
        raise Hidden
    secret = await address_of(asked.reader, work=asked.work)
    base = await asked.work.settings.find(PUBLIC_URL) or ""
    version = await calendar_version(asked.reader.code, work=asked.work)
    return calendar_card(f"{base}/calendar/{secret}.ics" if base and secret else "", asked.frame(version))
