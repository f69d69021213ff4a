"""A reported fault goes where the boundary list says, at once and once."""

from datetime import UTC, datetime

import pytest

from actions.issues import Report, report_issue
from domain.errors import BadInput, NotAllowed
from domain.requests import RequestStatus
from tests.actions.desk import Desk
from tests.factories import NOW, the_person

S = RequestStatus


async def test_a_leak_in_our_own_premises_goes_to_the_property_party_and_the_coordinator_knows(desk: Desk) -> None:
    issue = await desk.report("LACKA", note="vatten läcker från taket")

    assert (issue.id, issue.status, issue.party, issue.severity) == (
        "F-2022-0001",
        S.FORWARDED,
        "property",
        "emergency",
    )
    assert issue.promised_at is None
    assert await desk.owed() == [("issue.forwarded", "party:property"), ("issue.emergency", "SAM1")]
    assert await desk.story(f"request:{issue.id}") == ["reported"]


async def test_the_same_leak_in_rented_premises_goes_to_the_landlord(desk: Desk) -> None:
    issue = await desk.report("LACKA", who="CHE6", unit="PV6")

    assert issue.party == "landlord"
    assert await desk.owed() == [("issue.forwarded", "party:landlord"), ("issue.emergency", "SAM2")]


async def test_what_is_no_emergency_is_told_to_its_party_alone(desk: Desk) -> None:
    await desk.report("ARMATUR")

    assert await desk.owed() == [("issue.forwarded", "party:property")]


async def test_missed_cleaning_is_a_deviation_in_our_own_queue_with_a_time_to_answer_by(desk: Desk) -> None:
    issue = await desk.report("EJSTAD")

    assert (issue.status, issue.party, issue.deviation_of) == (S.QUEUED, "service", "LOK-REG")
    # Sixteen working hours from Tuesday 10:00: six today, nine on Wednesday, one on Thursday.
    assert issue.promised_at == datetime(2022, 3, 17, 7, 0, tzinfo=UTC)
    assert await desk.owed() == [("request.queued", "SAM1")]


async def test_a_risk_of_injury_is_ours_and_answered_within_the_hour(desk: Desk) -> None:
    issue = await desk.report("RISK")

    assert (issue.status, issue.severity, issue.deviation_of) == (S.QUEUED, "emergency", None)
    assert issue.promised_at == datetime(2022, 3, 15, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("code", "note", "severity"),
    [
        ("EL", "strömlöst i hela huset", "urgent"),
        ("EL", "det gnistrar i uttaget", "emergency"),
        ("VARME", "elementet är ljummet", "normal"),
        ("VARME", "det är iskallt och barnen fryser", "urgent"),
        ("HISS", "hissen har stannat", "urgent"),
        ("HISS", "någon är fast i hissen", "emergency"),
    ],
)
async def test_words_that_escalate_raise_the_severity(desk: Desk, code: str, note: str, severity: str) -> None:
    issue = await desk.report(code, note=note)

    assert issue.severity == severity
    assert (("issue.emergency", "SAM1") in await desk.owed()) == (severity == "emergency")


@pytest.mark.parametrize("code", ["LJUS", "KLOTTER", "FINNSINTE"])
async def test_what_is_ordered_or_unknown_is_not_reported(desk: Desk, code: str) -> None:
    with pytest.raises(BadInput):
        await desk.report(code)
    assert await desk.owed() == []


@pytest.mark.parametrize(
    ("who", "unit", "is_allowed"),
    [
        ("KON11", "PV1", True),
        ("KON11", "PV2", False),
        ("SER2", "PV2", True),
        ("SER2", "PV3", False),
        ("SAM1", "PV4", True),
        ("SAM1", "PV5", False),
        ("PL1", "PV6", True),
        ("ADM1", "PV7", True),
    ],
)
async def test_who_may_report_what_where(desk: Desk, who: str, unit: str, *, is_allowed: bool) -> None:
    reporting = report_issue(
        Report(unit=unit, object="VENT", note="kvavt"),
        by=the_person(who),
        catalogue=desk.catalogue,
        begin=desk.begin,
        at=NOW,
    )
    if is_allowed:
        assert (await reporting).requester == who
    else:
        with pytest.raises(NotAllowed):
            await reporting
