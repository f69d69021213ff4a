"""What every turn and tick asks is found by an index, however much has been kept."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from actions.ports import Work
from catalog.models import Category
from domain.notices import OwedStatus
from domain.requests import Listing, RequestStatus
from storage.session import Session
from storage.unit_of_work import Storage, Transaction
from tests.factories import NOW, TODAY, an_owed, the_person
from tests.storage.noting import Noting

LEASE = timedelta(seconds=30)
QUEUE = (RequestStatus.QUEUED, RequestStatus.ASSIGNED)
FREQUENT: dict[str, Callable[[Work], Awaitable[object]]] = {
    "claim": lambda work: work.outbox.claim(now=NOW, owner="w", lease=LEASE, limit=9),
    "put leased": lambda work: work.outbox.put_leased(
        an_owed(dedup="new"), now=NOW, owner="w", lease=LEASE, beside=[1]
    ),
    "next due": lambda work: work.outbox.next_due(),
    "settle": lambda work: work.outbox.settle(1, OwedStatus.SENT, at=NOW),
    "settle sent": lambda work: work.outbox.settle_sent([1, 2], at=NOW),
    "drafts held": lambda work: work.drafts.hold([]),
    "wake": lambda work: work.outbox.wake("REK1", now=NOW),
    "refresh": lambda work: work.outbox.refresh("request:1", at=NOW),
    "undeliverable": lambda work: work.outbox.list_undeliverable(9),
    "cards": lambda work: work.cards.of_subject("request:1"),
    "conversation": lambda work: work.conversations.find("chat-1"),
    "turn begun": lambda work: work.openings.take("chat-1", "1", aad_object_id="1", at=NOW),
    "personal chat": lambda work: work.conversations.find_personal("REK1"),
    "any address": lambda work: work.conversations.find_any_address(),
    "latest draft": lambda work: work.drafts.latest_live("REK1"),
    "person": lambda work: work.people.find_by_aad(the_person("REK1").aad_object_id),
    "my requests": lambda work: work.requests.by_requester("REK1", limit=9),
    "requests listed": lambda work: work.requests.listed(Listing(requester="REK1"), limit=9),
    "over ones listed": lambda work: work.requests.listed(Listing(requester="REK1", is_open=False), limit=9),
    "requests of a unit": lambda work: work.requests.listed(Listing(units=("PV1",)), limit=9),
    "open ones counted": lambda work: work.requests.count_listed(Listing(requester="REK1", is_open=True), most=9),
    "late ones listed": lambda work: work.requests.listed(Listing(requester="REK1", late_at=NOW), limit=9),
    "late ones of a unit": lambda work: work.requests.listed(Listing(units=("PV1", "PV2"), late_at=NOW), limit=9),
    "late ones counted": lambda work: work.requests.count_listed(Listing(units=("PV1",), late_at=NOW), most=9),
    "files of a request": lambda work: work.files.of_subjects(["request:1", "draft:1"]),
    "files to fetch": lambda work: work.files.due(now=NOW, limit=9),
    "queue": lambda work: work.requests.in_status(QUEUE, units=None, limit=9),
    "queue of units": lambda work: work.requests.in_status(QUEUE, units=["PV1", "PV2"], limit=9),
    "hours drawn": lambda work: work.requests.hours_drawn("PV1", Category.CALL_OFF, start=NOW, end=NOW + LEASE),
    "done before": lambda work: work.requests.done_before(NOW, limit=9),
    "today": lambda work: work.assignments.live_of("SER1"),
    "load": lambda work: work.assignments.load_hours(["SER1", "SER2"], start=NOW, end=NOW + LEASE),
    "standing work given": lambda work: work.assignments.standing(NOW, NOW + LEASE),
    "standing work forgotten": lambda work: work.assignments.live_standing(before=NOW),
    "days of schedules": lambda work: work.standing.days(TODAY, TODAY),
    "assignments of a request": lambda work: work.assignments.of_request("B-2022-0001"),
    "what somebody has joined": lambda work: work.events.joined_by("REK1"),
    "my requests and those joined": lambda work: work.requests.listed(
        Listing(requester="REK1", joined=("F-2022-0001",)), limit=9
    ),
    "story": lambda work: work.events.of_subject("request:1"),
    "log of a request": lambda work: work.events.listed(["request:1", "assignment:1"], limit=9),
    "promises of a month": lambda work: work.events.promises(NOW, NOW + LEASE),
    "done in a month": lambda work: work.indicators.done(NOW, NOW + LEASE),
    "reopened in a month": lambda work: work.indicators.reopened(NOW, NOW + LEASE),
    "outcomes of a year": lambda work: work.indicators.current(["all", "unit:PV1"], TODAY, TODAY),
    "draws of a month": lambda work: work.requests.draws("PV1", start=NOW, end=NOW + LEASE),
    "hours of a unit": lambda work: work.time_entries.of_unit("PV1", TODAY, TODAY),
    "last slot": lambda work: work.slots.last("survey"),
    "live talks": lambda work: work.talks.live(),
    "words of a talk": lambda work: work.talks.lines("1"),
    "away": lambda work: work.absences.of_days(TODAY, TODAY),
    "who approves instead": lambda work: work.substitutions.of_days(TODAY, TODAY),
    "offers that wait": lambda work: work.assignments.open_offers(),
    "what nobody took": lambda work: work.assignments.dropped(),
    "hours of a person": lambda work: work.time_entries.of_person("SER1", TODAY, TODAY),
    "cards to catch up": lambda work: work.outbox.catch_up("chat-1", at=NOW),
    "personal chats": lambda work: work.conversations.personal_of(["REK1", "REK2"]),
    "people": lambda work: work.people.get_many(["REK1", "REK2"]),
    "survey answered": lambda work: work.surveys.find_asked("2022-03", "REK1"),
    "setting": lambda work: work.settings.find("secret"),
}
# A query within the query, which holds no more rows than were asked for, or the values of a list.
SMALL = re.compile(r"SCAN (\(subquery-\d+\)|anon_\d+|CONSTANT ROW|\d+ CONSTANT ROWS?)")


async def plan_of(storage: Storage, ask: Callable[[Work], Awaitable[object]]) -> list[str]:
    async with storage._database.transaction() as wire:
        noting = Noting(wire)
        await ask(Transaction(Session(noting)))
        plans = [await wire.rows(f"EXPLAIN QUERY PLAN {text}", values) for text, values in noting.asked]
        return [detail for plan in plans for *_, detail in plan]


@pytest.fixture
def url(sqlite_url: str) -> str:
    return sqlite_url


@pytest.mark.parametrize("name", FREQUENT)
async def test_a_frequent_question_reads_no_whole_table(name: str, storage: Storage) -> None:
    plan = await plan_of(storage, FREQUENT[name])

    assert any("INDEX" in step or "PRIMARY KEY" in step for step in plan)
    assert [step for step in plan if step.startswith("SCAN") and "INDEX" not in step and not SMALL.match(step)] == []


@pytest.mark.parametrize(
    ("name", "indexes"),
    [
        ("claim", {"ix_outbox_pending", "ix_outbox_lane", "ix_outbox_sending"}),
        ("wake", {"ix_outbox_waiting"}),
        ("refresh", {"ix_outbox_refresh", "ix_cards_subject"}),
        ("latest draft", {"ix_drafts_live"}),
        ("today", {"ix_assignments_live"}),
        ("load", {"ix_assignments_live"}),
        ("standing work given", {"ix_assignments_standing"}),
        ("done before", {"ix_requests_in_status"}),
        ("hours drawn", {"ix_requests_drawn"}),
        ("my requests", {"ix_requests_of_requester"}),
        ("queue", {"ix_requests_in_status"}),
    ],
)
async def test_what_is_finished_is_not_even_looked_at(name: str, indexes: set[str], storage: Storage) -> None:
    plan = " ".join(await plan_of(storage, FREQUENT[name]))

    assert {index for index in indexes if index not in plan} == set()
