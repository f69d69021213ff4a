"""What follows from sums that are shown: who attacks a survey has nothing but linear algebra and patience."""

from collections.abc import Sequence
from fractions import Fraction

from domain.suppression import MIN_GROUP, Group


def is_derivable(wanted: frozenset[str], shown: Sequence[frozenset[str]], held: Sequence[str]) -> bool:
    """Tell whether the sum of *wanted* is some sum or difference of the shown sums: is it in their row space?"""
    rows = [[Fraction(leaf in each) for leaf in held] for each in shown]
    return rank([*rows, [Fraction(leaf in wanted) for leaf in held]]) == rank(rows)


def rank(rows: list[list[Fraction]]) -> int:
    left, found = [row[:] for row in rows], 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left if row[column]), None)
        if pivot is not None:
            left.remove(pivot)
            found += 1
            for row in left:
                factor = row[column] / pivot[column]
                row[:] = [cell - factor * other for cell, other in zip(row, pivot, strict=True)]
    return found


def is_secret(group: Group) -> bool:
    """Tell whether the group's answers are few, or tell what each of its people said."""
    return 0 < group.count < MIN_GROUP or (len(group.answers) == 1 and group.count == group.asked)
