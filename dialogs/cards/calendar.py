"""The year wheel in one's own calendar: the address, how to use it, and how to get another."""

from dialogs.cards.elements import Frame, Shown, Writer


def calendar_card(address: str, frame: Frame) -> Shown:
    """Return the card of a feed's *address*, which is empty where the desk has none that is reached from outside."""
    write = Writer(frame)
    heading = write.words("calendar-heading")
    write.heading(heading)
    if not address:
        write.line(write.words("calendar-no-address"))
        return write.finish(heading)
    write.line(write.words("calendar-how"))
    write.row(write.words("label-address"), address)
    write.links([(write.words("calendar-open"), address)])
    write.hint(write.words("calendar-secret"))
    write.button("calendar.renew")
    return write.finish(heading)
