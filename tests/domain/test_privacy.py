"""Personal identity numbers are masked however they are written; other numbers stay.

The numbers are made up: the day of birth with a serial number and the check digit that belongs to it.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.privacy import MASK, mask_identity_numbers


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("811228-9874", MASK),
        ("8112289874", MASK),
        ("19811228-9874", MASK),
        ("198112289874", MASK),
        ("811228+9874", MASK),
        ("811228 9874", MASK),
        ("811228 - 9874", MASK),
        ("811228\u20139874", MASK),
        ("811228\u00a0-\u00a09874", MASK),
        ("1981-12-28-9874", MASK),
        ("81 12 28 9874", MASK),
        ("811288-9873", MASK),  # a coordination number: the day plus 60
        ("pnr811228-9874ring", f"pnr{MASK}ring"),
        ("Elev 811228-9874, 8112289874.", f"Elev {MASK}, {MASK}."),
        ("mitt personnummer är 811228-9875", f"mitt personnummer är {MASK}"),  # mistyped
        ("000229-1234", MASK),  # a leap day of 2000
        ("٨١١٢٢٨-٩٨٧٤", MASK),
    ],
)
def test_an_identity_number_is_masked_however_it_is_written(text: str, masked: str) -> None:
    found = mask_identity_numbers(text)

    assert found.text == masked
    assert found.has_found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kan någon byta lysröret i sal B214 imorgon före 8?",
        "ring 040-628 04 10",
        "ring 0406280410",
        "B-2022-0001 och F-2022-0001",
        "8112289875",  # bare digits with a wrong check digit
        "811328-9874",  # no thirteenth month
        "811232-9874",  # no thirty-second day
        "010229-1234",  # 1801, 1901 and 2001 had no leap day
        "17811228-9874",  # nobody is that old
        "2022-03-15 1300",
        "2022-03-15 08:00",
        "2022-03-15T10:00:00+01:00",
        "811228-98745",
        "1811228-98741",
        "00000000-0000-4000-8000-000000000001",
        "19811228-9874-4000-8000-000000000001",
        "artikel 12345678901234",
        "811228\n9874",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    found = mask_identity_numbers(text)

    assert found.text == text
    assert not found.has_found


def a_number(born: date, serial: int, *, is_coordination: bool) -> tuple[str, str]:
    """Return the twelve digits' date and last four, with the check digit worked out the long way."""
    day = born.day + (60 if is_coordination else 0)
    nine = f"{born:%y%m}{day:02}{serial:03}"
    doubled = "".join(str(int(digit) * (2 - place % 2)) for place, digit in enumerate(nine))
    check = -sum(int(digit) for digit in doubled) % 10
    return f"{born:%Y%m}{day:02}", f"{serial:03}{check}"


BORN = st.dates(date(1900, 1, 1), date(2029, 12, 31))
WORDS = st.text(st.characters(exclude_categories=["N", "P", "S", "Cs"]), max_size=8)


@given(
    born=BORN,
    serial=st.integers(0, 999),
    is_coordination=st.booleans(),
    is_short=st.booleans(),
    sign=st.sampled_from(["", "-", "+", " ", " - "]),
    before=WORDS,
    after=WORDS,
)
def test_any_number_of_any_shape_is_masked_among_any_words(
    *, born: date, serial: int, sign: str, before: str, after: str, is_coordination: bool, is_short: bool
) -> None:
    day, last = a_number(born, serial, is_coordination=is_coordination)

    found = mask_identity_numbers(f"{before}{day[2:] if is_short else day}{sign}{last}{after}")

    assert found.text == f"{before}{MASK}{after}"


@given(text=st.text())
def test_masking_twice_is_masking_once(text: str) -> None:
    once = mask_identity_numbers(text)

    assert mask_identity_numbers(once.text) == type(once)(text=once.text, has_found=False)


@given(text=st.text(st.characters(exclude_categories=["Nd"])))
def test_a_text_without_digits_stays(text: str) -> None:
    assert mask_identity_numbers(text).text == text
