"""Which groups of answers can be shown side by side so that no small one, and nobody's answer, follows from the others.

Groups lie in a tree: all answers, those of an administration, those of a unit. Nothing is ever added up over months,
and a question is asked of one role, so a question of a wave is a tree of its own.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

MIN_GROUP = 5
"""Fewer answers than this in a group are never shown, nor told by subtracting groups that are shown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """How often each answer was given in a group, and how many people of it were asked."""

    answers: Counter[str] = field(default_factory=Counter)
    asked: int = 0

    @property
    def count(self) -> int:
        """Return how many answered."""
        return self.answers.total()

    def __add__(self, other: "Group") -> "Group":
        return Group(answers=self.answers + other.answers, asked=self.asked + other.asked)

    def __sub__(self, other: "Group") -> "Group":
        return Group(answers=self.answers - other.answers, asked=self.asked - other.asked)


NOBODY = Group()


def is_showable(group: Group) -> bool:
    """Tell whether the answers of *group* can be shown.

    They are enough; and where everybody who was asked has answered, they are not all alike: that would tell what each
    of them said.
    """
    is_told_of_each = len(group.answers) == 1 and group.count >= group.asked
    return group.count >= MIN_GROUP and not is_told_of_each


def pooled(leaves: Mapping[str, Group], parents: Mapping[str, str]) -> Mapping[str, Group]:
    """Return what each group holds, with all groups below it.

    *leaves* are the answers that lie in a group itself; *parents* names the group above each, and the root has none.
    """
    found: dict[str, Group] = {}
    for leaf, group in leaves.items():
        for name in (leaf, *_above(leaf, parents)):
            found[name] = found.get(name, NOBODY) + group
    return found


def showable_groups(
    leaves: Mapping[str, Group], parents: Mapping[str, str], *, never: Collection[str] = ()
) -> frozenset[str]:
    """Return the groups that can be shown together; those of *never* are not among them.

    What is left of a shown group when the shown ones below it are taken away is nobody's, or can be shown too. Where
    it can't, the smallest of those below is hidden as well: it takes the small ones in.
    """
    groups = pooled(leaves, parents)
    shown = {name for name, group in groups.items() if is_showable(group) and name not in never}
    while (hidden := _next_to_hide(groups, parents, shown)) is not None:
        shown.discard(hidden)
    return frozenset(shown)


def _next_to_hide(groups: Mapping[str, Group], parents: Mapping[str, str], shown: Collection[str]) -> str | None:
    """Return the group whose hiding covers a rest that is not to be told, or None when there is no such rest."""
    below: dict[str, list[str]] = {name: [] for name in shown}
    for name in shown:
        over = next((each for each in _above(name, parents) if each in below), None)
        if over is not None:
            below[over].append(name)
    for name in sorted(shown):
        rest = groups[name] - sum((groups[each] for each in below[name]), NOBODY)
        if below[name] and rest.count and not is_showable(rest):
            return min(below[name], key=lambda each: (groups[each].count, each))
    return None


def _above(name: str, parents: Mapping[str, str]) -> Iterable[str]:
    while (over := parents.get(name)) is not None:
        yield over
        name = over
