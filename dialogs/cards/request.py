"""The cards of a request: for who made it, for who approves it, for who rates it, and the receipt of a report."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from actions.requests import ASKED
from catalog.models import BoundaryRow, Party, Service, Unit
from dialogs.cards.elements import GOOD, URGENT, WARNING, Frame, Shown, Writer
from dialogs.cards.files import Attached, files_row
from dialogs.cards.party import party_said_rows
from dialogs.cards.series import Recurring, belongs_rows, series_section
from dialogs.cards.story import Told, status_rows, story_rows
from dialogs.cards.when import time_rows
from dialogs.draft_inputs import LONGEST_NOTE, LONGEST_PLACE, prefilled
from dialogs.request_inputs import as_draft
from domain.parties import PartyAnswer, PartyStep
from domain.requests import HIGHEST_RATING, LOWEST_RATING, RequestKind, RequestStatus, ServiceRequest
from texts.format import hours, listed, local_day, moment, money, number, opening

S = RequestStatus
LONGEST_COMMENT = 500
LARGEST_NOTE_BYTES = 1500
MOST_ASKED = 4
NEUTRAL_RATING = 4
"""What the marks stand at before anybody chooses, so that one press is enough."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RequestFacts:
    """What the cards of a request show. Names are those of people; `may` holds the verbs that the reader may press.

    `changed` are the parts that the message tells have changed: some of `time place hours count note`. `done_before_by`
    did it last, where it has been opened again since; `is_late` tells whether the promised time has passed, `is_soon`
    whether most of the time until then has, `is_uncovered` whether nobody is left who could be asked. `asked_at` tells
    since when a principal is reminded of it. `asking` is what an approver asked and was answered before approving, and
    `asking_name` who waits for an answer. `left` is what the order left of its month's agreed hours, and how many those
    are, for who may read that. `party_said` is what the party that it was sent to has said last.
    `is_of_others` tells that somebody else than the reader made it, and `is_elsewhere` that it is of a unit that is not
    the reader's only one.
    """

    request: ServiceRequest
    unit: Unit
    service: Service | None = None
    row: BoundaryRow | None = None
    party: Party | None = None
    requester: str = ""
    employee: str = ""
    offered_to: str = ""
    planned_at: datetime | None = None
    approvers: tuple[str, ...] = ()
    worked_hours: Decimal | None = None
    story: tuple[Told, ...] = ()
    may: frozenset[str] = frozenset()
    recurring: Recurring | None = None
    files: Sequence[Attached] = ()
    changed: tuple[str, ...] = ()
    changed_by: str = ""
    done_before_by: str = ""
    is_late: bool = False
    is_soon: bool = False
    is_uncovered: bool = False
    asked_at: datetime | None = None
    asking: tuple[Told, ...] = ()
    asking_name: str = ""
    left: tuple[Decimal, Decimal] | None = None
    party_said: PartyAnswer | None = None
    is_of_others: bool = False
    is_elsewhere: bool = False


def name_of(facts: RequestFacts, language: str) -> str:
    """Return what the request is about: its service, its object, or else its number."""
    if facts.service is not None:
        return facts.service.name.of(language)
    return facts.row.object.of(language) if facts.row is not None else facts.request.id


def open_request(facts: RequestFacts, frame: Frame) -> Writer:
    """Return a card begun with the request's heading."""
    write = Writer(frame)
    kind = "order" if facts.request.kind is RequestKind.ORDER else "issue"
    write.heading(name_of(facts, frame.language), over=write.words(f"request-over-{kind}", id=facts.request.id))
    return write


def whose_rows(write: Writer, facts: RequestFacts) -> None:
    """Put which unit it is for, where that can be another, and who ordered or reported it."""
    is_order = facts.request.kind is RequestKind.ORDER
    write.row(write.words("label-unit"), facts.unit.name.of(write.language) if facts.is_elsewhere else "")
    write.row(write.words("label-requester" if is_order else "label-reporter"), facts.requester)


def where_rows(write: Writer, facts: RequestFacts, *, no_place: str = "", has_note: bool = True) -> None:
    """Put where, when and how much, and when it is promised or was done; *no_place* stands where no place is known.

    Without *has_note* what was written is left out, for whoever has just written it.
    """
    request = facts.request
    is_order = request.kind is RequestKind.ORDER
    write.row(write.words("label-place"), request.place or no_place)
    promised_at = request.promised_at if request.is_open else None
    if is_order:
        time_rows(write, request.wanted_start, request.wanted_end, promised_at=promised_at)
    elif promised_at is not None:
        write.row(write.words("label-response"), moment(promised_at, write.language, write.frame.today))
    if request.done_at is not None:
        write.row(write.words("label-done"), moment(request.done_at, write.language, write.frame.today))
    if request.count is not None:
        write.row(write.words("label-count"), str(request.count))
    write.row(write.words("label-note"), (request.note or "") if has_note else "")
    files_row(write, facts.files)


