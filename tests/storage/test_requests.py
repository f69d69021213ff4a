import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from actions.ports import Begin, Work
from catalog.models import Category
from domain.errors import NotFound, OutOfDate, RequestNotFound
from domain.notices import Event
from domain.requests import Listing, RequestKind, RequestStatus, ServiceRequest
from tests.factories import NOW, a_draft, a_request, an_issue

MARCH = datetime(2022, 3, 1, tzinfo=UTC)
APRIL = datetime(2022, 4, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def ids(requests: object) -> list[str]:
    assert isinstance(requests, list)
    return [request.id for request in requests]


async def add(work: Work, *requests: ServiceRequest) -> None:
    for request in requests:
        await work.requests.add(request)


async def test_a_request_comes_back_as_it_was(begin: Begin) -> None:
    full = a_request(
        party="property",
        severity="urgent",
        deviation_of="LOK-REG",
        object="LJUS",
        place="Sal B214",
        note="Blinkar å det värsta",
        count=3,
        wanted_start=NOW,
        wanted_end=NOW + HOUR,
        approved_by="REK1",
        done_at=NOW,
        closed_at=NOW,
        rating=5,
    )

    async with begin() as work:
        await add(work, full, an_issue())

        assert await work.requests.get(full.id) == full
        assert await work.requests.get_locked("F-2022-0001") == an_issue()


async def test_a_request_that_is_not_there_is_not_found(begin: Begin) -> None:
    async with begin() as work:
        with pytest.raises(RequestNotFound):
            await work.requests.get("B-2022-9999")
        with pytest.raises(NotFound):
            await work.requests.save(a_request(version=2))


async def test_saving_over_a_version_that_is_not_the_latest_is_out_of_date(begin: Begin) -> None:
    async with begin() as work:
        await add(work, a_request())
        await work.requests.save(a_request(version=2, note="first"))
        with pytest.raises(OutOfDate):
            await work.requests.save(a_request(version=2, note="second"))

        assert (await work.requests.get("B-2022-0001")).note == "first"


async def test_numbers_count_up_for_each_kind_and_year(begin: Begin) -> None:
    async with begin() as work:
        numbers = [
            await work.requests.next_id(RequestKind.ORDER, 2022),
            await work.requests.next_id(RequestKind.ORDER, 2022),
            await work.requests.next_id(RequestKind.ISSUE, 2022),
            await work.requests.next_id(RequestKind.ORDER, 2023),
        ]

    assert numbers == ["B-2022-0001", "B-2022-0002", "F-2022-0001", "B-2023-0001"]


async def test_numbers_taken_at_once_have_no_gap_though_some_are_undone(begin: Begin) -> None:
    async def take(which: int) -> str:
        async with begin() as work:
            number = await work.requests.next_id(RequestKind.ORDER, 2022)
            if which % 3 == 0:
                raise ZeroDivisionError
            return number

    taken = await asyncio.gather(*(take(which) for which in range(12)), return_exceptions=True)

    assert sorted(number for number in taken if isinstance(number, str)) == [f"B-2022-{n:04d}" for n in range(1, 9)]


async def test_my_requests_are_open_first_then_newest_first(begin: Begin) -> None:
    async with begin() as work:
        await add(
            work,
            a_request(id="old-open", created_at=NOW - 3 * HOUR),
            a_request(id="new-closed", created_at=NOW, status=RequestStatus.CLOSED),
            a_request(id="old-closed", created_at=NOW - 5 * HOUR, status=RequestStatus.DONE),
            a_request(id="new-open", created_at=NOW - HOUR, status=RequestStatus.WAITING),
            a_request(id="of-another", requester="REK2"),
        )

        assert ids(await work.requests.by_requester("REK1", limit=10)) == [
            "new-open",
            "old-open",
            "new-closed",
            "old-closed",
        ]
        assert ids(await work.requests.by_requester("REK1", limit=2, offset=1)) == ["old-open", "new-closed"]


async def test_what_somebody_has_joined_is_listed_among_their_own(begin: Begin) -> None:
    async with begin() as work:
        await add(
            work,
            a_request(id="mine"),
            a_request(id="joined", requester="REK2", created_at=NOW - HOUR),
            a_request(id="of-another", requester="REK2"),
        )
        for person, what in (("REK1", "joined"), ("REK1", "commented"), ("REK2", "joined")):
            subject = "request:joined" if what == "joined" else "request:of-another"
            await work.events.put(Event(subject=subject, what=what, person=person, at=NOW))

        assert await work.events.joined_by("REK1") == ["request:joined"]
        assert ids(await work.requests.listed(Listing(requester="REK1", joined=("joined",)), limit=9)) == [
            "mine",
            "joined",
        ]
        assert await work.requests.count_listed(Listing(requester="REK1", joined=("joined",)), most=9) == 2


async def test_a_request_that_is_closed_moves_down_in_my_requests(begin: Begin) -> None:
    async with begin() as work:
        await add(work, a_request(id="a"), a_request(id="b", created_at=NOW - HOUR))
        await work.requests.save(a_request(id="a", status=RequestStatus.CANCELLED, version=2))

        assert ids(await work.requests.by_requester("REK1", limit=10)) == ["b", "a"]


async def test_the_queue_is_by_promised_time_then_number_with_the_unpromised_last(begin: Begin) -> None:
    queued, assigned = RequestStatus.QUEUED, RequestStatus.ASSIGNED
    async with begin() as work:
        await add(
            work,
            a_request(id="4-later", promised_at=NOW + 2 * HOUR),
            a_request(id="3-first", promised_at=NOW, status=assigned),
            a_request(id="2-same", promised_at=NOW + HOUR, unit="PV2"),
            a_request(id="1-same", promised_at=NOW + HOUR, status=assigned),
            a_request(id="0-none", promised_at=None),
            a_request(id="closed", promised_at=NOW, status=RequestStatus.CLOSED),
        )
        both = {queued, assigned}

        found = await work.requests.in_status(both, units=None, limit=10)
        assert ids(found) == ["3-first", "1-same", "2-same", "4-later", "0-none"]
        assert ids(await work.requests.in_status(both, units=None, limit=2, offset=1)) == ["1-same", "2-same"]
        assert ids(await work.requests.in_status(both, units={"PV2"}, limit=10)) == ["2-same"]
        assert ids(await work.requests.in_status({queued}, units=["PV1", "PV2"], limit=1)) == ["2-same"]
        assert ids(await work.requests.in_status(both, units=[], limit=10)) == []
        assert ids(await work.requests.in_status([], units=None, limit=10)) == []


async def test_hours_are_drawn_where_an_order_is_wanted_or_else_made(begin: Begin) -> None:
    async with begin() as work:
        await add(
            work,
            a_request(id="made", hours=Decimal("0.25")),
            a_request(id="wanted", created_at=MARCH - HOUR, wanted_start=MARCH, hours=Decimal("0.5")),
            a_request(id="by", created_at=MARCH - HOUR, wanted_end=APRIL - HOUR, hours=Decimal("0.1")),
            a_request(id="done", status=RequestStatus.DONE, hours=Decimal("0.2")),
            a_request(id="april", wanted_start=APRIL, hours=Decimal(90)),
            a_request(id="rejected", status=RequestStatus.REJECTED, hours=Decimal(90)),
            a_request(id="cancelled", status=RequestStatus.CANCELLED, hours=Decimal(90)),
            a_request(id="elsewhere", unit="PV2", hours=Decimal(90)),
            a_request(id="mandatory", service="LOK-REG", hours=Decimal(90)),
            a_request(id="no-hours", hours=None),
            an_issue(id="issue", hours=Decimal(90), service="VAK-LAM"),
        )

        drawn = await work.requests.hours_drawn("PV1", Category.CALL_OFF, start=MARCH, end=APRIL)
        nothing = await work.requests.hours_drawn("PV3", Category.CALL_OFF, start=MARCH, end=APRIL)

    assert drawn == Decimal("1.05")
    assert nothing == Decimal(0)


async def test_what_was_done_before_a_moment_is_found_longest_done_first(begin: Begin) -> None:
    done = RequestStatus.DONE
    async with begin() as work:
        await add(
            work,
            a_request(id="b", status=done, done_at=NOW - HOUR),
            a_request(id="a", status=done, done_at=NOW - 2 * HOUR),
            a_request(id="now", status=done, done_at=NOW),
            a_request(id="closed", status=RequestStatus.CLOSED, done_at=NOW - HOUR),
        )

        assert ids(await work.requests.done_before(NOW, limit=10)) == ["a", "b"]
        assert ids(await work.requests.done_before(NOW, limit=1)) == ["a"]


async def test_all_requests_are_told_oldest_first(begin: Begin) -> None:
    async with begin() as work:
        await add(work, a_request(id="b"), a_request(id="a", created_at=NOW + HOUR))

        assert ids(await work.requests.all()) == ["b", "a"]


async def test_one_draft_becomes_one_request(begin: Begin) -> None:
    async with begin() as work:
        await work.drafts.add(a_draft())
        await add(work, a_request(id="first", draft="draft-1"))
        with pytest.raises(Exception, match=r"(?i)unique"):
            async with work.within()() as inner:
                await inner.requests.add(a_request(id="second", draft="draft-1"))


async def test_a_draft_that_is_stored_stays_as_it_is_when_added_again(begin: Begin) -> None:
    draft = a_draft(choices=("VAK-LAM", "VAK-TRY"), wanted_kind="before", wanted_end=NOW, place="B214", count=2)
    async with begin() as work:
        await work.drafts.add(draft)
        await work.drafts.add(a_draft(note="later"))

        assert await work.drafts.get("draft-1") == draft
        assert await work.drafts.get_locked("draft-1") == draft


async def test_a_new_draft_is_known_as_it_will_be_read(begin: Begin) -> None:
    local = NOW.astimezone(ZoneInfo("Europe/Stockholm"))
    async with begin() as work:
        await work.drafts.add(
            a_draft(
                created_at=local,
                wanted_start=local,
                wanted_end=local + timedelta(hours=1),
                hours=Decimal("1.50"),
                choices=("A", "B"),
                last_day=local.date(),
                days_off="skip",
            )
        )
        known = await work.drafts.get("draft-1")
    async with begin() as work:
        read = await work.drafts.get("draft-1")

    assert repr(known) == repr(read)


async def test_a_draft_is_changed_by_one_at_a_time(begin: Begin) -> None:
    async with begin() as work:
        await work.drafts.add(a_draft())
        await work.drafts.save(a_draft().change(note="mine"))
        with pytest.raises(OutOfDate):
            await work.drafts.save(a_draft().change(note="theirs"))
        with pytest.raises(NotFound):
            await work.drafts.get("draft-2")


async def test_the_latest_live_draft_is_neither_placed_nor_dropped(begin: Begin) -> None:
    async with begin() as work:
        await work.drafts.add(a_draft(id="old", created_at=NOW - 2 * HOUR))
        await work.drafts.add(a_draft(id="live", created_at=NOW - HOUR))
        await work.drafts.add(a_draft(id="placed", request="B-2022-0001"))
        await work.drafts.add(a_draft(id="dropped", is_dropped=True))
        await work.drafts.add(a_draft(id="theirs", person="REK2", is_dropped=True))
        latest = await work.drafts.latest_live("REK1")

        assert latest is not None
        assert latest.id == "live"
        assert await work.drafts.latest_live("REK2") is None


async def test_the_late_ones_are_open_not_resting_and_past_their_promise_the_longest_late_first(begin: Begin) -> None:
    late = NOW + HOUR
    async with begin() as work:
        await add(
            work,
            a_request(id="B-2022-0001", promised_at=NOW + HOUR / 2),
            a_request(id="B-2022-0002", promised_at=NOW),
            a_request(id="B-2022-0003", promised_at=late),
            a_request(id="B-2022-0004", promised_at=NOW, status=RequestStatus.WAITING),
            a_request(id="B-2022-0005", promised_at=NOW, status=RequestStatus.DONE),
            a_request(id="B-2022-0006", promised_at=None),
        )
        listing = Listing(units=("PV1",), late_at=late)

        found = await work.requests.listed(listing, limit=9)

        assert ids(found) == ["B-2022-0002", "B-2022-0001"]
        assert all(each.is_late(late) for each in found)
        assert await work.requests.count_listed(listing, most=9) == 2
