"""An emergency in English is one as in Swedish, a drill is none, and windows are cleaned without being asked."""

import pytest

from catalog.boundary import severity_of
from catalog.models import Severity
from dialogs.order import SURE
from dialogs.understanding import Intent
from tests.dialogs.understanding.test_utterances import heard
from tests.factories import example_pilot

BOUNDARY = example_pilot().catalogue.boundary


@pytest.mark.parametrize(
    ("text", "code", "severity"),
    [
        ("sparks from the socket", "EL", "emergency"),
        ("the socket is sparking", "EL", "emergency"),
        ("no power in the whole school", "EL", "urgent"),
        ("somebody is trapped in the elevator", "HISS", "emergency"),
        ("people are stuck in the lift", "HISS", "emergency"),
        ("hissen står still och det sitter någon i den!", "HISS", "emergency"),
        ("the lift has stopped with someone inside", "HISS", "emergency"),
        ("there's a strong smell of gas in the kitchen", "BRANDLARM", "emergency"),
        ("gasläkt i köket", "BRANDLARM", "emergency"),
        ("the lift does not work", "HISS", "urgent"),
        ("it is freezing in the classroom", "VARME", "urgent"),
        ("the radiator is broken and the children are freezing", "VARME", "urgent"),
        ("the radiator is broken", "VARME", "normal"),
        ("elementet läcker", "LACKA", "emergency"),
        ("it's leaking from the radiator", "LACKA", "emergency"),
        ("elementet är kallt", "VARME", "normal"),
        ("racist graffiti on the wall", "KLOTTER", "urgent"),
        ("graffiti on the wall", "KLOTTER", "normal"),
        ("the kitchen is on fire", "BRANDLARM", "emergency"),
        ("the lamp is smoking", "BRANDLARM", "emergency"),
        ("water is pouring from the ceiling", "LACKA", "emergency"),
        ("it is an emergency, water everywhere", "LACKA", "emergency"),
        ("someone is bleeding", "RISK", "emergency"),
        ("the teacher is unconscious", "RISK", "emergency"),
        ("ett barn blöder", "RISK", "emergency"),
    ],
)
def test_what_is_urgent_in_english_is_reported_as_urgent(text: str, code: str, severity: str) -> None:
    understood = heard(text)

    assert understood.object == code
    assert severity_of(BOUNDARY[code], text) is Severity(severity)
    assert understood.confidence >= SURE or understood.service is not None or understood.confidence > 0.4


@pytest.mark.parametrize(
    "text", ["broken glass everywhere, a child is hurt", "krossat glas i korridoren, ett barn har skadat sig"]
)
def test_that_somebody_is_hurt_comes_first(text: str) -> None:
    understood = heard(text)

    assert understood.object == "RISK"
    assert [each.service for each in understood.more] == ["LOK-AKU"]


@pytest.mark.parametrize("text", ["nobody is hurt", "water the plants in the hall", "dörren har slagit sig"])
def test_what_is_no_emergency_is_not_made_one(text: str) -> None:
    understood = heard(text)

    assert understood.object != "RISK" or understood.confidence < 0.4
    assert understood.object != "LACKA"


@pytest.mark.parametrize(
    "text", ["clean the windows", "please wash the windows in the hall", "the windows need to be cleaned"]
)
def test_windows_to_be_cleaned_need_no_choice(text: str) -> None:
    understood = heard(text)

    assert (understood.intent, understood.service) == (Intent.ORDER, "LOK-FON")
    assert understood.confidence >= SURE


@pytest.mark.parametrize("text", ["fire drill", "we need a fire drill on Friday", "brandövning på fredag"])
def test_a_drill_is_no_hole_in_a_wall(text: str) -> None:
    assert heard(text).intent is Intent.UNKNOWN


@pytest.mark.parametrize(
    ("text", "service"),
    [("set up chairs for the fire drill on Friday", "VAK-MOB"), ("drill a hole in the wall", "VAK-MON")],
)
def test_what_is_wanted_beside_a_drill_is_ordered(text: str, service: str) -> None:
    assert heard(text).service == service
