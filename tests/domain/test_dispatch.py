"""Only those who may do the work are suggested, and the best comes first for a reason that is told."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dispatch import suggest
from domain.people import Holding, Person, Role

DAY = date(2022, 3, 16)


def an_employee(
    code: str, *, units: tuple[str, ...] = ("PV1",), holds: str = "VAKT", until: date | None = None, week: str = "40"
) -> Person:
    return Person(
        code=code,
        name=code,
        email="a@b.example",
        aad_object_id=code,
        roles=frozenset({Role.SERVICE_EMPLOYEE}),
        units=units,
        hours_per_week=Decimal(week),
        holdings=tuple(Holding(competence=each, valid_to=until) for each in holds.split()),
    )


def names(*people: Person, load: dict[str, str] | None = None, hours: str = "1") -> list[str]:
    loads = {code: Decimal(each) for code, each in (load or {}).items()}
    found = suggest(people, demanded=["VAKT"], unit="PV1", day=DAY, load_hours=loads, hours=Decimal(hours))
    return [each.person.code for each in found]


def test_who_lacks_a_competence_is_not_suggested() -> None:
    assert names(an_employee("A", holds="STAD"), an_employee("B")) == ["B"]


def test_a_competence_counts_to_and_with_its_last_day() -> None:
    assert names(an_employee("A", until=DAY), an_employee("B", until=date(2022, 3, 15))) == ["A"]


def test_the_team_of_the_unit_comes_before_a_smaller_load() -> None:
    found = names(an_employee("A", units=("PV2",)), an_employee("B"), an_employee("C"), load={"B": "3", "C": "2"})

    assert found == ["C", "B", "A"]


def test_a_full_day_comes_last_even_in_the_team() -> None:
    assert names(an_employee("A"), an_employee("B", units=()), load={"A": "7.5"}) == ["B", "A"]


def test_each_suggestion_says_why() -> None:
    people = [an_employee("A", week="30"), an_employee("B", units=())]

    first, second = suggest(people, demanded=(), unit="PV1", day=DAY, load_hours={"B": Decimal(8)})

    assert (first.reasons, first.has_room) == (("all-competences", "unit-team", "least-load"), True)
    assert (first.load_hours, first.day_hours) == (Decimal(0), Decimal(6))
    assert (second.reasons, second.has_room) == (("all-competences", "other-team", "no-room"), False)


def test_nobody_is_suggested_when_nobody_can() -> None:
    assert names() == []


PEOPLE = st.lists(
    st.builds(
        an_employee,
        st.sampled_from("ABCDEFGH"),
        units=st.sampled_from([(), ("PV1",), ("PV2",)]),
        holds=st.sampled_from(["", "VAKT", "VAKT STAD"]),
    ),
    unique_by=lambda each: each.code,
)


@given(people=PEOPLE, load=st.dictionaries(st.sampled_from("ABCDEFGH"), st.integers(0, 10).map(str)), data=st.data())
def test_the_order_of_asking_changes_nothing(people: list[Person], load: dict[str, str], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(people))

    assert names(*shuffled, load=load) == names(*people, load=load)


@pytest.mark.parametrize(
    ("hours", "load", "week", "why"),
    [
        ("20", "0", "40", "too-long"),
        ("20", "8", "40", "too-long"),
        ("2", "8", "40", "no-room"),
        ("2", "7", "40", "little-room"),
        ("2", "0", "0", "unknown-hours"),
        ("2", "6", "40", None),
    ],
)
def test_a_day_is_only_called_full_when_it_is(hours: str, load: str, week: str, why: str | None) -> None:
    (found,) = suggest(
        [an_employee("A", week=week)],
        demanded=(),
        unit="PV1",
        day=DAY,
        load_hours={"A": Decimal(load)},
        hours=Decimal(hours),
    )

    assert found.has_room is (why is None)
    assert found.reasons[3:] == (() if why is None else (why,))
