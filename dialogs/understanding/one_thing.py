"""One thing said twice over: "aulan är äcklig, kan nån städa" complains of the cleaning, and orders nothing besides."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dialogs.understanding.folding import fold
from dialogs.understanding.values import Intent, Understood

_ORDERS = re.compile(r"\b(?:bestall\w*|boka\w*|order|book|extra)\b")


def as_one(found: Sequence[Understood], deviations: Mapping[str, str]) -> list[Understood]:
    """Return the wishes, a complaint of a service and a wish for the same, at the same place, as one of them.

    It is the complaint, with the words of both; an order where the sentence orders by name.

    Args:
        found: the wishes of a sentence, in order.
        deviations: by code of the boundary list, the service of which an object is a complaint.
    """
    kept = list(found)
    for issue in [each for each in found if each.intent is Intent.ISSUE]:
        service = deviations.get(issue.object or "")
        wish = next((each for each in kept if service is not None and _is_for(each, service, issue)), None)
        if wish is None or issue not in kept:
            continue
        is_order = _ORDERS.search(fold(wish.text)) is not None
        one, other = (wish, issue) if is_order else (issue, wish)
        kept[kept.index(one)] = _with(one, other, is_first=found.index(one) < found.index(other))
        kept.remove(other)
    return kept


def _is_for(wish: Understood, service: str, issue: Understood) -> bool:
    is_there = wish.place is None or issue.place is None or wish.place.kept == issue.place.kept
    return wish.intent is Intent.ORDER and wish.service == service and is_there


def _with(one: Understood, other: Understood, *, is_first: bool) -> Understood:
    said = (one.text, other.text) if is_first else (other.text, one.text)
    text = ", ".join(part.strip(" ,") for part in said)
    return replace(one, text=text, place=one.place or other.place, when=one.when or other.when)
