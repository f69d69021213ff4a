"""An order is placed once, at the cost that was shown, under an agreement that holds, or not at all."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from actions.orders import change_draft, drop_draft, keep_draft, place_order
from actions.quotes import quote_draft
from catalog.models import AgreementStatus, Category
from domain.errors import NoAgreement, NotAllowed, NotOrderable, OutOfDate, WrongState
from domain.requests import RequestStatus
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, example_pilot, the_person

S = RequestStatus
BEFORE_EIGHT = datetime(2022, 3, 16, 7, 0, tzinfo=UTC)
"""2022-03-16 08:00 in Stockholm."""


async def test_a_placed_order_is_numbered_queued_promised_and_priced_and_its_coordinator_owed_one_card(
    desk: Desk,
) -> None:
    request = await desk.order(place="B214", wanted_kind="before", wanted_end=BEFORE_EIGHT)

    assert (request.id, request.status, request.requester) == ("B-2022-0001", S.QUEUED, "KON11")
    # Four working hours from 10:00 are over at 14:00; the wanted time is later, so it is the promise.
    assert request.promised_at == BEFORE_EIGHT
    assert (request.hours, request.price) == (Decimal("0.5"), Decimal(420))
    assert (request.included, request.charged) == (Decimal(210), Decimal(0))
    assert await desk.owed() == [("request.queued", "SAM1")]
    assert await desk.story("request:B-2022-0001") == ["placed"]


@pytest.mark.parametrize(("unit", "who", "coordinator"), [("PV5", "KON51", "SAM2"), ("PV2", "KON21", "SAM1")])
async def test_the_coordinator_of_the_unit_is_owed_the_card_and_no_other(
    desk: Desk, unit: str, who: str, coordinator: str
) -> None:
    await desk.order(who, unit=unit)

    assert await desk.owed() == [("request.queued", coordinator)]


async def test_what_is_included_and_what_is_charged_make_up_the_whole_to_the_ore(desk: Desk) -> None:
    request = await desk.order("REK1", service="LOK-STO", hours=Decimal("12.33"))

    assert request.included == Decimal(12) * 410
    assert request.included + (request.charged or 0) == (Decimal("12.33") * 410).quantize(Decimal("0.01"))


async def test_a_wanted_time_before_the_promised_one_can_still_be_ordered(desk: Desk) -> None:
    request = await desk.order(service="LOK-FON", wanted_kind="before", wanted_end=BEFORE_EIGHT)

    assert request.status is S.QUEUED
    assert request.wanted_end == BEFORE_EIGHT
    # 40 working hours are four days of nine and four hours of a fifth.
    assert request.promised_at == datetime(2022, 3, 21, 13, 0, tzinfo=UTC)


async def test_an_add_on_of_a_requester_waits_for_the_principal_of_the_unit(desk: Desk) -> None:
    request = await desk.order(service="NYC-KOR")

    assert (request.status, request.approved_by) == (S.AWAITING_APPROVAL, None)
    assert await desk.owed() == [("request.approval", "REK1")]


@pytest.mark.parametrize(
    ("hours", "status"),
    # 12 hours are included; at 430 an hour the limit of 2,500 lies at 5.81 hours beyond.
    [("17.81", S.QUEUED), ("17.82", S.AWAITING_APPROVAL)],
)
async def test_only_a_cost_above_the_limit_waits_for_approval(desk: Desk, hours: str, status: RequestStatus) -> None:
    request = await desk.order(service="LOK-FON", hours=Decimal(hours))

    assert request.status is status


async def test_what_a_principal_orders_is_approved_by_placing_it_and_recorded_so(desk: Desk) -> None:
    request = await desk.order("REK1", service="NYC-KOR")

    assert (request.status, request.approved_by) == (S.QUEUED, "REK1")
    events = await desk.events(f"request:{request.id}")
    assert [(each.what, each.person, each.before, each.after) for each in events] == [
        ("placed", "REK1", "submitted", "awaiting_approval"),
        ("approved", "REK1", "awaiting_approval", "queued"),
    ]
    assert await desk.owed() == [("request.queued", "SAM1")]


async def test_an_add_on_waits_for_approval_also_where_the_agreement_holds_none(desk: Desk) -> None:
    agreements = tuple(
        replace(each, lines=tuple(line for line in each.lines if line.category is not Category.ADD_ON))
        for each in desk.catalogue.agreements
    )
    without = Desk(begin=desk.begin, catalogue=replace(desk.catalogue, agreements=agreements))

    request = await without.order(service="NYC-KOR")

    assert request.status is S.AWAITING_APPROVAL
    assert request.charged == Decimal("222.50")


async def test_where_a_unit_has_no_principal_its_coordinator_learns_what_waits(desk: Desk) -> None:
    pilot = example_pilot()
    people = tuple(replace(each, is_active=each.code != "REK1") for each in pilot.people)
    async with desk.begin() as work:
        await work.catalogues.load(replace(pilot, people=people), prices_from=TODAY)

    await desk.order(service="NYC-KOR")

    assert await desk.owed() == [("request.approval", "SAM1")]


async def test_an_offered_agreement_refuses_with_why_and_nothing_is_lost(desk: Desk) -> None:
    draft = await desk.draft("CHE7", place="Scenen", note="byt lampan på scenen")

    with pytest.raises(NoAgreement) as refused:
        await desk.place(draft)

    assert refused.value.values == {"unit": "PV7", "reason": "not-signed", "agreement": "AVT-PV7"}
    async with desk.begin() as work:
        assert await work.drafts.get(draft.id) == draft
        assert await work.requests.all() == []
        assert await work.outbox.list_notices() == []


@pytest.mark.parametrize(
    ("status", "day", "reason"),
    [
        (AgreementStatus.SIGNED, "2021-12-31", "not-begun"),
        (AgreementStatus.SIGNED, "2024-01-01", "over"),
        (AgreementStatus.DRAFT, "2022-03-15", "not-signed"),
        (AgreementStatus.ENDED, "2022-03-15", "over"),
    ],
)
async def test_the_refusal_says_which_agreement_there_is_instead(
    desk: Desk, status: AgreementStatus, day: str, reason: str
) -> None:
    agreements = tuple(replace(each, status=status) for each in desk.catalogue.agreements)
    changed = Desk(begin=desk.begin, catalogue=replace(desk.catalogue, agreements=agreements))
    wanted = datetime.fromisoformat(f"{day}T12:00:00+01:00")

    with pytest.raises(NoAgreement) as refused:
        await changed.order("REK1", wanted_kind="at", wanted_start=wanted)

    assert refused.value.values["reason"] == reason


async def test_the_agreement_of_the_wanted_day_counts_and_not_that_of_today(desk: Desk) -> None:
    with pytest.raises(NoAgreement):
        await desk.order("REK1", wanted_kind="before", wanted_end=datetime(2024, 1, 2, 12, tzinfo=UTC))


@pytest.mark.parametrize(("service", "reason"), [("BAD-SER", "unit-type"), ("MAL-VAR", "not-open"), (None, "unknown")])
async def test_what_a_unit_cannot_order_is_refused_with_why(desk: Desk, service: str | None, reason: str) -> None:
    with pytest.raises(NotOrderable) as refused:
        await desk.order(service=service)

    assert refused.value.values["reason"] == reason


@pytest.mark.parametrize("who", ["SER1", "PL1", "EK1", "AGA1", "ADM1"])
async def test_who_may_not_order_makes_no_draft(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        await desk.draft(who, unit="PV1")


async def test_nobody_orders_for_another_unit_and_a_coordinator_for_each_of_theirs(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        await desk.draft("REK1", unit="PV2")
    assert (await desk.order("SAM1", unit="PV3")).unit == "PV3"
    with pytest.raises(NotAllowed):
        await desk.draft("SAM1", unit="PV5")


async def test_a_draft_is_its_makers_alone(desk: Desk) -> None:
    draft = await desk.draft("KON11")
    other = the_person("REK1")

    with pytest.raises(NotAllowed):
        await change_draft(draft.id, {"place": "A12"}, by=other, begin=desk.begin, at=NOW)
    with pytest.raises(NotAllowed):
        await drop_draft(draft.id, by=other, begin=desk.begin, at=NOW)
    with pytest.raises(NotAllowed):
        await place_order(draft.id, {}, by=other, catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def test_twenty_presses_at_once_give_one_order_and_one_card_in_the_queue(anywhere: Desk) -> None:
    draft = await anywhere.draft()

    placed = await asyncio.gather(*(anywhere.place(draft) for _ in range(20)))

    assert {each.id for each in placed} == {"B-2022-0001"}
    async with anywhere.begin() as work:
        assert len(await work.requests.all()) == 1
    assert await anywhere.owed() == [("request.queued", "SAM1")]
    assert await anywhere.story("request:B-2022-0001") == ["placed"]


async def test_what_the_press_changed_is_placed_with_it(desk: Desk) -> None:
    draft = await desk.draft(place="B214")

    request = await place_order(
        draft.id,
        {"place": "Aulan", "count": 4},
        by=the_person("KON11"),
        catalogue=desk.catalogue,
        begin=desk.begin,
        at=NOW,
    )

    assert (request.place, request.count) == ("Aulan", 4)
    async with desk.begin() as work:
        kept = await work.drafts.get(draft.id)
    assert (kept.place, kept.request) == ("Aulan", request.id)


async def test_a_dropped_draft_is_not_placed(desk: Desk) -> None:
    draft = await desk.draft()
    await drop_draft(draft.id, by=the_person("KON11"), begin=desk.begin, at=NOW)

    with pytest.raises(WrongState):
        await desk.place(draft)


async def test_a_placed_draft_is_neither_changed_nor_dropped(desk: Desk) -> None:
    draft = await desk.draft()
    await desk.place(draft)

    with pytest.raises(WrongState):
        await change_draft(draft.id, {"place": "A12"}, by=the_person("KON11"), begin=desk.begin, at=NOW)
    with pytest.raises(WrongState):
        await drop_draft(draft.id, by=the_person("KON11"), begin=desk.begin, at=NOW)


async def test_the_same_sentence_again_keeps_the_draft_as_it_is_by_now(desk: Desk) -> None:
    draft = await desk.draft()
    changed = await change_draft(draft.id, {"place": "Aulan"}, by=the_person("KON11"), begin=desk.begin, at=NOW)

    again = await keep_draft(draft, by=the_person("KON11"), catalogue=desk.catalogue, begin=desk.begin)

    assert again == changed


async def test_two_orders_share_the_hours_of_the_month_and_the_next_month_has_its_own(desk: Desk) -> None:
    first = await desk.order(service="LOK-STO", hours=Decimal(8))
    second = await desk.order(service="LOK-FON", hours=Decimal(5))
    april = datetime(2022, 4, 1, 10, tzinfo=UTC)
    third = await desk.order(service="LOK-FON", hours=Decimal(5), wanted_kind="at", wanted_start=april)

    assert (first.included, first.charged) == (Decimal(8) * 410, Decimal(0))
    assert (second.included, second.charged) == (Decimal(4) * 430, Decimal(430))
    assert (third.included, third.charged) == (Decimal(5) * 430, Decimal(0))


async def test_orders_placed_at_once_never_draw_the_same_hours(anywhere: Desk) -> None:
    drafts = [await anywhere.draft(service="LOK-STO", hours=Decimal(8)) for _ in range(6)]

    placed = await asyncio.gather(*(anywhere.place(draft) for draft in drafts))

    assert sum((each.included or Decimal(0)) for each in placed) == Decimal(12) * 410


async def test_what_is_refused_takes_no_number(desk: Desk) -> None:
    with pytest.raises(NotOrderable):
        await desk.order(service="MAL-VAR")

    assert (await desk.order()).id == "B-2022-0001"


async def test_an_extra_visit_of_a_mandatory_service_is_charged_whole(desk: Desk) -> None:
    request = await desk.order(service="LOK-REG")

    assert (request.included, request.charged) == (Decimal(0), Decimal(385))


async def test_a_cost_that_is_not_the_one_shown_orders_nothing(desk: Desk) -> None:
    draft = await desk.draft(service="LOK-STO", hours=Decimal(8))
    await desk.order(service="LOK-STO", hours=Decimal(8))

    with pytest.raises(OutOfDate):
        await desk.place(draft, charged="0.00")

    async with desk.begin() as work:
        assert (await work.drafts.get(draft.id)).is_live
    assert (await desk.place(draft, charged="1640")).charged == Decimal(1640)


async def test_what_the_press_changes_is_not_ordered_at_a_cost_that_nobody_saw(desk: Desk) -> None:
    draft = await desk.draft(service="LOK-STO")

    with pytest.raises(OutOfDate):
        await place_order(
            draft.id,
            {"hours": Decimal(20)},
            by=the_person("KON11"),
            catalogue=desk.catalogue,
            begin=desk.begin,
            at=NOW,
            charged_as_shown="0.00",
        )


async def test_the_price_stays_what_it_was_when_the_order_was_placed(desk: Desk) -> None:
    request = await desk.order()
    dearer = {
        code: replace(each, price_sek_per_hour=each.price_sek_per_hour * 2)
        for code, each in desk.catalogue.services.items()
    }
    later = Desk(begin=desk.begin, catalogue=replace(desk.catalogue, services=dearer))
    await later.order()

    assert (await desk.request(request.id)).price == Decimal(420)


async def test_words_that_escalate_make_an_order_urgent(desk: Desk) -> None:
    calm = await desk.order("REK1", service="SAN-KLO", object="KLOTTER", note="klotter på väggen")
    hateful = await desk.order("REK1", service="SAN-KLO", object="KLOTTER", note="hakkors på väggen")

    assert (calm.severity, hateful.severity) == (None, "urgent")


async def test_an_order_of_the_last_evening_of_the_year_is_numbered_by_the_clock_of_stockholm(desk: Desk) -> None:
    request = await desk.order(at=datetime(2022, 12, 31, 23, 30, tzinfo=UTC))

    assert request.id == "B-2023-0001"


async def test_a_quote_of_december_knows_the_month_from_the_next(desk: Desk) -> None:
    december = datetime(2022, 12, 31, 22, 30, tzinfo=UTC)
    await desk.order(service="LOK-STO", hours=Decimal(8), wanted_kind="at", wanted_start=december + timedelta(hours=1))
    draft = await desk.draft(service="LOK-STO", hours=Decimal(8), wanted_kind="at", wanted_start=december)

    async with desk.begin() as work:
        quote = await quote_draft(draft, work=work, catalogue=desk.catalogue, at=NOW)

    assert quote.cost.charged == Decimal(0)
