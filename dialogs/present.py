"""Wording a message: a sentence, or a card of its subject as it is now, for one reader."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from actions.agreements import hold_agreement
from actions.calendars import calendar_version
from actions.confirming import hold_standing, standing_version
from actions.covering import uncovered_version
from actions.day import brief_version
from actions.ports import Work
from catalog.models import Catalogue
from dialogs.cards.elements import Element, Shown, Sign
from dialogs.cards.plain import cut
from dialogs.refusing import REFUSED, say_not_allowed
from dialogs.views.absence import show_absence
from dialogs.views.agreed import show_agreed
from dialogs.views.agreements import show_agreement, show_agreements
from dialogs.views.announced import show_announcements
from dialogs.views.announcements import show_announcement, show_information
from dialogs.views.approvals import show_approval
from dialogs.views.asked import Asked, Hidden
from dialogs.views.assignments import show_assignment, show_assignments
from dialogs.views.audit import show_audit
from dialogs.views.board import show_board
from dialogs.views.brief import show_brief
from dialogs.views.calendars import show_calendar
from dialogs.views.catalogue import show_catalogue, show_service
from dialogs.views.causes import show_causes
from dialogs.views.claims import show_claim
from dialogs.views.counts import show_deviations, show_forwarded
from dialogs.views.handing_on import show_handing
from dialogs.views.hours import show_hours
from dialogs.views.indicators import show_indicator, show_indicators
from dialogs.views.orders import show_choice, show_order
from dialogs.views.others import (
    show_commitment,
    show_help,
    show_welcome,
)
from dialogs.views.plan import show_plan
from dialogs.views.promises import show_promises
from dialogs.views.questions import show_question, show_questions
from dialogs.views.requests import (
    show_queue,
    show_rating,
    show_receipt,
    show_request,
    show_requests,
)
from dialogs.views.round import show_round
from dialogs.views.series import show_series
from dialogs.views.standing import show_standing
from dialogs.views.substitutes import show_substitute
from dialogs.views.surveys import show_result, show_survey
from dialogs.views.talks import show_talk
from dialogs.views.training import show_expiring, show_training
from dialogs.views.uncovered import show_uncovered
from dialogs.views.unreached import show_undeliverable
from dialogs.views.unsure import show_same, show_unsure
from dialogs.views.wheel import show_wheel
from domain.errors import NotFound
from domain.notices import Message, Value
from domain.people import Person
from texts import has, say
from texts.format import hours, local_day, moment, money, month, near_day

VIEWS: Mapping[str, Callable[[Asked], Awaitable[Shown]]] = {
    "order": show_order,
    "choice": show_choice,
    "request": show_request,
    "receipt": show_receipt,
    "unsure": show_unsure,
    "same": show_same,
    "approval": show_approval,
    "queue": show_queue,
    "claim": show_claim,
    "assignment": show_assignment,
    "plan": show_plan,
    "handing": show_handing,
    "training": show_training,
    "expiring": show_expiring,
    "board": show_board,
    "brief": show_brief,
    "rating": show_rating,
    "requests": show_requests,
    "assignments": show_assignments,
    "catalogue": show_catalogue,
    "service": show_service,
    "help": show_help,
    "welcome": show_welcome,
    "survey": show_survey,
    "result": show_result,
    "question": show_question,
    "questions": show_questions,
    "commitment": show_commitment,
    "wheel": show_wheel,
    "calendar": show_calendar,
    "causes": show_causes,
    "announcement": show_announcement,
    "announcements": show_announcements,
    "information": show_information,
    "series": show_series,
    "absence": show_absence,
    "agreed": show_agreed,
    "audit": show_audit,
    "promises": show_promises,
    "indicators": show_indicators,
    "indicator": show_indicator,
    "hours": show_hours,
    "standing": show_standing,
    "uncovered": show_uncovered,
    "undeliverable": show_undeliverable,
    "round": show_round,
    "forwarded": show_forwarded,
    "deviations": show_deviations,
    "talk": show_talk,
    "substitute": show_substitute,
    "agreement": show_agreement,
    "agreements": show_agreements,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Presented:
    """A worded message. `card` is None for a sentence; `text` says all that the card says."""

    text: str
    card: Element | None
    summary: str
    version: int
    again_seconds: int = 0


async def present(
    message: Message,
    *,
    work: Work,
    reader: Person,
    catalogue: Catalogue,
    at: datetime,
    sign: Sign,
    is_again: bool = False,
) -> Presented:
    """Return *message* in words for *reader*. Who may not see its subject gets a sentence that tells nothing of it.

    `is_again`: it stands on a card of theirs that is shown anew, so that they could see it before.

    Raises:
        KeyError: no view has that name.
        MissingText: no sentence has that key, or a value that it needs is missing.
    """
    asked = Asked(message=message, work=work, reader=reader, catalogue=catalogue, at=at, sign=sign)
    if message.view is None:
        return _sentence(await _worded(asked))
    # Read before what the card shows: where somebody changes it between the two, the card is said to be older than it
    # is, and shown anew. Said to be newer, it would stay as it is for good.
    version = await _find_version(message.subject, work=work)
    try:
        shown = await VIEWS[message.view](asked)
    except (Hidden, NotFound):
        return _sentence(say("not-for-you-now" if is_again else "not-for-you", reader.language))
    if version is None:
        version = await version_of(message.subject, work=work)
    again = shown.again_seconds
    return Presented(text=shown.text, card=shown.card, summary=shown.summary, version=version, again_seconds=again)


async def _find_version(subject: str | None, *, work: Work) -> int | None:
    try:
        return await version_of(subject, work=work)
    except NotFound:
        return None


class _Versioned(Protocol):
    @property
    def version(self) -> int: ...


class _Keeper(Protocol):
    async def get(self, key: str, /) -> _Versioned: ...


_KEEPERS: Mapping[str, Callable[[Work], _Keeper]] = {
    "agreement": lambda work: work.agreements,
    "announcement": lambda work: work.announcements,
    "information": lambda work: work.announcements,
    "draft": lambda work: work.drafts,
    "request": lambda work: work.requests,
    "series": lambda work: work.series,
    "assignment": lambda work: work.assignments,
    "absence": lambda work: work.absences,
    "substitute": lambda work: work.substitutions,
    "talk": lambda work: work.talks,
}
_COUNTED: Mapping[str, Callable[..., Awaitable[int]]] = {
    "standing": standing_version,
    "uncovered": uncovered_version,
    "brief": brief_version,
    "calendar": calendar_version,
    "plan": brief_version,
}
"""What has no row of its own, and so no version but what its parts come to."""


async def version_of(subject: str | None, *, work: Work) -> int:
    """Return the version of what *subject* names: that of its row, or 1 where it has none.

    Raises:
        NotFound: there is no such draft, request, series, assignment or talk.
    """
    kind, _, identifier = (subject or "").partition(":")
    keeper = _KEEPERS.get(kind)
    if keeper is not None and identifier:
        return (await keeper(work).get(identifier)).version
    counted = _COUNTED.get(kind)
    return await counted(identifier, work=work) if counted is not None else 1


async def held_version_of(subject: str | None, *, work: Work) -> int:
    """Return the version as `version_of` does, of a request or assignment held until this transaction ends.

    So whoever waited for another to change it sees that it is another than the one they looked at. The request is held
    first, as everywhere, lest two wait in a ring.
    """
    kind, _, identifier = (subject or "").partition(":")
    if kind == "assignment":
        glance = await work.assignments.get(identifier)
        if glance.request is not None:
            await work.requests.get_locked(glance.request)
        await hold_standing(work, glance)
        return (await work.assignments.get_locked(identifier)).version
    if kind == "agreement":
        return await hold_agreement(identifier, work=work)
    if kind == "request":
        return (await work.requests.get_locked(identifier)).version
    return await version_of(subject, work=work)


def _sentence(text: str) -> Presented:
    return Presented(text=text, card=None, summary=cut(text, 160), version=1)


async def _worded(asked: Asked) -> str:
    """Return the message's sentence, its codes, moments and sums put in words."""
    if asked.message.text == REFUSED:
        return await say_not_allowed(asked)
    values = asked.message.values
    people = await asked.names([str(code) for name, code in values.items() if _ends(name, "person") and code])
    worded = {name: _word(asked, name, value, people) for name, value in values.items()}
    for name in (each for each in values if _ends(each, "place_request")):
        worded[name] = await _place_of(asked, asked.value(name)) or "none"
    return say(asked.message.text or "", asked.language, **worded)


