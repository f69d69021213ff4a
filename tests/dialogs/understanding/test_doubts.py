"""A fault that is denied, mended, practised or asked about is never taken for one that is going on."""

import pytest

from dialogs.order import SURE
from dialogs.understanding import Intent
from dialogs.understanding.reading import DOUBTED
from tests.dialogs.understanding.test_utterances import heard


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Det är ingen läcka längre", "LACKA"),
        ("ingen har ramlat", "RISK"),
        ("vi har inte haft inbrott", "INBROTT"),
        ("läckan är lagad", "LACKA"),
        ("det brinner inte", "BRANDLARM"),
        ("läcker det fortfarande?", "LACKA"),
        ("vad gör jag om det läcker?", "LACKA"),
        ("det kanske läcker i taket", "LACKA"),
        ("there is no leak", "LACKA"),
        ("the leak is fixed", "LACKA"),
    ],
)
def test_a_fault_that_may_be_none_has_little_confidence(text: str, code: str) -> None:
    understood = heard(text)

    assert (understood.intent, understood.object) == (Intent.ISSUE, code)
    assert understood.confidence <= DOUBTED


@pytest.mark.parametrize(
    "text", ["brandövning på fredag kl 10", "maten var god", "imorgon testar vi provlarm, brandlarmet"]
)
def test_what_is_no_fault_is_not_taken_for_one(text: str) -> None:
    assert heard(text).intent is Intent.UNKNOWN


@pytest.mark.parametrize("text", ["hur anmäler jag en läcka?", "hur felanmäler jag?", "how do I report a leak?"])
def test_who_asks_how_to_report_is_told_how(text: str) -> None:
    assert heard(text).intent is Intent.HELP


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("vatten läcker från taket i gymnastiksalen", "LACKA"),
        ("inbrott i natt, fönstret uppbrutet", "INBROTT"),
        ("strömlöst i hela huset", "EL"),
        ("ingen ström i huset", "EL"),
        ("läckan är inte lagad", "LACKA"),
        ("hissen fungerar inte längre", "HISS"),
        ("kan ni fixa läckan i taket?", "LACKA"),
        ("cykeln är stulen", "INBROTT"),
        ("my bike was stolen", "INBROTT"),
    ],
)
def test_a_clear_fault_is_sure(text: str, code: str) -> None:
    understood = heard(text)

    assert (understood.intent, understood.object) == (Intent.ISSUE, code)
    assert understood.confidence > DOUBTED


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Bilen läcker olja",
            "minibussen läcker diesel",
            "oljan läcker ut på golvet i garaget",
            "skrivaren läcker bläck",
        ),
        *("det är en oljeläcka på parkeringen", "Bilen läcker", "the car is leaking oil", "the van leaks"),
    ],
)
def test_what_leaks_no_water_is_a_fault_that_has_to_be_asked_about(text: str) -> None:
    understood = heard(text)

    assert (understood.intent, understood.object, understood.service) == (Intent.ISSUE, None, None)
    assert understood.confidence <= DOUBTED


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("bilen läcker och det är vatten på golvet", ["LACKA"]),
        ("det läcker olja från hissen", ["HISS"]),
        ("bilen läcker olja och Lisa har skadat sig", ["RISK"]),
        ("mobilen ligger kvar och det läcker i taket", ["LACKA"]),
    ],
)
def test_a_leak_of_oil_hides_nothing_else(text: str, codes: list[str]) -> None:
    understood = heard(text)

    assert [each.object for each in (understood, *understood.more) if each.object] == codes


@pytest.mark.parametrize("text", ["stolen håller inte längre", "bordet håller inte längre"])
def test_furniture_that_gives_way_is_repaired(text: str) -> None:
    assert heard(text).service == "VAK-REP"


@pytest.mark.parametrize("text", ["skicka en vaktmästare", "skicka någon till aulan", "send somebody to the library"])
def test_somebody_to_come_is_asked_about_with_what_a_caretaker_does(text: str) -> None:
    understood = heard(text)
    offered = [understood.service, *understood.alternatives]

    assert understood.intent is Intent.ORDER
    assert understood.confidence < SURE
    assert len([code for code in offered if code and code.startswith("VAK-")]) > 1


@pytest.mark.parametrize("text", ["stäng av larmet", "turn off the alarm"])
def test_an_alarm_is_not_turned_off_by_a_service(text: str) -> None:
    assert heard(text).intent is Intent.UNKNOWN


def test_what_is_going_on_is_the_year_wheel() -> None:
    assert heard("vad är på gång?").intent is Intent.REPORTS
