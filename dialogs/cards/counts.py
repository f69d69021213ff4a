"""The cards that count what was reported in a month: sent to other parties, and deviations from the agreements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogs.cards.elements import GOOD, STANDING, WARNING, Frame, Shown, Writer
from dialogs.cards.request import RequestFacts, name_of
from dialogs.cards.story import TONES
from texts.format import listed, month, opening

MOST_OBJECTS = 6
MOST_LISTED = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class SentTo:
    """What one party was sent: its name, each object with how many, and how many are open or came back."""

    name: str
    objects: Sequence[tuple[str, int]]
    total: int
    open: int = 0
    returned: int = 0


def forwarded_card(parties: Sequence[SentTo], on: date, frame: Frame, *, names: Sequence[str] = ()) -> Shown:
    """Return how much was sent to whom in the month of *on*; *names* are the parties that were asked about."""
    write = Writer(frame)
    heading = write.words("forwarded-heading", month=month(f"{on:%Y-%m}", frame.language))
    write.heading(heading)
    total = sum(each.total for each in parties)
    asked = listed(names, frame.language, is_choice=True)
    summary = write.words("forwarded-count-to" if asked else "forwarded-count", count=total, names=asked)
    write.status(STANDING, summary)
    for each in parties:
        _sent(write, each)
    write.hint(write.words("forwarded-hint"))
    return write.finish(f"{heading}: {summary}")


def _sent(write: Writer, sent: SentTo) -> None:
    write.title(write.words("forwarded-party", name=sent.name, count=sent.total))
    write.points([f"{name}: {count}" for name, count in sent.objects[:MOST_OBJECTS]])
    if others := sum(count for _, count in sent.objects[MOST_OBJECTS:]):
        write.hint(write.words("forwarded-others", count=others))
    more = [("forwarded-open", sent.open), ("forwarded-returned", sent.returned)]
    told = [write.words(key, count=count) for key, count in more if count]
    if told:
        write.hint(opening(", ".join(told)))


def deviations_card(units: Sequence[tuple[str, int]], still: Sequence[RequestFacts], on: date, frame: Frame) -> Shown:
    """Return how many deviations each unit reported in the month of *on*, and which are *still* open."""
    write = Writer(frame)
    heading = write.words("deviations-heading", month=month(f"{on:%Y-%m}", frame.language))
    write.heading(heading)
    total = sum(count for _, count in units)
    summary = write.words("deviations-count", count=total)
    write.status(WARNING if total else GOOD, summary)
    write.points([f"{name}: {count}" for name, count in units])
    if still:
        write.title(write.words("deviations-open", count=len(still)))
    for each in still[:MOST_LISTED]:
        _open_one(write, each)
    if len(still) > MOST_LISTED:
        write.hint(write.words("list-more", count=len(still) - MOST_LISTED))
    write.hint(write.words("deviations-hint"))
    return write.finish(f"{heading}: {summary}")


def _open_one(write: Writer, facts: RequestFacts) -> None:
    request = facts.request
    where = [facts.unit.name.of(write.language), request.place or ""]
    status = write.words(f"status-{request.status.replace('_', '-')}")
    press = write.press("request.show", write.words("requests-open", id=request.id), request=request.id)
    write.entry(
        name_of(facts, write.language),
        " · ".join(each for each in where if each),
        number=request.id,
        tone=TONES[request.status],
        status=status,
        press=press,
    )
