"""The boundary list sends each fault to the right place, as soon as its words demand."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.boundary import JudgementKind, answer_by, is_said, judge_issue, severity_of
from catalog.loader import read_pilot
from catalog.models import Severity
from domain.worktime import CALENDAR, STOCKHOLM

CATALOGUE = read_pilot(Path(__file__).parents[2] / "catalog" / "pilot", day=date(2022, 3, 15)).catalogue


@pytest.mark.parametrize(
    ("row", "unit", "kind", "service", "party"),
    [
        ("LJUS", "PV1", "order", "VAK-LAM", "service"),
        ("HYGSLUT", "PV6", "order", "LOK-HYG", "service"),
        ("LACKA", "PV1", "forward", None, "property"),
        ("LACKA", "PV6", "forward", None, "landlord"),  # an external owner
        ("NAT", "PV6", "forward", None, "it"),
        ("EJSTAD", "PV1", "assignment", None, "service"),
        ("RISK", "PV6", "assignment", None, "service"),
    ],
)
def test_each_fault_goes_where_the_list_says(
    *, row: str, unit: str, kind: str, service: str | None, party: str
) -> None:
    judged = judge_issue(CATALOGUE.boundary[row], CATALOGUE.units[unit], "", CATALOGUE)

    assert (judged.kind, judged.service, judged.party) == (kind, service, party)
    assert judged.is_deviation is (row == "EJSTAD")


@pytest.mark.parametrize("row", sorted(CATALOGUE.boundary))
@pytest.mark.parametrize("unit", sorted(CATALOGUE.units))
def test_every_object_at_every_unit_reaches_somebody(row: str, unit: str) -> None:
    judged = judge_issue(CATALOGUE.boundary[row], CATALOGUE.units[unit], "", CATALOGUE)

    assert judged.party in CATALOGUE.parties
    assert (judged.service is not None) is (judged.kind is JudgementKind.ORDER)
    assert (judged.party == "service") is (judged.kind is not JudgementKind.FORWARD)


@pytest.mark.parametrize(
    ("row", "text", "severity"),
    [
        ("EL", "strömlöst i köket", "urgent"),
        ("EL", "Det GNISTRAR om uttaget!", "emergency"),
        ("EL", "det gnistrade nyss", "emergency"),
        ("EL", "det kommer rök ur dosan", "emergency"),
        ("EL", "röken ligger tät", "emergency"),
        ("EL", "uttaget i rökrutan är trasigt", "urgent"),
        ("HISS", "hissen står stilla", "urgent"),
        ("HISS", "en elev sitter fast i hissen", "emergency"),
        ("HISS", "någon har fastnat i hissen", "emergency"),
        ("HISS", "två är instängda", "emergency"),
        ("HISS", "Hissen står still och någon sitter fast", "emergency"),
        ("HISS", "the lift is stuck and somebody is inside", "emergency"),
        ("HISS", "hissen sitter fast på plan 2", "urgent"),
        ("VARME", "det är under 17 grader i salen", "urgent"),
        ("VARME", "barnen på tvåan fryser", "urgent"),
        ("VARME", "lite kallt", "normal"),
        ("KLOTTER", "någon har skrivit hot på väggen", "urgent"),
        ("KLOTTER", "klotter vid hotellets vägg", "normal"),
        ("LACKA", "det droppar", "emergency"),
    ],
)
def test_words_that_escalate_raise_the_severity_inflected_or_not(row: str, text: str, severity: str) -> None:
    assert severity_of(CATALOGUE.boundary[row], text) == severity


@given(row=st.sampled_from(sorted(CATALOGUE.boundary)), text=st.text())
def test_no_words_lower_the_severity(row: str, text: str) -> None:
    rank = list(Severity).index

    assert rank(severity_of(CATALOGUE.boundary[row], text)) >= rank(CATALOGUE.boundary[row].severity)


PHRASES = sorted({word for row in CATALOGUE.boundary.values() for word in row.escalate_words})


@given(phrase=st.sampled_from(PHRASES), before=st.text(max_size=20), after=st.text(max_size=20))
def test_a_phrase_is_found_wherever_it_stands(phrase: str, before: str, after: str) -> None:
    assert is_said(phrase, f"{before} {phrase.upper()} {after}")


@pytest.mark.parametrize(
    ("severity", "reported", "answered"),
    [
        (Severity.EMERGENCY, "2022-03-19T23:30", "2022-03-20T00:30"),  # on a Saturday night
        (
            Severity.EMERGENCY,
            "2022-03-27T01:30",
            "2022-03-27T03:30",
        ),  # an hour by the clock, in the night of the change
        (Severity.URGENT, "2022-03-15T10:00", "2022-03-15T14:00"),
        (Severity.URGENT, "2022-03-18T15:00", "2022-03-21T10:00"),
        (Severity.NORMAL, "2022-03-15T10:00", "2022-03-17T08:00"),
    ],
)
def test_an_issue_is_answered_in_the_time_of_its_severity(severity: Severity, reported: str, answered: str) -> None:
    moment = datetime.fromisoformat(reported).replace(tzinfo=STOCKHOLM)

    due = answer_by(severity, moment, CALENDAR)

    assert f"{due.astimezone(STOCKHOLM):%Y-%m-%dT%H:%M}" == answered
