"""The list of requests, a page at a time: a person's own, or those of a unit."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.cards.elements import GOOD, STANDING, URGENT, Frame, Shown, Writer
from dialogs.cards.request import RequestFacts, name_of
from dialogs.cards.story import TONES
from dialogs.cards.when import wanted
from domain.requests import RequestKind
from texts.format import moment

MOST_LISTED = 8
SOME = frozenset({"open", "over", "late"})
"""Which requests a list can be narrowed to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """Which page of which list: `which` is `open`, `over`, or empty for all; pages count from 1."""

    number: int = 1
    which: str = ""
    is_of_unit: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ListFacts:
    """What the list shows. `count_open` counts the open ones of all its pages."""

    requests: Sequence[RequestFacts]
    page: Page
    has_more: bool = False
    count_open: int = 0


def requests_card(facts: ListFacts, frame: Frame) -> Shown:
    """Return a page of the list, open ones first, or what to do where there is nothing to list."""
    write = Writer(frame)
    page = facts.page
    write.heading(write.words("requests-heading-unit" if page.is_of_unit else "requests-heading"))
    summary = _summary(write, facts)
    standing = URGENT if page.which == "late" else STANDING
    write.status(standing if facts.count_open and page.which != "over" else GOOD, summary)
    for each in facts.requests:
        _listed(write, each, is_followed=each.is_of_others and not page.is_of_unit)
    if page.number > 1 or facts.has_more:
        write.hint(write.words("requests-page", page=str(page.number)))
    if facts.requests or page.which != "late":
        write.hint(write.words("requests-hint" if facts.requests else "requests-none-hint"))
    _turning(write, facts)
    return write.finish(summary)


def _summary(write: Writer, facts: ListFacts) -> str:
    page = facts.page
    if not facts.requests:
        return write.words(f"requests-none-{page.which}" if page.which in SOME else "requests-none")
    if page.which == "late":
        return write.words("requests-late", count=facts.count_open)
    return (
        write.words("requests-over") if page.which == "over" else write.words("requests-count", count=facts.count_open)
    )


def _turning(write: Writer, facts: ListFacts) -> None:
    """Put the ways to the pages beside this one, and from an empty list to what can be ordered."""
    page = facts.page
    data = {"which": page.which, "scope": "unit" if page.is_of_unit else ""}
    if facts.has_more:
        label, way = write.words("requests-next"), write.words("way-requests-next")
        write.button("requests.show", label=label, way=way, page=page.number + 1, **data)
    if page.number > 1:
        label, way = write.words("requests-previous"), write.words("way-requests-previous")
        write.button("requests.show", label=label, way=way, page=page.number - 1, **data)
    if page.which == "late":
        way = "way-requests-all-unit" if page.is_of_unit else "way-requests-all"
        label, which = write.words("requests-all"), data | {"which": ""}
        write.button("requests.show", label=label, way=write.words(way), page=1, **which)
    elif not facts.requests:
        write.button("catalogue.show", label=write.words("catalogue-open"), way=write.words("way-catalogue-show"))


def _listed(write: Writer, facts: RequestFacts, *, is_followed: bool) -> None:
    request = facts.request
    detail = " · ".join(_details(write, facts))
    name = name_of(facts, write.language)
    standing = [write.words(f"status-{request.status.replace('_', '-')}")]
    standing += [write.words("late-short")] if facts.is_late else []
    standing += [write.words("followed-short")] if is_followed else []
    tone = URGENT if facts.is_late else TONES[request.status]
    press = write.press("request.show", write.words("requests-open", id=request.id), request=request.id)
    write.entry(name, detail, number=request.id, tone=tone, status=" · ".join(standing), press=press)


def _details(write: Writer, facts: RequestFacts) -> list[str]:
    request, today = facts.request, write.frame.today
    when = ""
    if request.done_at is not None:
        when = moment(request.done_at, write.language, today)
    elif request.kind is RequestKind.ORDER and (request.wanted_start or request.wanted_end):
        when = wanted(request.wanted_start, request.wanted_end, write.language, today)
    return [each for each in (request.place or "", when) if each]