async def _place_of(asked: Asked, request: str) -> str:
    """Return where a request is to be done, as it stands now; nothing where it does not say, or there is none."""
    return ((await asked.work.requests.get(request)).place or "") if request else ""


def _word(asked: Asked, name: str, value: Value, people: Mapping[str, str]) -> str | int:
    """Return one value in words, as the end of its name says what it is."""
    if value is None or value == "":
        return ""
    if isinstance(value, int):
        return int(value)
    if _ends(name, "person"):
        return people.get(value) or say("person-unknown", asked.language)
    return _measured(asked, name, value) or _named(asked, name, value) or value


def _measured(asked: Asked, name: str, value: str) -> str:
    language, today = asked.language, local_day(asked.at)
    if name.endswith("_at"):
        return moment(datetime.fromisoformat(value), language, today)
    if name.endswith("_on"):
        return near_day(date.fromisoformat(value), language, today)
    if _ends(name, "month"):
        return month(value, language)
    if _ends(name, "sek"):
        return money(Decimal(value), language)
    return hours(Decimal(value), language) if _ends(name, "hours") else ""


def _named(asked: Asked, name: str, code: str) -> str:
    """Return the name of what *code* stands for, or nothing when *name* is not that of a code."""
    catalogue, language = asked.catalogue, asked.language
    if _ends(name, "service") and code in catalogue.services:
        return catalogue.services[code].name.of(language)
    if _ends(name, "unit") and code in catalogue.units:
        return catalogue.units[code].name.of(language)
    if _ends(name, "party") and code in catalogue.parties:
        return catalogue.parties[code].name.of(language)
    if _ends(name, "object") and code in catalogue.boundary:
        return catalogue.boundary[code].object.of(language)
    key = f"status-{code.replace('_', '-')}"
    return say(key, language).lower() if _ends(name, "status") and has(key) else ""


def _ends(name: str, kind: str) -> bool:
    return name == kind or name.endswith(f"_{kind}")
