"""Reporting a fault in a sentence: a receipt at once, and first aid before anything else when it is an emergency."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from actions.issues import Report, report_issue
from actions.ports import Begin
from actions.requests import my_requests, read_request
from catalog.boundary import severity_of
from catalog.models import BoundaryRow, Severity, Words
from dialogs.same import ask_if_same
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Intent, Understood, afterwards
from dialogs.understanding.asides import is_alarm, names_mere_alarm
from dialogs.understanding.folding import fold
from dialogs.units import unit_of
from domain.errors import BadInput
from domain.notices import Message
from domain.requests import RequestKind, ServiceRequest
from texts.format import listed

SURE = 0.4
"""From this confidence on a fault is reported as said; below it the person is asked first."""
LONGEST_NOTE = 2000
LONGEST_ASKED = 700
"""A button carries the words twice, and a card has an upper size."""
LONGEST_BESIDE = 60
"""A longer sentence beside the question is about something else."""
ASKED = "report"
_SAME = re.compile(r"\b(?:samma|likadan\w*|same)\b")
_OK_THANKS = re.compile(r"^\W*(?:ok|okej|okay|ja|jo|japp|yes|garna)\W+(?:tack|thanks|thank\s+you|please)\W*$")
_YES = frozenset({Intent.ACCEPT, Intent.APPROVE})
_ASKING_BACK = frozenset({Intent.UNKNOWN, Intent.ASSIGNMENTS})
"""What neither answers nor wants anything else: "vad ska jag göra?"."""
_NO = frozenset({Intent.DECLINE, Intent.REJECT, Intent.CANCEL})


async def start_issue(turn: Turn, understood: Understood, *, begin: Begin) -> Reply:
    """Report the fault to whoever answers for it, and show the receipt; one that is in doubt is asked about first."""
    row = turn.catalogue.boundary.get(understood.object or "") or await _same_elsewhere(turn, understood, begin=begin)
    if row is None:
        return Reply(messages=(say("which-fault"),), state={"awaiting": "wish", "text": turn.text})
    alarms = _alarms_meant(turn)
    if row in alarms and len(alarms) > 1:
        return _ask_which_alarm(turn, alarms)
    unit = unit_of(turn, "issue.report")
    if unit is None:
        messages = (*_first_aid(turn, row), say("which-unit"))
        return Reply(messages=messages, state={"awaiting": "unit", "text": turn.text})
    report = Report(
        unit=unit,
        object=row.code,
        note=understood.text.strip()[:LONGEST_NOTE],
        place=understood.place.kept if understood.place else None,
    )
    if understood.confidence < SURE:
        return _ask(turn, row, report)
    same = await ask_if_same(turn, report, begin=begin)
    if same is not None:
        return replace(same, messages=(*_first_aid(turn, row), *same.messages))
    return await _report(turn, report, begin=begin)


async def _same_elsewhere(turn: Turn, understood: Understood, *, begin: Begin) -> BoundaryRow | None:
    """Return the object of the fault that was shown, for "det är samma fel på plan 1 också"; None for other words."""
    kind, _, number = (turn.focus or "").partition(":")
    if kind != "request" or understood.place is None or _SAME.search(fold(turn.text)) is None:
        return None
    issue = await read_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin)
    return turn.catalogue.boundary.get(issue.object or "") if issue.kind is RequestKind.ISSUE else None


def _alarms_meant(turn: Turn) -> Sequence[BoundaryRow]:
    """Return the alarms of the boundary list that a sentence may mean which says only that it is an alarm."""
    alarms = [row for row in turn.catalogue.boundary.values() if is_alarm(row.object.sv)]
    names = [name for row in alarms for name in (row.object.sv, row.object.en)]
    return alarms if names_mere_alarm(turn.text, names) else ()


def _ask_which_alarm(turn: Turn, alarms: Sequence[BoundaryRow]) -> Reply:
    """Ask which alarm it is; what to do at once stands before the question."""
    names = [row.object.of(turn.language).lower() for row in alarms]
    aid = [message for row in alarms for message in _first_aid(turn, row)]
    asked = say("which-alarm", names=listed(names, turn.language, is_choice=True))
    return Reply(messages=(*aid, asked), state={"awaiting": "wish", "text": turn.text})


def _ask(turn: Turn, row: BoundaryRow, report: Report) -> Reply:
    """Ask whether the fault is to be reported; in an emergency what to do at once stands before the question."""
    turn.catalogue.permissions.demand(turn.person, "issue.report", unit=report.unit)
    asked = {"unit": report.unit, "note": report.note[:LONGEST_ASKED], "place": report.place or ""}
    asked["asked"] = turn.at.isoformat()
    messages = (*_first_aid(turn, row), show("unsure", f"object:{row.code}", **asked))
    kept = {name: each for name, each in turn.state.items() if name != "text"}
    return Reply(messages=messages, state={**kept, "awaiting": ASKED, "asked": {**asked, "object": row.code}})


async def answer_asked(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take a yes or no as the answer to whether a fault is to be reported; None for anything else."""
    asked = turn.state.get("asked")
    if turn.state.get("awaiting") != ASKED or not isinstance(asked, Mapping) or turn.understood is None:
        return None
    kept = {name: str(each) for name, each in asked.items()}
    if turn.understood.intent in _YES or afterwards.is_agreement(turn.text) or _OK_THANKS.match(fold(turn.text)):
        return await _report(turn, _report_of(kept), begin=begin)
    if turn.understood.intent in _ASKING_BACK and len(turn.text) <= LONGEST_BESIDE:
        row = turn.catalogue.boundary[kept["object"]]
        return _ask(turn, row, _report_of(kept))
    return Reply(messages=(say("all-right"),)) if turn.understood.intent in _NO else None


