"""The card by which a principal, or who stands in for one, approves a cost, says no, or asks first."""

from dataclasses import dataclass
from decimal import Decimal

from actions.economy import Outlook
from dialogs.cards.elements import URGENT, WARNING, Frame, Shown, Writer
from dialogs.cards.request import (
    LONGEST_COMMENT,
    RequestFacts,
    asking_rows,
    cost_row,
    name_of,
    open_request,
    where_rows,
)
from dialogs.cards.series import belongs_rows
from dialogs.cards.story import status_rows, story_rows
from domain.requests import RequestStatus
from texts.format import hours, listed, moment, money, month, number

S = RequestStatus


@dataclass(frozen=True, kw_only=True, slots=True)
class ApprovalFacts:
    """What the card says beside the request: what a yes leaves, and who answers or answered instead of whom (names)."""

    facts: RequestFacts
    outlook: Outlook | None = None
    answered_by: str = ""
    instead_of: tuple[str, ...] = ()


def approval_card(approval: ApprovalFacts, frame: Frame) -> Shown:
    """Return the card by which a principal approves or rejects a cost."""
    facts = approval.facts
    write = open_request(facts, frame)
    request = facts.request
    is_asked = request.status is S.AWAITING_APPROVAL and "request.approve" in facts.may
    if is_asked:
        _asked(write, approval)
    else:
        status_rows(write, request)
        _answered(write, approval)
        write.row(write.words("label-requester"), facts.requester)
    where_rows(write, facts)
    if facts.recurring is not None:
        belongs_rows(write, facts.recurring)
    cost_row(write, request)
    if approval.outlook is not None:
        _outlook(write, approval.outlook)
    asking_rows(write, facts)
    if is_asked:
        _answers(write, facts)
    else:
        story_rows(write, facts.story)
    charged = money(request.charged or Decimal(0), frame.language)
    return write.finish(write.words("approval-summary", name=name_of(facts, frame.language), cost=charged))


def _asked(write: Writer, approval: ApprovalFacts) -> None:
    facts = approval.facts
    write.status(WARNING, write.words("approval-asked", name=facts.requester))
    if approval.instead_of:
        names = listed(approval.instead_of, write.language, is_choice=True)
        write.hint(write.words("approval-instead-of", names=names))
    if facts.asked_at is not None:
        since = moment(facts.asked_at, write.language, write.frame.today)
        write.status(URGENT, write.words("waiting-since", moment=since))


def _answered(write: Writer, approval: ApprovalFacts) -> None:
    """Put who answered, and whom they stood in for."""
    names = listed(approval.instead_of, write.language, is_choice=True)
    more = write.words("approval-instead-of", names=names) if names else ""
    write.row(write.words("label-answered-by"), approval.answered_by, more=more)


def _outlook(write: Writer, outlook: Outlook) -> None:
    """Put why the order is asked about, and what it leaves of the month's hours and of the year's money."""
    language = write.language
    if outlook.limit is None:
        why = write.words("approval-why-add-on")
    else:
        why = write.words("approval-why-limit", limit=money(outlook.limit, language))
    write.row(write.words("label-why"), why)
    held = outlook.hours
    if held is not None:
        values = {"left": number(held.left, language), "agreed": hours(held.agreed, language)}
        words = write.words("approval-left-hours", month=month(f"{outlook.day:%Y-%m}", language), **values)
        write.row(write.words("label-left"), words)
    _money(write, outlook)


def _money(write: Writer, outlook: Outlook) -> None:
    language, spent = write.language, outlook.spending
    year = str(outlook.day.year)
    if spent.left is None or spent.budget is None:
        sums = write.words("approval-spent", year=year, charged=money(spent.charged, language))
        write.row(write.words("label-budget"), sums, more=write.words("approval-no-budget"))
        return
    budget = money(spent.budget, language)
    if spent.left < 0:
        over = write.words("approval-over-budget", over=money(-spent.left, language))
        of = write.words("approval-budget-of", year=year, budget=budget)
        write.row(write.words("label-budget"), of, more=over, tone=WARNING)
        return
    left = money(spent.left, language)
    write.row(write.words("label-budget"), write.words("approval-left-budget", year=year, left=left, budget=budget))


def _answers(write: Writer, facts: RequestFacts) -> None:
    if facts.recurring is not None:
        write.hint(write.words("series-approval"))
    write.button("request.approve", style="positive")
    _rejection(write)
    write.toggle(write.words("approval-question-open"), "question")
    with write.section("question", is_hidden=True, style="emphasis"):
        write.text_input("comment", write.words("approval-question-label"), longest=LONGEST_COMMENT, lines=True)
        write.button_here("request.ask")


def _rejection(write: Writer) -> None:
    write.toggle(write.words("request-reject-open"), "reject")
    with write.section("reject", is_hidden=True, style="emphasis"):
        write.text_input("reason", write.words("request-reject-label"), longest=LONGEST_COMMENT, lines=True)
        write.button_here("request.reject", style="destructive")
