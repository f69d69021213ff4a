"""The list of a person's requests."""

from collections.abc import Sequence

from dialogs.cards.elements import GOOD, STANDING, Frame, Shown, Writer
from dialogs.cards.request import RequestFacts, name_of
from dialogs.cards.story import TONES
from dialogs.cards.when import wanted
from domain.requests import RequestKind
from texts.format import moment

MOST_LISTED = 8


def requests_card(mine: Sequence[RequestFacts], total: int, frame: Frame) -> Shown:
    """Return the list of *mine*, open first; *total* counts also those that are not in it."""
    write = Writer(frame)
    is_open = [each for each in mine if each.request.is_open]
    write.heading(write.words("requests-heading"))
    summary = write.words("requests-count", count=len(is_open)) if mine else write.words("requests-none")
    write.status(STANDING if is_open else GOOD, summary)
    for facts in mine[:MOST_LISTED]:
        _listed(write, facts)
    if total > MOST_LISTED:
        write.hint(write.words("list-more", count=total - MOST_LISTED))
    write.hint(write.words("requests-hint" if mine else "requests-none-hint"))
    return write.finish(summary)


def _listed(write: Writer, facts: RequestFacts) -> None:
    request = facts.request
    status = write.words(f"status-{request.status.replace('_', '-')}")
    detail = " · ".join(_details(write, facts))
    name = name_of(facts, write.language)
    write.entry(name, detail, tone=TONES[request.status], status=f"{status} · {request.id}")


def _details(write: Writer, facts: RequestFacts) -> list[str]:
    request, today = facts.request, write.frame.today
    when = ""
    if request.done_at is not None:
        when = moment(request.done_at, write.language, today)
    elif request.kind is RequestKind.ORDER and (request.wanted_start or request.wanted_end):
        when = wanted(request.wanted_start, request.wanted_end, write.language, today)
    return [each for each in (request.place or "", when) if each]
