"""Only somebody who can do the work, on the day of the work, is suggested or given it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from actions.assignments import decline_assignment
from actions.queue import suggestions_for, work_day
from domain.errors import NotFound, NotSuitable
from domain.people import Holding
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, a_request, example_pilot, the_person

SAM1 = the_person("SAM1")


async def test_who_declined_is_suggested_last(desk: Desk) -> None:
    request = await desk.order()
    async with desk.begin() as work:
        before = await suggestions_for(request, work=work, catalogue=desk.catalogue, at=NOW)
    first = before[0].person.code
    offered = await desk.offer(request, first, by=SAM1)
    await decline_assignment(offered.id, by=the_person(first), begin=desk.begin, at=NOW)

    async with desk.begin() as work:
        after = await suggestions_for(request, work=work, catalogue=desk.catalogue, at=NOW)

    assert after[-1].person.code == first
    assert {each.person.code for each in after} == {each.person.code for each in before}


@pytest.mark.parametrize(
    ("order", "who", "lacking"),
    [
        (("REK1", "VAK-LAM", "SAM1"), "SER2", "VAKT"),
        (("CHE5", "LOK-AKU", "SAM2"), "SER1", "HYG|VARD"),
        (("CHE6", "VAX-INN", "SAM2"), "SER3", "HYG|VARD"),
        (("REK1", "VAK-LAM", "SAM1"), "KON12", "VAKT|BEMOT"),
        (("REK1", "VAX-INN", "SAM1"), "REK1", "BEMOT"),
    ],
)
async def test_who_lacks_a_competence_of_the_service_or_the_unit_is_refused(
    desk: Desk, order: tuple[str, str, str], who: str, lacking: str
) -> None:
    maker, service, coordinator = order
    request = await desk.order(maker, service=service)

    with pytest.raises(NotSuitable) as refused:
        await desk.offer(request, who, by=the_person(coordinator))

    assert refused.value.values == {"person": who, "competences": lacking}


async def people_with(desk: Desk, code: str, **but: object) -> None:
    pilot = example_pilot()
    people = tuple(replace(each, **but) if each.code == code else each for each in pilot.people)  # type: ignore[arg-type]
    async with desk.begin() as work:
        await work.catalogues.load(replace(pilot, people=people), prices_from=TODAY)


@pytest.mark.parametrize(("valid_to", "is_refused"), [(date(2022, 3, 15), True), (date(2022, 3, 16), False)])
async def test_a_competence_must_be_valid_on_the_day_of_the_work_and_not_of_the_offer(
    desk: Desk, valid_to: date, *, is_refused: bool
) -> None:
    await people_with(
        desk, "SER1", holdings=(Holding(competence="VAKT", valid_to=valid_to), Holding(competence="BEMOT"))
    )
    request = await desk.order(wanted_kind="before", wanted_end=datetime(2022, 3, 16, 7, tzinfo=UTC))

    if is_refused:
        with pytest.raises(NotSuitable):
            await desk.offer(request, "SER1", by=SAM1)
    else:
        offered = await desk.offer(request, "SER1", by=SAM1)
        assert offered.planned_start == datetime(2022, 3, 16, 6, 30, tzinfo=UTC)


async def test_somebody_who_has_left_is_refused_and_nobody_is_not_found(desk: Desk) -> None:
    await people_with(desk, "SER1", is_active=False)
    request = await desk.order()

    with pytest.raises(NotSuitable):
        await desk.offer(request, "SER1", by=SAM1)
    with pytest.raises(NotFound):
        await desk.offer(request, "SER99", by=SAM1)


@pytest.mark.parametrize(
    ("wanted", "day"),
    [
        ({}, "2022-03-15"),
        ({"wanted_start": datetime(2022, 3, 18, 12, tzinfo=UTC)}, "2022-03-18"),
        ({"wanted_end": datetime(2022, 6, 30, 12, tzinfo=UTC)}, "2022-06-30"),
        ({"wanted_start": datetime(2022, 3, 1, tzinfo=UTC)}, "2022-03-15"),
        # Saturday work is done on the Saturday that was asked for.
        ({"wanted_start": datetime(2022, 3, 19, 17, tzinfo=UTC)}, "2022-03-19"),
        ({"wanted_start": datetime(2022, 3, 18, 23, 30, tzinfo=UTC)}, "2022-03-19"),
    ],
)
def test_the_day_of_the_work_is_the_day_it_is_planned(wanted: dict[str, datetime], day: str) -> None:
    assert work_day(a_request(**wanted), NOW).date().isoformat() == day


def test_work_without_a_wanted_time_is_planned_for_the_next_opening() -> None:
    friday_evening = datetime(2022, 3, 18, 20, tzinfo=UTC)

    assert work_day(a_request(), friday_evening).date() == date(2022, 3, 21)


async def test_somebody_whose_day_is_full_is_suggested_after_who_has_room(desk: Desk) -> None:
    start = datetime(2022, 3, 16, 7, tzinfo=UTC)
    busy = await desk.order("REK1", service="VAK-MOB", hours=Decimal(7), wanted_kind="at", wanted_start=start)
    await desk.offer(busy, "SER1", by=SAM1)
    long = await desk.order("REK1", service="VAK-MOB", hours=Decimal(2), wanted_kind="at", wanted_start=start)

    async with desk.begin() as work:
        found = await suggestions_for(long, work=work, catalogue=desk.catalogue, at=NOW)

    by_code = {each.person.code: each for each in found}
    assert (by_code["SER1"].has_room, by_code["SER3"].has_room) == (False, True)
    assert found[0].person.code == "SER3"
