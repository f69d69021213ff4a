"""The views of a request."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from actions.giving import SECONDS, UNDER_WAY
from actions.joining import JOINED
from actions.parties import PARTY
from actions.planning import bundle_of
from actions.queue import length_of, suggestions_for
from actions.remarks import ACTION as INTERNAL
from actions.remarks import REMARKED
from actions.requests import ANSWERED, ASKED, asked_before_answer
from actions.substitutes import may_answer
from dialogs.cards.elements import Shown
from dialogs.cards.lists import MOST_LISTED, ListFacts, Page, requests_card
from dialogs.cards.queue import queue_card
from dialogs.cards.request import RequestFacts, rating_card, receipt_card, request_card
from dialogs.cards.story import Told
from dialogs.place_names import event_in_language, in_language
from dialogs.views.asked import Asked, Hidden
from dialogs.views.files import files_of, subjects_of
from dialogs.views.series import recurring_of
from domain.assignments import Assignment, AssignmentStatus
from domain.audit import AGREED_HOURS, LEFT_HOURS
from domain.dispatch import Suggestion
from domain.notices import Event
from domain.parties import PartyAnswer
from domain.people import Role
from domain.requests import CHANGEABLE, Listing, RequestKind, RequestStatus, ServiceRequest
from domain.splitting import at_work, missing_of
from texts.format import listed

A, S = AssignmentStatus, RequestStatus
TAKEN = frozenset({A.ACCEPTED, A.STARTED, A.PAUSED, A.DONE})
MOST_COUNTED = 200


async def show_request(asked: Asked, *, request_id: str | None = None) -> Shown:
    """Return the card that the request's maker follows."""
    facts = await read_request(asked, request_id or asked.id)
    return request_card(facts, asked.frame(facts.request.version, subject=f"request:{facts.request.id}"))


async def show_receipt(asked: Asked) -> Shown:
    """Return the receipt of a reported fault."""
    facts = await read_request(asked, asked.id)
    return receipt_card(facts, asked.frame(facts.request.version))


async def show_rating(asked: Asked) -> Shown:
    """Return the card that asks for a mark."""
    facts = await read_request(asked, asked.id)
    return rating_card(facts, asked.frame(facts.request.version))


async def show_queue(asked: Asked) -> Shown:
    """Return the coordinator's card; who could take it is looked up only while it is to be given."""
    facts = await read_request(asked, asked.id)
    missing = await _missing(asked, facts.request)
    is_queued = facts.request.status is S.QUEUED and not facts.offered_to
    is_to_give = (is_queued or bool(missing)) and "request.assign" in facts.may
    found = (
        await suggestions_for(facts.request, work=asked.work, catalogue=asked.catalogue, at=asked.at)
        if is_to_give
        else ()
    )
    if missing:
        given = at_work(await asked.work.assignments.of_request(facts.request.id))
        found = [each for each in found if each.person.code not in {part.person for part in given}]
    facts = replace(facts, is_uncovered=bool(found) and await _is_uncovered(asked, found))
    bundled = await _bundled(asked, facts, found) if facts.request.status is S.QUEUED else ()
    return queue_card(facts, found, asked.frame(facts.request.version), bundled=bundled, missing=missing)


async def _missing(asked: Asked, request: ServiceRequest) -> Decimal:
    """Return how many hours nobody has of what somebody else has the rest of."""
    given = await asked.work.assignments.of_request(request.id)
    if request.status not in UNDER_WAY or not at_work(given):
        return Decimal(0)
    return Decimal(round(missing_of(length_of(request), given).total_seconds())) / SECONDS


async def _bundled(asked: Asked, facts: RequestFacts, found: Sequence[Suggestion]) -> Sequence[str]:
    """Return the numbers of the small jobs that whoever is suggested can take with the request."""
    if not found or not found[0].has_room:
        return ()
    best = found[0].person
    bundled = await bundle_of(facts.request, best, work=asked.work, catalogue=asked.catalogue, at=asked.at)
    return [each.id for each in bundled]


async def _is_uncovered(asked: Asked, found: Sequence[Suggestion]) -> bool:
    """Tell whether somebody was asked, and nobody with room is left who was not."""
    given = await asked.work.assignments.of_request(asked.id)
    before = {each.person for each in given if each.status in {A.DECLINED, A.WITHDRAWN}}
    return bool(before) and all(each.person.code in before or not each.has_room for each in found)