def late_row(write: Writer, facts: RequestFacts) -> None:
    """Put since when it is late, where it is, or that it soon is."""
    promised_at = facts.request.promised_at
    if words := late_words(write, facts):
        write.status(URGENT, words)
    elif facts.is_soon and facts.request.is_open and promised_at is not None:
        write.status(WARNING, write.words("late-soon", moment=moment(promised_at, write.language, write.frame.today)))


def late_words(write: Writer, facts: RequestFacts) -> str:
    """Return since when it is late, or nothing."""
    promised_at = facts.request.promised_at
    if not facts.is_late or promised_at is None:
        return ""
    return write.words("late-since", moment=moment(promised_at, write.language, write.frame.today))


def changed_row(write: Writer, facts: RequestFacts) -> None:
    """Put what somebody has changed, where the message is about that."""
    if not facts.changed:
        return
    parts = [write.words(f"part-{part}") for part in facts.changed]
    what = listed(parts, write.language)
    write.status(WARNING, write.words("request-changed-by", name=facts.changed_by, what=what))


def _kept_row(write: Writer, request: ServiceRequest) -> None:
    """Put, of what is done, when it was promised and whether that was kept."""
    if request.done_at is None or request.promised_at is None:
        return
    promised = moment(request.promised_at, write.language, write.frame.today)
    is_kept = request.done_at <= request.promised_at
    word = write.words("promise-kept" if is_kept else "promise-late")
    write.row(write.words("label-promised-was"), promised, more=word, tone=GOOD if is_kept else WARNING)


def cost_row(write: Writer, request: ServiceRequest, left: tuple[Decimal, Decimal] | None = None) -> None:
    """Put what the order costs and who bears it, at the price frozen in it; and what it *left* of how many hours."""
    if request.hours is None or request.price is None:
        return
    included, charged = request.included or Decimal(0), request.charged or Decimal(0)
    language = write.language
    key = "cost-included" if charged == 0 else "cost-charged" if included == 0 else "cost-shared"
    sums = {
        "total": money(included + charged, language),
        "included": money(included, language),
        "charged": money(charged, language),
    }
    how = opening(write.words("cost-how", hours=hours(request.hours, language), price=money(request.price, language)))
    if left is not None:
        how = f"{how}. {write.words('cost-left', left=number(left[0], language), held=hours(left[1], language))}"
    write.row(write.words("label-cost"), write.words(key, **sums), more=how)


def request_card(facts: RequestFacts, frame: Frame) -> Shown:
    """Return the card that its maker follows."""
    write = open_request(facts, frame)
    request = facts.request
    if request.severity == "emergency" and request.is_open:
        first_aid_rows(write, facts)
    status_rows(write, request)
    late_row(write, facts)
    changed_row(write, facts)
    asking_rows(write, facts)
    if facts.is_of_others:
        whose_rows(write, facts)
    _who(write, facts)
    where_rows(write, facts)
    if facts.recurring is not None:
        belongs_rows(write, facts.recurring)
    _kept_row(write, request)
    cost_row(write, request, facts.left if request.is_open else None)
    if request.rating is not None:
        write.row(write.words("label-rating"), write.words(f"rating-{request.rating}"))
    story_rows(write, facts.story, has_older=True)
    _request_buttons(write, facts)
    status = write.words(f"status-{request.status.replace('_', '-')}")
    return write.finish(write.words("request-summary", name=name_of(facts, frame.language), status=status.lower()))


def asking_rows(write: Writer, facts: RequestFacts) -> None:
    """Put what was asked before the approval, and what came back."""
    for told in facts.asking[-MOST_ASKED:]:
        label = write.words("label-question" if told.event.what == ASKED else "label-answer")
        at = moment(told.event.at, write.language, write.frame.today)
        more = write.words("approval-asked-by", name=told.name, moment=at)
        write.row(label, told.event.reason or "", more=more)


