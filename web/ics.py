"""The year wheel as iCalendar (RFC 5545): a day for each commitment, in the words of whose calendar it is."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from actions.calendars import CalendarPage
from domain.commitments import Commitment, CommitmentStatus
from texts import say

AGAIN = timedelta(hours=6)
"""How often calendars are asked to look for what is new."""
DOMAIN = "vaktis"


def written(page: CalendarPage, *, at: datetime) -> bytes:
    """Return the feed, stamped with the day of *at*.

    An event keeps its UID for good, so that a day that is moved moves in the calendar too.
    """
    language = page.person.language
    # By the day, so that what is unchanged is the same byte for byte when it is asked for again.
    stamp = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    calendar = Calendar()
    calendar.add("prodid", "-//Vaktis//Year wheel//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", say("calendar-name", language))
    calendar.add("x-wr-calname", say("calendar-name", language))
    calendar.add("refresh-interval", AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for each in page.commitments:
        calendar.add_component(_event(each, language, stamp=stamp, sequence=page.sequence))
    whole: bytes = calendar.to_ical()
    return whole


def _event(commitment: Commitment, language: str, *, stamp: datetime, sequence: int) -> Event:
    title = commitment.title_en if language == "en" else commitment.title_sv
    kind = say(f"commitment-kind-{_dashed(commitment.kind)}", language)
    status = say(f"commitment-{_dashed(commitment.status)}", language)
    is_finished = commitment.status is CommitmentStatus.FINISHED
    event = Event()
    event.add("uid", f"commitment-{commitment.code.lower()}@{DOMAIN}")
    event.add("dtstamp", stamp)
    event.add("sequence", sequence)
    event.add("dtstart", commitment.due)
    event.add("dtend", commitment.due + timedelta(days=1))
    event.add("summary", f"{title} ({status})" if is_finished else title)
    event.add("description", say("calendar-about", language, kind=kind, code=commitment.code, status=status))
    event.add("categories", [kind])
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _dashed(code: str) -> str:
    return code.replace("_", "-")