async def show_requests(asked: Asked) -> Shown:
    """Return a page of the reader's own requests, or of their units' where they may see those; open ones first."""
    listing = await _with_joined(asked, listing_of(asked))
    page = Page(
        number=max(1, int(asked.value("page") or 1)), which=asked.value("which"), is_of_unit=bool(listing.units)
    )
    start = (page.number - 1) * MOST_LISTED
    found = await asked.work.requests.listed(listing, limit=MOST_LISTED + 1, offset=start)
    count_open = await asked.work.requests.count_listed(replace(listing, is_open=True), most=MOST_COUNTED)
    shown = [plain_facts(asked, request) for request in found[:MOST_LISTED]]
    facts = ListFacts(requests=shown, page=page, has_more=len(found) > MOST_LISTED, count_open=count_open)
    return requests_card(facts, asked.frame())


async def _with_joined(asked: Asked, listing: Listing) -> Listing:
    """Return the listing of somebody's own requests with the reports that they have joined."""
    if listing.requester is None:
        return listing
    joined = await asked.work.events.joined_by(listing.requester)
    return replace(listing, joined=tuple(subject.removeprefix("request:") for subject in joined))


def listing_of(asked: Asked) -> Listing:
    """Return which requests the message asks for. Of units, only those where the reader may see every request."""
    is_open = {"open": True, "over": False}.get(asked.value("which"))
    late_at = asked.at if asked.value("which") == "late" else None
    if asked.value("scope") == "unit":
        units = tuple(unit for unit in asked.reader.units if asked.allows("request.read", unit=unit))
        if units:
            return Listing(units=units, is_open=is_open, late_at=late_at)
    return Listing(requester=asked.reader.code, is_open=is_open, late_at=late_at)


def plain_facts(asked: Asked, request: ServiceRequest) -> RequestFacts:
    """Return what the catalogue knows of the request, without its people and story."""
    catalogue = asked.catalogue
    return RequestFacts(
        request=in_language(request, catalogue=catalogue, language=asked.language),
        unit=catalogue.units[request.unit],
        service=catalogue.services.get(request.service or ""),
        row=catalogue.boundary.get(request.object or ""),
        party=catalogue.parties.get(request.party or ""),
        is_late=request.is_late(asked.at),
        is_of_others=request.requester != asked.reader.code,
        is_elsewhere=asked.reader.units != (request.unit,),
    )


async def read_request(asked: Asked, request_id: str) -> RequestFacts:
    """Return all that the cards of a request show to the reader.

    Raises:
        Hidden: the reader may not see it.
        RequestNotFound: there is none.
    """
    request = await asked.work.requests.get(request_id)
    assignments = await asked.work.assignments.of_request(request_id)
    events = await asked.work.events.of_subject(f"request:{request_id}")
    joined = [each.person for each in events if each.what == JOINED]
    is_own = asked.reader.code in {request.requester, *joined, *(each.person for each in assignments)}
    if not asked.allows("request.read", unit=request.unit, is_own=is_own):
        raise Hidden
    concerned = [asked.value("by_person"), request.requester, *(each.person for each in assignments)]
    names = await asked.names([*concerned, *(each.person or "" for each in events)])
    is_asked = request.status is S.AWAITING_APPROVAL
    is_inside = asked.allows(INTERNAL, unit=request.unit, is_own=is_own)
    told = [each for each in events if is_inside or each.what != REMARKED]
    story = tuple(_told(asked, event, request.unit, names) for event in told)
    plain = _with_work(asked, plain_facts(asked, request), assignments, names)
    return replace(
        _with_news(asked, plain, names),
        requester=names.get(request.requester, ""),
        approvers=await asked.named_with(Role.PRINCIPAL, unit=request.unit) if is_asked else (),
        story=story,
        asking=tuple(each for each in story if each.event.what in {ASKED, ANSWERED}) if is_asked else (),
        left=_left(events) if asked.allows("agreement.read", unit=request.unit) else None,
        asking_name=names.get(_asker(asked, asked_before_answer(request, events)), ""),
        may=await _may_answer(asked, request)
        | _may(asked, request, is_own=is_own, is_follower=asked.reader.code in joined),
        recurring=await recurring_of(asked, request),
        files=await files_of(asked, *subjects_of(request)),
        party_said=await _party_said(asked, request),
    )


