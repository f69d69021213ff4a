"""What each action of `permissions.csv` is tried on: a thing of a unit, one's own or not, directly and in chat."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from actions.absence import report_absence
from actions.agreements import end_agreement
from actions.announcements import send_announcement
from actions.assignments import accept_assignment, assign_request
from actions.claims import claim_request
from actions.commitments import set_commitment_status
from actions.hours import correct_hours
from actions.indicator_entry import enter_outcome
from actions.issues import Report, report_issue
from actions.orders import keep_draft, place_order
from actions.ports import Begin
from actions.remarks import remark_on_request
from actions.requests import (
    approve_request,
    cancel_request,
    comment_request,
    rate_request,
    read_request,
    reopen_request,
)
from actions.surveys import answer_question, pause_all_surveys
from catalog.models import Catalogue
from dialogs.present import present
from dialogs.turn import Reply, show
from domain.announcements import Announcement, AnnouncementStatus, Piece, Reader
from domain.assignments import AssignmentStatus
from domain.commitments import CommitmentStatus
from domain.notices import Message, Value
from domain.people import Person, Role
from domain.requests import RequestStatus
from storage.unit_of_work import Transaction
from tests.chat import Chat
from tests.factories import NOW, TODAY, a_draft, a_request, a_time_entry, an_assignment

OWN, OTHER = "PV1", "PV3"
EMPLOYEES = {OWN: "SER1", OTHER: "SER4"}
"""Somebody who works at the one unit and not at the other."""
NAMES = {"SER1": "Leo Sälg", "SER4": "Freja Hägg"}
MONTH, FIRST = "2022-03", TODAY.replace(day=1)
TO_DO = "Något att göra"
S = RequestStatus
SENT = AnnouncementStatus.SENT


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """One person in front of one thing, which is of `unit` and theirs or not; `id` is the thing's."""

    work: Transaction
    person: Person
    role: Role
    unit: str
    is_own: bool
    catalogue: Catalogue
    id: str = ""

    @property
    def scope(self) -> str:
        return f"unit:{self.unit}"

    @property
    def begin(self) -> Begin:
        return self.work.within()

    @property
    def desk(self) -> dict[str, Any]:
        return {"by": self.person, "catalogue": self.catalogue, "begin": self.begin, "at": NOW}

    @property
    def chat(self) -> Chat:
        return Chat(self.begin, self.catalogue, self.person.code)

    async def presses(self, verb: str, subject: str, **inputs: Value) -> Reply:
        return await self.chat.presses(verb, subject, version=None, **inputs)

    async def says(self, text: str) -> Reply:
        return await self.chat.says(text)

    async def sees(self, view: str, subject: str, **values: Value) -> str:
        """Return the card in words, as the person is shown it."""
        message = show(view, subject, **values)
        shown = await present(
            message, work=self.work, reader=self.person, catalogue=self.catalogue, at=NOW, sign=lambda *_: "token"
        )
        return shown.text

    async def reads(self, reply: Reply) -> str:
        """Return what was answered, in words, with the cards that are shown."""
        messages: list[Message] = [each for each in (reply.toast, reply.card, *reply.messages) if each is not None]
        return "\n".join([await self.chat._worded(each) for each in messages])


async def nothing(cell: Cell) -> str:
    return cell.unit


