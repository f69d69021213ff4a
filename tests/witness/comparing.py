"""What two plays of one story don't agree on. Ids, tokens and when something was done may differ."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import unified_diff
from itertools import zip_longest

from tests.e2e.chats import JsonObject
from tests.witness.seats import Sight

_ANY = (
    (re.compile(r"[0-9a-f]{32}"), "#"),
    (re.compile(r"(?<=tisdag 15 mars )\d\d:\d\d"), "#"),  # the day on which the story is played
    (re.compile(r"(?<=2022-03-15T)\d\d:\d\d:\d\d"), "#"),
)
_ABSENT = "nothing"
OWN_WAYS: Mapping[str, str] = {"16 mars 2022": "2022-03-16", "8:00": "08:00", "VAK-LAM": "Byte av ljuskälla"}
"""How the Playground words fields: its own date and time pickers, and, without type-ahead, the value of a choice."""


def differences(left: Sequence[Sight], right: Sequence[Sight]) -> dict[str, list[str]]:
    """Return what differs, by moment and person; nothing for what agrees. *left* is the Playground's."""
    pairs = zip_longest(left, right)
    found = {_name(one or other): list(_between(one, other)) for one, other in pairs}
    return {name: each for name, each in found.items() if each}


def _name(sight: Sight | None) -> str:
    return f"{sight.moment}, {sight.person}" if sight else _ABSENT


def _between(left: Sight | None, right: Sight | None) -> Iterator[str]:
    if left is None or right is None or _name(left) != _name(right):
        yield f"sight: {_name(left)} / {_name(right)}"
        return
    yield from apart(left.card, right.card, "card")
    meant = tuple(OWN_WAYS.get(each, each) for each in left.fields)
    for kind, one, other in (("words", left.lines, right.lines), ("fields", meant, right.fields)):
        lines = unified_diff([_plain(each) for each in one], [_plain(each) for each in other], lineterm="", n=0)
        yield from (f"{kind}: {line}" for line in list(lines)[2:] if not line.startswith("@@"))


def _plain(words: str) -> str:
    for pattern, sign in _ANY:
        words = pattern.sub(sign, words)
    return words


def apart(left: object, right: object, path: str) -> Iterator[str]:
    """Yield each place at which two JSON values differ, as `path: left / right`."""
    if isinstance(left, dict) and isinstance(right, dict):
        for name in dict.fromkeys([*left, *right]):
            yield from apart(left.get(name, _ABSENT), right.get(name, _ABSENT), f"{path}.{name}")
    elif isinstance(left, list) and isinstance(right, list):
        for place, (one, other) in enumerate(zip_longest(left, right, fillvalue=_ABSENT)):
            yield from apart(one, other, f"{path}[{place}]")
    elif _same(left) != _same(right):
        yield f"{path}: {_same(left)!r} / {_same(right)!r}"


def _same(value: object) -> object:
    return _plain(value) if isinstance(value, str) else value


def fields_of(activities: Sequence[JsonObject]) -> dict[str, set[str]]:
    """Return the fields that activities of each type (and name) came with, as dotted paths."""
    found: dict[str, set[str]] = {}
    for activity in activities:
        kind = "/".join(str(activity[name]) for name in ("type", "name") if activity.get(name))
        found.setdefault(kind, set()).update(_paths(activity))
    return found


def _paths(value: object, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _paths(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _paths(inner, f"{path}[]")
    else:
        yield path


def only_in(left: Mapping[str, set[str]], right: Mapping[str, set[str]]) -> dict[str, list[str]]:
    """Return, by kind of activity that both know, the fields of *left* that *right* never has."""
    found = {kind: sorted(left[kind] - right[kind]) for kind in left if kind in right}
    return {kind: each for kind, each in found.items() if each}