def _with_work(
    asked: Asked, facts: RequestFacts, assignments: Sequence[Assignment], names: Mapping[str, str]
) -> RequestFacts:
    """Return the facts with who has the work, is asked to take it, or did it before it was opened again."""
    last = _last(assignments, TAKEN)
    before = last if last and last.status is A.DONE and facts.request.is_open else None
    taken = None if before else last
    offered = _last(assignments, frozenset({A.OFFERED}))
    return replace(
        facts,
        employee=_at_work(asked, assignments, names) or (names.get(taken.person, "") if taken else ""),
        offered_to=names.get(offered.person, "") if offered else "",
        planned_at=taken.planned_start if taken else None,
        worked_hours=taken.hours if taken else None,
        done_before_by=names.get(before.person, "") if before else "",
    )


def _with_news(asked: Asked, facts: RequestFacts, names: Mapping[str, str]) -> RequestFacts:
    """Return the facts with what the message tells of: what has changed, and why it comes now."""
    return replace(
        facts,
        changed=tuple(asked.codes("changed")),
        changed_by=names.get(asked.value("by_person"), ""),
        asked_at=datetime.fromisoformat(asked.value("asked_at")) if asked.value("asked_at") else None,
        is_soon=bool(asked.value("soon")),
    )


def _at_work(asked: Asked, assignments: Sequence[Assignment], names: Mapping[str, str]) -> str:
    """Return the names of those who have taken a part of the work on, where there are several."""
    parts = at_work(assignments)
    return listed([names[each.person] for each in parts if each.person in names], asked.language) if parts[1:] else ""


async def _party_said(asked: Asked, request: ServiceRequest) -> PartyAnswer | None:
    """Return what the party of the request said last, or None."""
    said = await asked.work.parties.answers(request.id) if request.party is not None else ()
    return next((each for each in reversed(said) if each.party == request.party), None)


def _asker(asked: Asked, person: str | None) -> str:
    """Return who asked and waits for an answer; nobody answers their own question."""
    return "" if person is None or person == asked.reader.code else person


async def _may_answer(asked: Asked, request: ServiceRequest) -> frozenset[str]:
    """Return whether the reader may approve or reject: as a principal, or for one today."""
    if request.status is not S.AWAITING_APPROVAL:
        return frozenset()
    is_allowed = await may_answer(request, asked.reader, work=asked.work, catalogue=asked.catalogue, at=asked.at)
    return frozenset({"request.approve"}) if is_allowed else frozenset()


def _left(events: Sequence[Event]) -> tuple[Decimal, Decimal] | None:
    """Return what the order left of its month's agreed hours when it was placed, and how many those are."""
    changed = next((each.changed for each in events if each.changed and AGREED_HOURS in each.changed), None)
    return None if changed is None else (Decimal(str(changed[LEFT_HOURS][1])), Decimal(str(changed[AGREED_HOURS][1])))


def _told(asked: Asked, event: Event, unit: str, names: Mapping[str, str]) -> Told:
    shown = event_in_language(event, unit=unit, catalogue=asked.catalogue, language=asked.language)
    party = asked.catalogue.parties.get((event.person or "").removeprefix(PARTY))
    name = party.name.of(asked.language) if party is not None else names.get(event.person or "", "")
    return Told(event=shown, name=name)


def _last(assignments: Sequence[Assignment], statuses: frozenset[AssignmentStatus]) -> Assignment | None:
    return next((each for each in reversed(assignments) if each.status in statuses), None)


def _may(asked: Asked, request: ServiceRequest, *, is_own: bool, is_follower: bool) -> frozenset[str]:
    """Return what the reader may press, as the table and the request's status let them.

    Whoever only follows a colleague's report has no button that takes it back for everybody; they can still say so.
    """
    unit, status = request.unit, request.status
    is_maker = asked.reader.code == request.requester
    may = {
        "request.cancel": request.can(S.CANCELLED)
        and not is_follower
        and asked.allows("order.cancel", unit=unit, is_own=is_maker),
        "request.reopen": status is S.DONE and asked.allows("request.reopen", unit=unit, is_own=is_maker),
        "request.rate": status in {S.DONE, S.CLOSED} and asked.allows("request.rate", unit=unit, is_own=is_maker),
        "request.comment": request.is_open and asked.allows("request.comment", unit=unit, is_own=is_own),
        INTERNAL: request.is_open and asked.allows(INTERNAL, unit=unit, is_own=is_own),
        "request.assign": asked.allows("request.assign", unit=unit),
        "request.change": status in CHANGEABLE and asked.allows("order.create", unit=unit),
        "request.again": request.kind is RequestKind.ORDER
        and not request.is_open
        and asked.allows("order.create", unit=unit),
    }
    return frozenset(verb for verb, is_allowed in may.items() if is_allowed)