Prepare = Callable[[Cell], Awaitable[str]]
Deed = Callable[[Cell], Awaitable[object]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Tried:
    """How an action is tried. `prepare` stores the thing and returns its id.

    What only `is_read` shows `sign` to whoever may; anything else changes something. Some things are `of_nobody`: they
    are nobody's own, or of `no_unit`, or are the own only of a role. A right that comes with another is let through.
    """

    direct: Deed
    chat: Callable[[Cell], Awaitable[Reply]]
    prepare: Prepare = nothing
    is_read: bool = False
    sign: str = ""
    of_nobody: bool = False
    no_unit: bool = False
    is_only_own: bool = False
    own_of: Role | None = None
    also: str = ""


async def a_kept_draft(cell: Cell) -> str:
    await cell.work.drafts.add(a_draft(id="cell", person=cell.person.code, unit=cell.unit))
    return "cell"


def requested(status: RequestStatus, **but: Any) -> Prepare:
    """Return what stores a request in *status*: the person's own, or assigned to them when they do the work."""

    async def prepare(cell: Cell) -> str:
        is_worker = cell.role is Role.SERVICE_EMPLOYEE
        requester = cell.person.code if cell.is_own and not is_worker else "REK2"
        await cell.work.requests.add(a_request(status=status, unit=cell.unit, requester=requester, **but))
        if cell.is_own and is_worker:
            given = AssignmentStatus.DONE if status is S.DONE else AssignmentStatus.OFFERED
            assignment = an_assignment(request="B-2022-0001", person=cell.person.code, status=given)
            await cell.work.assignments.add(assignment)
        return "B-2022-0001"

    return prepare


async def offered(cell: Cell) -> str:
    await cell.work.requests.add(a_request(unit=cell.unit, requester="REK2"))
    person = cell.person.code if cell.is_own else EMPLOYEES[cell.unit]
    await cell.work.assignments.add(an_assignment(request="B-2022-0001", person=person))
    return "U-2022-0001"


async def worked(cell: Cell) -> str:
    person = cell.person.code if cell.is_own else EMPLOYEES[cell.unit]
    await cell.work.time_entries.add(a_time_entry(unit=cell.unit, person=person))
    return str((await cell.work.time_entries.all())[-1].id)


async def employee(cell: Cell) -> str:
    return cell.person.code if cell.is_own else EMPLOYEES[cell.unit]


async def announced(cell: Cell) -> str:
    """Return an announcement that was sent to the person, or to another."""
    piece = Piece(audience="requester", words="Nu börjar vi")
    held = Announcement(id="I-2022-0001", sender="PL1", created_at=NOW, pieces=(piece,), status=SENT, sent_at=NOW)
    await cell.work.announcements.add(held)
    whom = cell.person.code if cell.is_own else "REK2"
    reader = Reader(announcement=held.id, recipient=whom, audience="requester")
    await cell.work.announcements.put_readers([reader])
    return held.id


async def drafted(cell: Cell) -> str:
    """Return the draft of an announcement to the people of the unit, by the person."""
    piece = Piece(audience="principal", words="Nu börjar vi")
    sender, units = cell.person.code, (cell.unit,)
    held = Announcement(id="I-2022-0001", sender=sender, created_at=NOW, pieces=(piece,), units=units)
    await cell.work.announcements.add(held)
    return held.id


async def commitment(cell: Cell) -> str:
    return commitment_of(cell.role if cell.is_own else _another(cell.role))


def commitment_of(role: Role) -> str:
    """Return the code of the commitment that *role* answers for."""
    return f"Z{list(Role).index(role)}"


def _another(role: Role) -> Role:
    return Role.PROJECT_LEADER if role is not Role.PROJECT_LEADER else Role.ECONOMIST


async def _place(cell: Cell) -> object:
    draft = await cell.work.drafts.get(cell.id)
    await keep_draft(draft, by=cell.person, catalogue=cell.catalogue, begin=cell.begin)
    return await place_order(cell.id, {}, **cell.desk)


def of_request(verb: str, **inputs: Value) -> Callable[[Cell], Awaitable[Reply]]:
    """Return the press of a button on the request's card."""
    return lambda cell: cell.presses(verb, f"request:{cell.id}", **inputs)


async def _correct(cell: Cell) -> object:
    return await correct_hours(int(cell.id), Decimal(2), "fel", **cell.desk)


async def _away(cell: Cell) -> Reply:
    return await cell.says(f"{NAMES[cell.id]} är sjuk idag" if cell.id in NAMES else "jag är sjuk idag")


LAST = TODAY + timedelta(days=60)
SAID: dict[str, Value] = {"note": "ingen har städat", "place": "", "asked": NOW.isoformat()}
TRIED: Mapping[str, Tried] = {
    "order.create": Tried(
        prepare=a_kept_draft,
        direct=_place,
        chat=lambda cell: cell.presses("order.place", f"draft:{cell.id}"),
        of_nobody=True,
    ),
    "order.cancel": Tried(
        prepare=requested(S.QUEUED),
        direct=lambda cell: cancel_request(cell.id, **cell.desk),
        chat=of_request("request.cancel"),
    ),
    "order.approve": Tried(
        prepare=requested(S.AWAITING_APPROVAL),
        direct=lambda cell: approve_request(cell.id, **cell.desk),
        chat=of_request("request.approve"),
    ),
    "issue.report": Tried(
        direct=lambda cell: report_issue(Report(unit=cell.unit, object="EJSTAD", note="ej städat"), **cell.desk),
        chat=lambda cell: cell.presses("issue.report", "object:EJSTAD", unit=cell.unit, **SAID),
        of_nobody=True,
    ),
    "request.read": Tried(
        prepare=requested(S.QUEUED, place="Sal B214"),
        direct=lambda cell: read_request(cell.id, by=cell.person, catalogue=cell.catalogue, begin=cell.begin),
        chat=lambda cell: cell.says(cell.id),
        is_read=True,
        sign="Sal B214",
    ),
    "request.assign": Tried(
        prepare=requested(S.QUEUED),
        direct=lambda cell: assign_request(cell.id, "SER3", **cell.desk),
        chat=of_request("assignment.assign", person="SER3"),
    ),
    "request.comment": Tried(
        prepare=requested(S.QUEUED),
        direct=lambda cell: comment_request(cell.id, "hej", **cell.desk),
        chat=of_request("request.comment", comment="hej"),
    ),
    "request.internal_comment": Tried(
        prepare=requested(S.QUEUED),
        direct=lambda cell: remark_on_request(cell.id, "hej", **cell.desk),
        chat=of_request("request.comment", comment="hej", internal="yes"),
    ),
    "request.reopen": Tried(
        prepare=requested(S.DONE, done_at=NOW),
        direct=lambda cell: reopen_request(cell.id, **cell.desk),
        chat=of_request("request.reopen"),
    ),
    "request.rate": Tried(
        prepare=requested(S.DONE, done_at=NOW),
        direct=lambda cell: rate_request(cell.id, 4, None, **cell.desk),
        chat=of_request("request.rate", rating="4"),
    ),
    "assignment.work": Tried(
        prepare=offered,
        direct=lambda cell: accept_assignment(cell.id, by=cell.person, begin=cell.begin, at=NOW),
        chat=lambda cell: cell.presses("assignment.accept", f"assignment:{cell.id}"),
    ),
    "assignment.claim": Tried(
        prepare=requested(S.QUEUED),
        direct=lambda cell: claim_request(cell.id, **cell.desk),
        chat=of_request("assignment.claim"),
        of_nobody=True,
    ),
    "time.correct": Tried(
        prepare=worked,
        direct=_correct,
        chat=lambda cell: cell.presses("time.correct", "", entry=cell.id, hours="2", reason="fel"),
    ),
    "absence.report": Tried(
        prepare=employee,
        direct=lambda cell: report_absence(cell.id, TODAY, TODAY, **cell.desk),
        chat=_away,
        own_of=Role.SERVICE_EMPLOYEE,
    ),
    "catalogue.read": Tried(
        direct=lambda cell: cell.sees("service", "catalogue:LOK-FON"),
        chat=lambda cell: cell.presses("catalogue.show", "", service="LOK-FON"),
        is_read=True,
        sign="Fönsterputsning",
        of_nobody=True,
        no_unit=True,
    ),
    "agreement.read": Tried(
        direct=lambda cell: cell.sees("agreement", f"agreement:AVT-{cell.unit}"),
        chat=lambda cell: cell.says(f"visa AVT-{cell.unit}"),
        is_read=True,
        sign="Regelbunden lokalvård",
        of_nobody=True,
    ),
    "indicator.read": Tried(
        direct=lambda cell: cell.sees("indicators", "", month=MONTH, scope=cell.scope),
        chat=lambda cell: cell.presses("indicator.show", "", month=MONTH, unit=cell.scope),
        is_read=True,
        sign="Nyckeltal i",
        of_nobody=True,
    ),
    "indicator.enter": Tried(
        direct=lambda cell: enter_outcome("K10", cell.scope, FIRST, value="1", comment=None, **cell.desk),
        chat=lambda cell: cell.presses("indicator.enter", "indicator:K10", month=MONTH, scope=cell.scope, value="1"),
        of_nobody=True,
    ),
    "audit.read": Tried(
        direct=lambda cell: cell.sees("audit", ""),
        chat=lambda cell: cell.says("visa loggen"),
        is_read=True,
        sign="Loggen",
        of_nobody=True,
        no_unit=True,
    ),
    "agreement.edit": Tried(
        direct=lambda cell: end_agreement(f"AVT-{cell.unit}", LAST, **cell.desk),
        chat=lambda cell: cell.presses("agreement.end", f"agreement:AVT-{cell.unit}", last=LAST.isoformat()),
        of_nobody=True,
    ),
    "economy.read": Tried(
        direct=lambda cell: cell.sees("agreed", f"unit:{cell.unit}", month=MONTH),
        chat=lambda cell: cell.presses("agreed.show", f"unit:{cell.unit}", month=MONTH),
        is_read=True,
        sign="Debiteras",
        of_nobody=True,
    ),
    "survey.answer": Tried(
        direct=lambda cell: answer_question(MONTH, "often", **cell.desk),
        chat=lambda cell: cell.presses("survey.answer", f"survey:{MONTH}", answer="often"),
        no_unit=True,
        is_only_own=True,
    ),
    "survey.manage": Tried(
        direct=lambda cell: pause_all_surveys(is_paused=True, **cell.desk),
        chat=lambda cell: cell.says("pausa alla frågor"),
        of_nobody=True,
        no_unit=True,
    ),
    "announcement.read": Tried(
        prepare=announced,
        direct=lambda cell: cell.sees("information", f"information:{cell.id}"),
        chat=lambda cell: cell.says(f"visa {cell.id}"),
        is_read=True,
        sign="Nu börjar vi",
        no_unit=True,
    ),
    "announcement.send": Tried(
        prepare=drafted,
        direct=lambda cell: send_announcement(cell.id, None, **cell.desk),
        chat=lambda cell: cell.presses("announcement.send", f"announcement:{cell.id}"),
        of_nobody=True,
    ),
    # Whoever edits a commitment sees it.
    "commitment.read": Tried(
        prepare=commitment,
        direct=lambda cell: cell.sees("commitment", f"commitment:{cell.id}"),
        chat=lambda cell: cell.presses("commitment.show", f"commitment:{cell.id}"),
        is_read=True,
        sign=TO_DO,
        no_unit=True,
        also="commitment.edit",
    ),
    "commitment.edit": Tried(
        prepare=commitment,
        direct=lambda cell: set_commitment_status(cell.id, CommitmentStatus.ONGOING, **cell.desk),
        chat=lambda cell: cell.presses("commitment.status", f"commitment:{cell.id}", status="ongoing"),
        no_unit=True,
    ),
}
MISSING = frozenset(
    {
        "catalogue.edit",
        "economy.edit",
        "report.make",
        "people.edit",
        "privacy.handle",
    }
)
"""What nobody can do yet; whoever builds it takes it from here and says above how it is tried."""
