"""Two people rarely say a place alike; what may be the same is known all the same."""

import pytest

from catalog.same_place import may_be_same_place
from tests.factories import example_pilot

PLACES = example_pilot().catalogue.places_of("PV2")


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("", "", True),
        ("", "Matsalen", False),
        ("Matsalen", " matsalen!", True),
        ("gym", "gymnastiksalen", True),
        ("trappan i Hus C", "stairs in House C", True),
        ("Sal 5", "Sal 7", False),
        ("Sal 5", "Room 5", True),
        ("Avdelning 1", "Avdelning 12", False),
        ("Matsalen", "Biblioteket", False),
        ("köket i Matsalen", "källaren i Hus C", False),
        ("gympasalen", "aulan", False),
    ],
)
def test_a_place_said_in_two_ways_may_be_one(one: str, other: str, *, is_same: bool) -> None:
    assert may_be_same_place(one, other, PLACES) is is_same
    assert may_be_same_place(other, one, PLACES) is is_same