def _who(write: Writer, facts: RequestFacts) -> None:
    if facts.request.status is S.FORWARDED and facts.party is not None:
        party_rows(write, facts.party)
    said_rows(write, facts)
    _employee_row(write, facts)
    write.row(write.words("label-employee-before"), facts.done_before_by)
    if facts.request.status is S.AWAITING_APPROVAL and facts.approvers:
        write.row(write.words("label-approver"), listed(facts.approvers, write.language, is_choice=True))


def said_rows(write: Writer, facts: RequestFacts) -> None:
    """Put what the party that it was sent to has said last."""
    party = facts.party.name.of(write.language) if facts.party is not None else ""
    said = facts.party_said
    words = [each.event for each in facts.story if each.event.what == "commented"]
    is_answered = said is not None and any(each.at >= said.at for each in words)
    party_said_rows(write, facts.request, said, party=party, is_answered=is_answered)


def _employee_row(write: Writer, facts: RequestFacts) -> None:
    """Put who has the work, and when they plan to do it."""
    at = moment(facts.planned_at, write.language, write.frame.today) if facts.planned_at else ""
    more = write.words("request-planned", moment=at) if at and facts.request.is_open else ""
    write.row(write.words("label-employee"), facts.employee, more=more)


def party_rows(write: Writer, party: Party) -> None:
    """Put who has it, and how to reach them."""
    phone = write.words("party-phone", phone=party.phone, hours=_opening(write, party.hours))
    write.row(write.words("label-party"), party.name.of(write.language), more=phone)


def _opening(write: Writer, hours_as_written: str) -> str:
    """Return when a party answers; the file writes it half in English, half in Swedish."""
    weekdays = hours_as_written.replace("Mon-Fri", write.words("hours-weekdays"))
    return weekdays.replace("dygnet runt", write.words("hours-always"))


def first_aid_rows(write: Writer, facts: RequestFacts) -> None:
    """Put first what to do at once, and whom to call."""
    with write.section(style="attention"):
        write.status(URGENT, write.words("emergency-title"))
        if facts.row is not None and facts.row.first_aid is not None:
            write.line(facts.row.first_aid.of(write.language), weight="bolder")
        write.line(write.words("emergency-112"))
        phone = facts.party.emergency_phone or facts.party.phone if facts.party is not None else ""
        if facts.party is not None and phone:
            name = facts.party.name.of(write.language)
            write.line(write.words("emergency-phone", name=name))
            write.phone(phone)


def _request_buttons(write: Writer, facts: RequestFacts) -> None:
    if "request.rate" in facts.may:
        rating_section(write, facts.request)
    elif "request.comment" in facts.may:
        _commenting(write, facts)
    if "request.reopen" in facts.may:
        _worded(write, "request.reopen", "reason")
    if "request.change" in facts.may:
        _changing(write, facts.request)
    if "request.again" in facts.may:
        write.button("request.again")
    if "request.cancel" in facts.may:
        write.button("request.cancel", style="destructive", label=_cancel_label(write, facts))
    if facts.recurring is not None:
        moment_wanted = facts.request.wanted_start or facts.request.wanted_end
        series_section(write, facts.recurring, wanted=local_day(moment_wanted) if moment_wanted else None)


def _commenting(write: Writer, facts: RequestFacts) -> None:
    """Put a field for a word; an open one for the answer, where something was asked before the approval."""
    if not facts.asking_name:
        _worded(write, "request.comment", "comment", is_internal_too="request.internal_comment" in facts.may)
        return
    with write.section("request-comment", style="emphasis"):
        label = write.words("approval-answer-label", name=facts.asking_name)
        write.text_input("comment", label, longest=LONGEST_COMMENT, lines=True)
        answer, way = write.words("approval-answer"), write.words("way-request-answer")
        write.button_here("request.comment", style="positive", label=answer, way=way)


def _cancel_label(write: Writer, facts: RequestFacts) -> str:
    """Return what the button says of a report, or where there are others of the same series, that stay."""
    if facts.request.kind is RequestKind.ISSUE:
        return write.words("button-cancel-issue")
    return write.words("button-cancel-one") if facts.recurring is not None else ""


