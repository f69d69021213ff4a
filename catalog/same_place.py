"""Whether two people who each say where something is may mean the same place."""

import re
from collections.abc import Sequence

from catalog.models import Place

_WORD = re.compile(r"\w+")
_SHORTEST_BEGINNING = 3


def may_be_same_place(one: str, other: str, places: Sequence[Place]) -> bool:
    """Tell whether *one* and *other* may be the same of a unit's *places*, in whatever language each is said.

    They may when they are the same words, name the same known place ("trappan i Hus C", "stairs in House C"), or when
    one is how the other begins ("gym", "gymnastiksalen"); a number is never only begun. Nothing said is like nothing
    said alone.
    """
    words, others = _folded(one), _folded(other)
    if not words or not others:
        return words == others
    known, others_known = _known(words, places), _known(others, places)
    if known and others_known:
        return bool(known & others_known)
    return words == others or _begins(words, others) or _begins(others, words)


def _folded(said: str) -> str:
    return " ".join(_WORD.findall(said.casefold()))


def _known(words: str, places: Sequence[Place]) -> set[str]:
    """Return the codes of the known places whose name stands in *words*."""
    names = {(place.code, name) for place in places for name in (place.name.sv, place.name.en)}
    return {code for code, name in names if f" {_folded(name)} " in f" {words} "}


def _begins(short: str, long: str) -> bool:
    is_begun = len(short) >= _SHORTEST_BEGINNING and long.startswith(short)
    return is_begun and not (short[-1].isdigit() and long[len(short) :][:1].isdigit())