async def tell_what_to_do(turn: Turn, *, begin: Begin) -> Reply | None:
    """Tell what to do about the fault that was reported last; None when the conversation is about no open one."""
    kind, _, number = (turn.focus or "").partition(":")
    if kind != "request":
        return None
    issue = await read_request(number, by=turn.person, catalogue=turn.catalogue, begin=begin)
    row = turn.catalogue.boundary.get(issue.object or "")
    if row is None or issue.kind is not RequestKind.ISSUE or not issue.is_open:
        return None
    receipt = show("receipt", f"request:{issue.id}")
    if issue.severity == Severity.EMERGENCY:
        # The receipt says first what to do at once.
        return Reply(messages=(receipt,))
    first_aid = say("issue-nothing-to-do") if row.first_aid is None else _first_aid_of(turn, row.first_aid)
    return Reply(messages=(first_aid, receipt))


async def press_report(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Report the fault of the card that asked; pressed again it shows what was reported.

    Raises:
        BadInput: the card names no fault or no unit.
    """
    given = {name: press.text(name) or "" for name in ("unit", "note", "place", "asked")}
    report = _report_of(given | {"object": id_in(press, "object")})
    if report.unit not in turn.catalogue.units:
        raise BadInput(field="unit", lowest="", highest="")
    done = await _reported(turn, report, given["asked"], begin=begin)
    if done is not None:
        return Reply(card=show("receipt", f"request:{done.id}"))
    reply = await _report(turn, report, begin=begin)
    return Reply(card=reply.messages[0], state=reply.state)


async def report_found(turn: Turn, report: Report, asked: str, *, begin: Begin) -> Reply:
    """Report what was found on a round; reported from this card already, show that, and what others reported, ask.

    Raises:
        BadInput: *asked*, when the card was made, is no moment.
    """
    done = await _reported(turn, report, asked, begin=begin)
    if done is not None:
        return Reply(card=show("receipt", f"request:{done.id}"))
    reply = await ask_if_same(turn, report, begin=begin) or await _report(turn, report, begin=begin)
    return replace(reply, card=reply.messages[-1], messages=reply.messages[:-1])


async def _reported(turn: Turn, report: Report, asked: str, *, begin: Begin) -> ServiceRequest | None:
    """Return the issue that the question led to already, or None."""
    since = _moment_of(asked)
    mine = await my_requests(turn.person, begin=begin, limit=50)
    fitting = (each for each in mine if (each.object, each.note) == (report.object, report.note))
    return next((each for each in fitting if each.created_at >= since), None)


def _moment_of(asked: str) -> datetime:
    try:
        moment = datetime.fromisoformat(asked)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise BadInput(field="asked", lowest="", highest="")
    return moment


def _report_of(asked: Mapping[str, str]) -> Report:
    return Report(
        unit=asked["unit"], object=asked["object"], note=asked["note"][:LONGEST_NOTE], place=asked["place"] or None
    )


async def report_asked(turn: Turn, asked: Mapping[str, str], *, begin: Begin) -> Reply:
    """Report the fault that was asked about, and show the receipt."""
    return await _report(turn, _report_of(asked), begin=begin)


async def _report(turn: Turn, report: Report, *, begin: Begin) -> Reply:
    issue = await report_issue(report, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    subject = f"request:{issue.id}"
    return Reply(messages=(show("receipt", subject),), state={"focus": subject})


def _first_aid(turn: Turn, row: BoundaryRow) -> tuple[Message, ...]:
    """Return what to do at once in an emergency, and whom to call: it comes before any question."""
    if row.first_aid is None or severity_of(row, turn.text) is not Severity.EMERGENCY:
        return ()
    unit = turn.catalogue.units.get(unit_of(turn, "issue.report") or "")
    party = turn.catalogue.parties.get(row.party_for(unit.property_owner)) if unit else None
    phone = (party.emergency_phone or party.phone) if party else ""
    name = party.name.of(turn.language) if party and phone else "none"
    return (say("first-aid-emergency", words=row.first_aid.of(turn.language), name=name, phone=phone),)


def aid_besides(turn: Turn, wishes: Sequence[Understood]) -> list[Message]:
    """Return what to do at once in each emergency among *wishes*, also where nothing of the sentence can be done."""
    rows = [turn.catalogue.boundary.get(each.object or "") for each in wishes]
    return [message for row in rows if row is not None for message in _first_aid(turn, row)]


def _first_aid_of(turn: Turn, words: Words) -> Message:
    return say("first-aid", words=words.of(turn.language))