def _changing(write: Writer, request: ServiceRequest) -> None:
    """Put the section where the request is changed; of an issue, its place and note only."""
    filled = prefilled(as_draft(request))
    write.toggle(write.words("order-change-open"), "request-change")
    with write.section("request-change", is_hidden=True, style="emphasis"):
        if len(filled["place"]) <= LONGEST_PLACE:
            write.text_input("place", write.words("label-place"), filled["place"], longest=LONGEST_PLACE)
        if request.kind is RequestKind.ORDER:
            with write.side_by_side():
                write.date_input("date", write.words("label-date"), filled["date"])
                write.time_input("time", write.words("label-time"), filled["time"])
            write.hours_input(write.words("label-hours-input"), filled["hours"])
        if len(json.dumps(filled["note"])) <= LARGEST_NOTE_BYTES:
            write.text_input("note", write.words("label-note"), filled["note"], longest=LONGEST_NOTE, lines=True)
        write.button_here("request.change")


def _worded(write: Writer, verb: str, name: str, *, is_internal_too: bool = False) -> None:
    """Put a section that opens to a field for words and the button that sends them, or keeps them internal."""
    key = verb.replace(".", "-")
    write.toggle(write.words(f"{key}-open"), key)
    with write.section(key, is_hidden=True, style="emphasis"):
        write.text_input(name, write.words(f"{key}-label"), longest=LONGEST_COMMENT, lines=True)
        write.button_here(verb)
        if is_internal_too:
            way = write.words("way-remark", id=write.frame.subject.partition(":")[2])
            write.button_here(verb, label=write.words("button-remark"), way=way, internal="yes")


def rating_section(write: Writer, request: ServiceRequest) -> None:
    """Put the marks to choose from, a field for a word, and the button; given already, in a section that opens."""
    is_given = request.rating is not None
    if is_given:
        write.toggle(write.words("rating-change"), "rate")
    choices = [(str(mark), write.words(f"rating-{mark}")) for mark in range(HIGHEST_RATING, LOWEST_RATING - 1, -1)]
    value = str(request.rating or NEUTRAL_RATING)
    with write.section("rate", is_hidden=is_given, style="emphasis"):
        write.choice_input("rating", write.words("rating-label"), choices, value=value, is_open=True)
        write.speak(write.words("rating-say"))
        write.text_input("comment", write.words("rating-comment"), longest=LONGEST_COMMENT)
        write.button_here("request.rate", style="default" if is_given else "positive")


def rating_card(facts: RequestFacts, frame: Frame) -> Shown:
    """Return the card that says it is done and asks for a mark."""
    write = open_request(facts, frame)
    request = facts.request
    if request.rating is not None:
        write.status(GOOD, write.words("rating-thanks"))
        write.row(write.words("label-rating"), write.words(f"rating-{request.rating}"))
    else:
        party = facts.party.name.of(write.language) if facts.party is not None and facts.party_said is not None else ""
        name = facts.employee or party
        write.status(GOOD, write.words("rating-done", name=name) if name else write.words("status-done"))
    said = facts.party_said
    if said is not None and said.step is PartyStep.DONE:
        write.row(write.words("label-party-words"), said.words or "")
    write.row(write.words("label-place"), request.place or "")
    if request.done_at is not None:
        write.row(write.words("label-done"), moment(request.done_at, frame.language, frame.today))
    if facts.worked_hours is not None:
        write.row(write.words("label-hours"), hours(facts.worked_hours, frame.language))
    if "request.rate" in facts.may and request.rating is None:
        rating_section(write, request)
    if "request.reopen" in facts.may:
        _worded(write, "request.reopen", "reason")
    return write.finish(write.words("rating-summary", name=name_of(facts, frame.language)))


def receipt_card(facts: RequestFacts, frame: Frame) -> Shown:
    """Return the receipt of a reported fault: what to do now, who has it, and how to follow it."""
    write = open_request(facts, frame)
    request = facts.request
    if request.severity == "emergency":
        write = _emergency_first(facts, frame)
    status_rows(write, request)
    if facts.party is not None:
        party_rows(write, facts.party)
    said_rows(write, facts)
    _employee_row(write, facts)
    # In an emergency what to do must stay in sight on a phone, above everything that follows it.
    where_rows(write, facts, has_note=request.severity != "emergency")
    if request.severity == "urgent":
        write.status(URGENT, write.words("severity-urgent"))
    if request.is_open:
        write.hint(write.words("receipt-follow", id=request.id))
    _request_buttons(write, facts)
    return write.finish(write.words("receipt-summary", name=name_of(facts, frame.language), id=request.id))


def _emergency_first(facts: RequestFacts, frame: Frame) -> Writer:
    """Return a card begun with what to do at once; the heading comes after it."""
    write = Writer(frame)
    first_aid_rows(write, facts)
    write.heading(name_of(facts, frame.language), over=write.words("request-over-issue", id=facts.request.id))
    return write
