"""Neither a small group nor a person's answer can be had from what is shown, by whatever sums and differences."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.suppression import MIN_GROUP, Group, is_showable, pooled, showable_groups
from tests.domain.deriving import is_derivable, is_secret

PARENTS = {"A": "all", "B": "all", "C": "all", "A1": "A", "A2": "A", "B1": "B", "B2": "B", "C1": "C", "none": "all"}
LEAVES = ("A1", "A2", "B1", "B2", "C1", "none")
"""Units of three administrations, and those who answer for no unit."""
ANSWERS = st.lists(st.sampled_from("xy"), max_size=9)


def a_group(said: Sequence[str], silent: int = 0) -> Group:
    return Group(answers=Counter(said), asked=len(said) + silent)


GROUPS = st.builds(a_group, ANSWERS, st.integers(0, 2))


def of_two_kinds(count: int) -> Group:
    return a_group(["x"] + ["y"] * (count - 1) if count else [], silent=1)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({"A1": 5}, {"all", "A", "A1"}),
        ({"A1": 4}, set()),
        ({"A1": 9, "A2": 6, "B1": 2}, {"all", "A1"}),  # A less A1 and A2 is nobody, so A would give B away
        ({"A1": 6, "A2": 2, "B1": 7}, {"all", "A", "B", "B1"}),
        ({"A1": 3, "A2": 3, "B1": 5}, {"all", "A", "B", "B1"}),
        ({"A1": 6, "none": 2}, {"all"}),
        ({"A1": 6, "none": 9, "B1": 2}, {"all", "A", "A1"}),
        ({}, set()),
    ],
)
def test_a_small_group_takes_the_smallest_beside_it_along(counts: Mapping[str, int], shown: set[str]) -> None:
    leaves = {leaf: of_two_kinds(count) for leaf, count in counts.items()}

    assert showable_groups(leaves, PARENTS, never={"none"}) == shown


@pytest.mark.parametrize(
    ("said", "silent", "is_shown"),
    [("xxxxx", 0, False), ("xxxxx", 1, True), ("xxxxy", 0, True), ("xxxy", 9, False)],
)
def test_where_all_have_answered_alike_it_is_not_told(said: str, silent: int, *, is_shown: bool) -> None:
    assert is_showable(a_group(said, silent)) is is_shown


def members(group: str) -> frozenset[str]:
    return frozenset(leaf for leaf in LEAVES if group in {leaf, PARENTS.get(leaf), "all"})


@settings(deadline=None, max_examples=60)
@given(leaves=st.fixed_dictionaries(dict.fromkeys(LEAVES, GROUPS)))
def test_no_sum_of_shown_groups_gives_a_secret_one(leaves: dict[str, Group]) -> None:
    held = [leaf for leaf in LEAVES if leaves[leaf].asked]
    shown = [members(each) & set(held) for each in showable_groups(leaves, PARENTS, never={"none"})]

    found = [
        group
        for size in range(1, len(held) + 1)
        for group in combinations(held, size)
        if is_secret(sum((leaves[leaf] for leaf in group), Group()))
    ]

    assert [group for group in found if shown and is_derivable(frozenset(group), shown, held)] == []


@given(counts=st.fixed_dictionaries(dict.fromkeys(LEAVES[:-1], st.integers(0, 9))))
def test_nothing_is_hidden_without_need(counts: dict[str, int]) -> None:
    leaves = {leaf: of_two_kinds(count) for leaf, count in counts.items()}
    shown, groups = showable_groups(leaves, PARENTS), pooled(leaves, PARENTS)

    assert ("all" in shown) is (sum(counts.values()) >= MIN_GROUP)
    if all(not count or count >= MIN_GROUP for count in counts.values()):
        assert shown == {name for name, group in groups.items() if group.count}
